// The columns of what the books started with: whose, which paper, from when, and what of it is left.
import type { RouterOutputs } from "@/server/client.ts";
import { Amount } from "@/ui/amount.tsx";
import { DayText } from "@/ui/day.tsx";
import { Link } from "@/ui/link.tsx";
import type { Column } from "@/ui/table.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toCustomer, toEvent } from "../_shell/links.ts";
import { RowLink } from "./cells.tsx";

type Row = RouterOutputs["openings"]["list"]["rows"][number];
type Props = { org: CurrentMember["org"]; totals: RouterOutputs["openings"]["totals"] };

export function openingColumns({ org: { slug, currency, locale }, totals }: Props): Column<Row>[] {
  const reading = { currency, locale };
  return [
    {
      key: "name",
      head: "Customer",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (row) => <RowLink href={toEvent(slug, row.eventId)}>{row.name}</RowLink>,
    },
    {
      key: "account",
      head: "Account",
      place: "off",
      cell: (row) => (
        <Link href={toCustomer(slug, row.customerId)} className="text-link">
          {row.customerNumber}
        </Link>
      ),
    },
    {
      key: "what",
      head: "What",
      place: "sub",
      cell: (row) => `${row.kind === "invoice" ? "Invoice" : "Credit"} ${row.number}`.trim(),
    },
    {
      key: "dated",
      head: "Dated",
      place: "sub",
      label: "dated",
      cell: (row) => <DayText day={row.issuedOn} locale={locale} />,
    },
    {
      key: "due",
      head: "Due",
      place: "under",
      label: "due",
      cell: (row) => (row.dueOn === null ? null : <DayText day={row.dueOn} locale={locale} />),
    },
    {
      key: "open",
      head: "Still open",
      place: "sub-end",
      label: "still open",
      numeric: true,
      quiet: (row) => row.openCents === row.amountCents,
      cell: (row) => <Amount cents={row.openCents} {...reading} />,
    },
    {
      key: "amount",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      cell: (row) => <Amount cents={row.amountCents} {...reading} />,
      total: <Amount cents={totals.netCents} {...reading} />,
    },
  ];
}
