// The columns of the list of deposits: which, when, of how many payments, what was noted, and how much.
import { countOf } from "@/domain/count-of.ts";
import type { depositList } from "@/domain/payments/deposit-list.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { DayText } from "@/ui/day.tsx";
import type { Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toDeposit } from "../_shell/links.ts";
import { RowAmount, RowLink } from "./cells.tsx";
import type { SortsOf } from "./list-links.ts";

type Row = RouterOutputs["deposits"]["list"]["rows"][number];
type Props = { org: CurrentMember["org"]; sortBy: SortsOf<typeof depositList> };

export function depositColumns({ org, sortBy }: Props): Column<Row>[] {
  const { slug, locale, currency: home } = org;
  return [
    {
      key: "number",
      head: "Deposit",
      place: "lead",
      rowHead: true,
      cell: (row) => <RowLink href={toDeposit(slug, row.depositId)}>{row.number}</RowLink>,
    },
    {
      key: "date",
      head: "Date",
      place: "sub",
      sort: sortBy("deposited"),
      cell: (row) => <DayText day={row.depositedOn} locale={locale} />,
    },
    { key: "payments", head: "Payments", place: "sub", cell: (row) => countOf(row.payments, "payment") },
    { key: "to", head: "To account", place: "off", wraps: true, cell: (row) => row.toAccount.name },
    { key: "memo", head: "Memo", place: "off", wraps: true, cell: (row) => row.memo },
    { key: "by", head: "Made by", place: "off", cell: (row) => row.madeBy },
    {
      key: "state",
      head: "State",
      place: "sub-end",
      quiet: (row) => row.reversedOn === null,
      cell: (row) => (row.reversedOn === null ? null : <Tag tone="held">Reversed</Tag>),
    },
    {
      key: "amount",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      sort: sortBy("amount"),
      cell: (row) => (
        <RowAmount
          cents={row.amountCents}
          home={home}
          currency={row.currency}
          locale={locale}
          struck={row.reversedOn === null ? null : "It was reversed"}
        />
      ),
    },
  ];
}
