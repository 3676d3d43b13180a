// The columns of the customer list. The first click on a name sorts A to Z, on an amount the largest first; the next
// click turns it round.
import type { customerList } from "@/domain/customers/customer-list.ts";
import { exemptionEnd } from "@/domain/ledger/exemption-words.ts";
import type { ExemptionState } from "@/domain/ledger/tax-in-force.ts";
import { STATUS_WORDS } from "@/domain/ledger/account-words.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { LimitText } from "@/ui/credit-terms.tsx";
import type { Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toCustomer } from "../_shell/links.ts";
import { Choose } from "./choose.tsx";
import { RowLink, Total } from "./cells.tsx";
import type { SortsOf } from "./list-links.ts";
import { STATUS_TONES } from "./status-tones.ts";

type Row = RouterOutputs["customers"]["list"]["rows"][number];
type Totals = RouterOutputs["customers"]["totals"];
type Props = {
  org: CurrentMember["org"];
  totals: Promise<Totals>;
  sortBy: SortsOf<typeof customerList>;
  /** Each row has a box to tick. */
  choosable: boolean;
  /** Says when their certificate of exemption ends. */
  exemptions: boolean;
};

export function customerColumns({ org, totals, sortBy, choosable, exemptions }: Props): Column<Row>[] {
  const { slug, locale, currency: home } = org;
  const reading = (row: Row): Reading => ({ currency: row.currency, locale });
  const total = (pick: Exclude<keyof Totals, "count">) => (
    <Total totals={totals} pick={(all) => all[pick]} currency={home} locale={locale} />
  );

  return [
    {
      key: "name",
      head: "Name",
      place: "lead",
      rowHead: true,
      wraps: true,
      sort: sortBy("name"),
      cell: (row) => (
        <>
          {choosable ? <Choose customerId={row.customerId} name={row.name} /> : null}
          <RowLink href={toCustomer(slug, row.customerId)}>{row.name}</RowLink>
          {row.currency === home ? null : (
            <span className="ml-2 text-12 font-normal text-soft">{row.currency}</span>
          )}
        </>
      ),
    },
    {
      key: "number",
      head: "Number",
      place: "sub",
      sort: sortBy("number"),
      quiet: (row) => row.number === row.name,
      cell: (row) => <span className="text-soft">{row.number}</span>,
    },
    {
      key: "status",
      head: "Status",
      place: "sub",
      quiet: (row) => row.status === "good",
      cell: (row) =>
        row.status === "good" ? null : <Tag tone={STATUS_TONES[row.status]}>{STATUS_WORDS[row.status]}</Tag>,
    },
    ...(exemptions ? [exemptionColumn(org)] : []),
    {
      key: "limit",
      head: "Credit limit",
      place: "off",
      numeric: true,
      cell: (row) => <LimitText limit={row.limit} {...reading(row)} />,
    },
    {
      key: "credit",
      head: "Open credit",
      place: "off",
      numeric: true,
      cell: (row) => <Amount cents={row.openCreditCents} {...reading(row)} />,
      total: total("openCreditCents"),
    },
    {
      key: "overdue",
      head: "Overdue",
      place: "sub-end",
      label: "overdue",
      numeric: true,
      sort: sortBy("overdue"),
      quiet: (row) => row.overdueCents === 0,
      cell: (row) => (
        <span className={row.overdueCents > 0 ? "text-late" : undefined}>
          <Amount cents={row.overdueCents} {...reading(row)} />
        </span>
      ),
      total: total("overdueCents"),
    },
    {
      key: "balance",
      head: "Balance",
      place: "lead-end",
      numeric: true,
      sort: sortBy("balance"),
      cell: (row) => <Amount cents={row.balanceCents} {...reading(row)} />,
      total: total("balanceCents"),
    },
  ];
}

const TONES: Record<ExemptionState, string | undefined> = {
  holds: undefined,
  "ends-soon": "text-soon",
  expired: "text-late",
};

/** In how many days another certificate has to be there, or since when they are taxed. */
const exemptionColumn = ({ today, locale }: CurrentMember["org"]): Column<Row> => ({
  key: "exemption",
  head: "Exemption",
  place: "under",
  wraps: true,
  cell: ({ exemption }) => {
    const end = exemption && exemptionEnd(exemption, { today, locale });
    return end ? <span className={TONES[end.state]}>{end.words}</span> : null;
  },
});
