// The columns of the credit customers: whose, on what terms, how much is in use, and what can still be charged.
import { formatPercent } from "@/domain/values/percent-words.ts";
import type { creditList } from "@/domain/credit/credit-list.ts";
import { habitWords, trendOf } from "@/domain/credit/paying-habit.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { limitWords } from "@/domain/credit/credit-words.ts";
import { suggestLimit, suggestionWords } from "@/domain/credit/suggestion.ts";
import { STATUS_WORDS } from "@/domain/ledger/account-words.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { ChargeableText, LimitText } from "@/ui/credit-terms.tsx";
import { Link } from "@/ui/link.tsx";
import type { Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toCreditTerms, toCustomer } from "../_shell/links.ts";
import { RowLink, Total } from "./cells.tsx";
import { Choose } from "./choose.tsx";
import type { SortsOf } from "./list-links.ts";
import { STATUS_TONES } from "./status-tones.ts";

type Row = RouterOutputs["credit"]["list"]["rows"][number];
type Totals = RouterOutputs["credit"]["totals"];
type Props = {
  org: CurrentMember["org"];
  totals: Promise<Totals>;
  sortBy: SortsOf<typeof creditList>;
  /** Each can be ticked, to change several at once. */
  choosable: boolean;
  /** With the figures behind each suggestion, in the place of those that they say. */
  because: boolean;
};

export function creditColumns({ org, totals, sortBy, choosable, because }: Props): Column<Row>[] {
  const { slug, locale, currency } = org;
  const reading: Reading = { currency, locale };
  const write = writer(reading);
  const total = (pick: "limitCents" | "balanceCents" | "usedCents" | "availableCents") => (
    <Total totals={totals} pick={(all) => all[pick]} {...reading} asBalance />
  );
  const suggestion: Column<Row> = {
    key: "suggestion",
    head: "Suggestion",
    place: "under",
    wraps: because,
    quiet: (row) => suggestionWords(suggestLimit(row, { write, locale }), write) === null,
    cell: (row) => <Suggested row={row} because={because} {...reading} />,
  };
  const columns: Column<Row>[] = [
    {
      key: "name",
      head: "Name",
      place: "lead",
      rowHead: true,
      wraps: true,
      sort: sortBy("name"),
      cell: (row) => (
        <span className="flex items-start">
          {choosable ? <Choose {...row} /> : null}
          <RowLink href={toCustomer(slug, row.customerId)}>{row.name}</RowLink>
        </span>
      ),
    },
    {
      key: "status",
      head: "Status",
      place: "sub",
      quiet: (row) => row.status === "good" && !isHeld(row) && row.chargingAllowed,
      cell: (row) => <Status row={row} />,
    },
    {
      key: "limit",
      head: "Credit limit",
      place: "sub-end",
      label: "limit",
      numeric: true,
      sort: sortBy("limit"),
      cell: (row) => (
        <Link
          href={toCreditTerms(slug, row.customerId)}
          aria-label={`Credit limit of ${row.name}: ${limitWords(row.limit, write)}`}
          className="touch-target -my-2 inline-block py-2 text-accent underline-offset-2 hover:underline touch:underline"
        >
          <LimitText limit={row.limit} {...reading} />
          {row.limitUntil ? (
            <span className="block text-12 text-soft">to {formatDay(row.limitUntil, locale)}</span>
          ) : null}
        </Link>
      ),
      total: total("limitCents"),
    },
    {
      key: "balance",
      head: "Balance",
      place: "off",
      numeric: true,
      cell: (row) => <Amount cents={row.balanceCents} {...reading} asBalance />,
      total: total("balanceCents"),
    },
    {
      key: "used",
      head: "In use",
      place: "under",
      label: "in use",
      numeric: true,
      sort: sortBy("used"),
      cell: (row) => <Used row={row} {...reading} />,
      total: total("usedCents"),
    },
    {
      key: "left",
      head: "Can charge",
      place: "lead-end",
      label: "can charge",
      numeric: true,
      sort: sortBy("left"),
      cell: (row) => <ChargeableText can={row.canCharge} {...reading} />,
      total: total("availableCents"),
    },
    {
      key: "overdue",
      head: "Oldest due",
      place: "off",
      numeric: true,
      cell: ({ habit: { oldestDaysPastDue: days } }) =>
        days === null ? null : <span className="text-late">{days} days late</span>,
    },
    { key: "pays", head: "Pays in", place: "off", cell: (row) => <Pays row={row} /> },
    {
      key: "recent",
      head: "Last 90 days",
      place: "off",
      numeric: true,
      cell: ({ habit }) => <Recent habit={habit} {...reading} />,
    },
    {
      key: "review",
      head: "Review",
      place: "off",
      sort: sortBy("review"),
      cell: ({ reviewOn }) => (reviewOn ? formatDay(reviewOn, locale) : null),
    },
  ];
  return [...(because ? columns.filter(({ key }) => !SAID_BESIDE.has(key)) : columns), suggestion];
}

