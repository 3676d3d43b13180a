// The two tables of a statement: what happened since the last one, from opening to closing balance, and what is open,
// with original amount, paid and left on each row (lessons.md 26).
import type { Route } from "next";
import type { DocumentWords } from "@/domain/language/document-words.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { coversWords } from "@/domain/statements/covers-words.ts";
import type { StatementCredit } from "@/domain/statements/build-statement.ts";
import type { StatementLine, StatementOpenItem } from "@/domain/statements/statement.ts";
import type { ActivityPage, CreditsPage, ItemsPage } from "@/domain/statements/statement-pages.ts";
import { Amount, type AmountWords, type Reading } from "./amount.tsx";
import { DayText } from "./day.tsx";
import { Link } from "./link.tsx";
import { Table, type Column } from "./table.tsx";

/** How its reader reads it, and in which words. */
export type StatementReading = Reading & {
  dayLocale: string;
  words: AmountWords;
  say: DocumentWords["page"];
  balance: string;
  covers: Pick<DocumentWords, "covers" | "andMore">;
};

/** A line of activity, or the balance brought forward above the first. */
type Row = { key: string; onDay: Day; line: StatementLine | null; balanceCents: Cents };

type ActivityProps = StatementReading & { page: ActivityPage; toEvent?: (eventId: number) => Route };

export function ActivityTable({ page, toEvent, ...reading }: ActivityProps) {
  const { say } = reading;
  const opening: Row = { key: "opening", line: null, ...page.opening };
  const lines = page.rows.map((line): Row => ({
    key: String(line.eventId),
    onDay: line.onDay,
    line,
    balanceCents: line.balanceCents,
  }));
  return (
    <Table
      caption={`${say.activity}, ${say.inCurrency(reading.currency)}`}
      columns={[...activityColumns(page.endCents, reading), ...(toEvent ? [eventColumn(toEvent, say)] : [])]}
      rows={[opening, ...lines]}
      rowKey={(row) => row.key}
      totalName={page.isLast ? say.closing : say.carried}
    />
  );
}

function activityColumns(endCents: Cents, given: StatementReading): Column<Row>[] {
  const { say, balance, dayLocale, covers: _covers, ...reading } = given;
  const amount = (cents: Cents | undefined) => (cents ? <Amount cents={cents} {...reading} /> : null);
  return [
    {
      key: "date",
      head: say.date,
      place: "sub",
      cell: (row) => <DayText day={row.onDay} locale={dayLocale} />,
    },
    {
      key: "what",
      head: say.description,
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (row) => (row.line ? <What line={row.line} {...given} /> : say.brought),
    },
    { key: "reference", head: say.reference, place: "sub", cell: (row) => row.line?.reference ?? null },
    {
      key: "charge",
      head: say.charges,
      place: "lead-end",
      numeric: true,
      cell: (row) => amount(row.line?.chargeCents),
    },
    {
      key: "credit",
      head: say.credits,
      place: "lead-end",
      label: say.labels.credit,
      numeric: true,
      cell: (row) => amount(row.line?.creditCents),
    },
    {
      key: "balance",
      head: balance,
      place: "sub-end",
      label: say.labels.balance,
      numeric: true,
      cell: (row) => <Amount cents={row.balanceCents} asBalance {...reading} />,
      total: <Amount cents={endCents} asBalance {...reading} />,
    },
  ];
}

const eventColumn = (toEvent: (eventId: number) => Route, say: StatementReading["say"]): Column<Row> => ({
  key: "event",
  head: say.event,
  place: "under",
  label: say.labels.event,
  numeric: true,
  cell: ({ line }) =>
    line && (
      <Link
        href={toEvent(line.eventId)}
        aria-label={say.eventOf(line.eventId)}
        className="touch-target text-accent underline-offset-2 hover:underline print:text-ink touch:underline"
      >
        {line.eventId}
      </Link>
    ),
});

