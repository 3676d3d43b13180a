// The columns of the list of credit memos: which, when, whose, for what, how much, and what is open of it.
import type { creditMemoList } from "@/domain/invoices/credit-memo-list.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount } from "@/ui/amount.tsx";
import { DayText } from "@/ui/day.tsx";
import type { Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toCreditMemo } from "../_shell/links.ts";
import { RowAmount, RowLink } from "./cells.tsx";
import type { SortsOf } from "./list-links.ts";

type Row = RouterOutputs["creditMemos"]["list"]["rows"][number];
type Props = { org: CurrentMember["org"]; sortBy: SortsOf<typeof creditMemoList> };

export function creditMemoColumns({ org, sortBy }: Props): Column<Row>[] {
  const { slug, locale, currency: home } = org;
  return [
    {
      key: "number",
      head: "Credit memo",
      place: "sub",
      rowHead: true,
      cell: (row) => <RowLink href={toCreditMemo(slug, row.creditMemoId)}>{row.number}</RowLink>,
    },
    {
      key: "date",
      head: "Issued",
      place: "sub",
      sort: sortBy("issued"),
      cell: (row) => <DayText day={row.issuedOn} locale={locale} />,
    },
    { key: "customer", head: "Customer", place: "lead", wraps: true, cell: (row) => row.customerName },
    {
      key: "for",
      head: "For",
      place: "sub",
      wraps: true,
      cell: (row) => row.invoiceNumber ?? row.receiptNumber ?? row.reason,
    },
    {
      key: "amount",
      head: "Amount",
      place: "lead-end",
      numeric: true,
      sort: sortBy("total"),
      cell: (row) => (
        <RowAmount
          cents={row.totalCents}
          home={home}
          currency={row.currency}
          locale={locale}
          struck={row.isReversed ? "It was reversed" : null}
        />
      ),
    },
    {
      key: "open",
      head: "Open credit",
      place: "sub-end",
      label: "open credit",
      numeric: true,
      quiet: (row) => row.openCents === 0 && !row.isReversed,
      cell: (row) =>
        row.isReversed ? (
          <Tag tone="held">Reversed</Tag>
        ) : (
          <Amount cents={row.openCents} currency={row.currency} locale={locale} />
        ),
    },
  ];
}