/** What the sentence beside a suggestion says in most rows, too: there it takes their room. */
const SAID_BESIDE: ReadonlySet<string> = new Set(["overdue", "pays", "recent"]);

const writer =
  ({ currency, locale }: Reading) =>
  (amount: Cents) =>
    formatAmount(amount, currency, locale);

const isHeld = ({ canCharge }: Row) =>
  canCharge.kind === "refused" && (canCharge.because === "held-for-age" || canCharge.because === "held-over");

function Pays({ row: { habit } }: { row: Row }) {
  const words = habitWords(habit);
  if (words === null) return <span className="text-soft">—</span>;
  return <span className={(habit.daysLate ?? 0) > 30 ? "text-late" : undefined}>{words}</span>;
}

/** What was invoiced, and by how much that is more or less than in the days before. */
function Recent({ habit, ...reading }: Reading & { habit: Row["habit"] }) {
  const trend = trendOf(habit);
  return (
    <>
      <Amount cents={habit.recentCents} {...reading} asBalance />
      {trend === null ? null : (
        <span className="ml-2 text-12 text-soft">
          {formatPercent(trend, reading.locale, { isSigned: true })}
        </span>
      )}
    </>
  );
}

type SuggestedProps = Reading & { row: Row; because: boolean };

function Suggested({ row, because, ...reading }: SuggestedProps) {
  const write = writer(reading);
  const suggestion = suggestLimit(row, { write, locale: reading.locale });
  const words = suggestionWords(suggestion, write);
  if (words === null) return null;
  return (
    <>
      <span className={because ? "font-medium" : undefined}>{words}</span>
      {because ? <span className="block text-13 text-soft">{suggestion.because.join(" ")}</span> : null}
    </>
  );
}

/** Only what isn't as it should be. */
function Status({ row }: { row: Row }) {
  const held = row.canCharge.kind === "refused" ? row.canCharge.about : undefined;
  if (row.status !== "good")
    return (
      <>
        <Tag tone={STATUS_TONES[row.status]}>{STATUS_WORDS[row.status]}</Tag>
        {held?.reason ? <span className="ml-2 text-12 text-soft">{held.reason}</span> : null}
      </>
    );
  if (row.heldForAge)
    return (
      <>
        <Tag tone="held">On hold for age</Tag>
        <span className="ml-2 text-12 text-soft">{row.heldForAge.daysPastDue} days past due</span>
      </>
    );
  if (isHeld(row)) return <Tag tone="held">On hold over limit</Tag>;
  if (!row.chargingAllowed) return <Tag tone="neutral">May not charge</Tag>;
  return null;
}

/** The amount, and how much of the limit that is. */
function Used({ row, ...reading }: Reading & { row: Row }) {
  const { limit, usedCents } = row;
  if (limit.kind !== "limit" || limit.limitCents === 0 || usedCents <= 0)
    return <Amount cents={usedCents} {...reading} asBalance />;
  const percent = Math.round((usedCents / limit.limitCents) * 100);
  return (
    <>
      <span className={`mr-2 text-12 ${percent > 100 ? "text-late" : "text-soft"}`}>
        {formatPercent(percent, reading.locale)}
      </span>
      <span className={percent > 100 ? "text-late" : undefined}>
        <Amount cents={usedCents} {...reading} asBalance />
      </span>
    </>
  );
}