/** What it was, and below what it has paid. */
function What({ line, covers: say, currency, locale }: StatementReading & { line: StatementLine }) {
  const covered = coversWords(line, { say, amount: (cents) => formatAmount(cents, currency, locale) });
  return (
    <>
      {line.description}
      {line.account ? <span className="block text-13 font-normal text-soft">{line.account}</span> : null}
      {covered ? <span className="block text-13 font-normal text-soft">{covered}</span> : null}
    </>
  );
}

type CreditsProps = StatementReading & { page: CreditsPage };

/** What could pay for some of the open items, above the sum of all of it. */
export function CreditsTable({ page, say, dayLocale, balance: _b, covers: _c, ...reading }: CreditsProps) {
  const columns: Column<StatementCredit>[] = [
    {
      key: "date",
      head: say.date,
      place: "sub",
      cell: (credit) => <DayText day={credit.onDay} locale={dayLocale} />,
    },
    {
      key: "what",
      head: say.description,
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (credit) => credit.description,
    },
    { key: "reference", head: say.reference, place: "sub", cell: (credit) => credit.reference },
    {
      key: "credit",
      head: say.credits,
      place: "lead-end",
      numeric: true,
      cell: (credit) => <Amount cents={credit.openCents} {...reading} />,
      total: <Amount cents={page.openCents} {...reading} />,
    },
  ];
  return (
    <Table
      caption={`${say.unapplied}, ${say.inCurrency(reading.currency)}`}
      columns={columns}
      rows={page.rows}
      rowKey={(credit) => String(credit.eventId)}
      totalName={say.total}
    />
  );
}

function Numbered({ item }: { item: StatementOpenItem }) {
  return (
    <>
      {item.number}
      {item.account ? <span className="block text-13 font-normal text-soft">{item.account}</span> : null}
      {item.job ? <span className="block text-13 font-normal text-soft">{item.job}</span> : null}
    </>
  );
}

type OpenItemsProps = StatementReading & { page: ItemsPage };

/** A page of the open items, above the totals of all. */
export function OpenItemsTable({
  page,
  say,
  dayLocale,
  balance: _balance,
  covers: _covers,
  ...reading
}: OpenItemsProps) {
  const column = (key: keyof ItemsPage["totals"]) => ({
    key,
    numeric: true,
    cell: (item: StatementOpenItem) => <Amount cents={item[key]} {...reading} />,
    total: <Amount cents={page.totals[key]} {...reading} />,
  });
  const columns: Column<StatementOpenItem>[] = [
    {
      key: "date",
      head: say.date,
      place: "under",
      label: say.labels.issued,
      cell: (item) => <DayText day={item.issuedOn} locale={dayLocale} />,
    },
    {
      key: "number",
      head: say.invoice,
      place: "lead",
      rowHead: true,
      cell: (item) => <Numbered item={item} />,
    },
    {
      key: "due",
      head: say.dueOn,
      place: "sub",
      label: say.labels.due,
      cell: (item) => <Due item={item} locale={dayLocale} say={say} />,
    },
    {
      ...column("amountCents"),
      head: say.original,
      place: "sub-end",
      label: say.labels.of,
      quiet: (item) => item.paidCents === 0,
    },
    { ...column("paidCents"), head: say.paid, place: "off" },
    { ...column("openCents"), head: say.left, place: "lead-end" },
  ];
  return (
    <Table
      caption={`${say.unpaid}, ${say.inCurrency(reading.currency)}`}
      columns={columns}
      rows={page.rows}
      rowKey={(item) => item.number}
      totalName={page.of > page.rows.length ? say.totalOf(page.of) : say.total}
    />
  );
}

type DueProps = { item: StatementOpenItem; locale: string; say: StatementReading["say"] };

function Due({ item, locale, say }: DueProps) {
  const { daysPastDue } = item;
  const late = daysPastDue < 0 ? null : daysPastDue === 0 ? say.dueToday : say.late(daysPastDue);
  return (
    <span className={daysPastDue > 0 ? "text-late" : undefined}>
      <DayText day={item.dueOn} locale={locale} />
      {late ? ` · ${late}` : null}
    </span>
  );
}
