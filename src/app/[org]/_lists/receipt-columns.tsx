// The columns of the list of receipts: which, when, whose, what it came to, and how much of it was charged.
import type { RouterOutputs } from "@/server/client.ts";
import { Amount } from "@/ui/amount.tsx";
import { DayText } from "@/ui/day.tsx";
import type { Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toReceipt } from "../_shell/links.ts";
import { RowAmount, RowLink, Total } from "./cells.tsx";

type Row = RouterOutputs["receipts"]["list"]["rows"][number];
type Figure = "totalCents" | "onAccountCents" | "houseChargeCents" | "moneyCents";
type Props = { org: CurrentMember["org"]; totals: Promise<RouterOutputs["receipts"]["totals"]> };

export function receiptColumns({ org, totals }: Props): Column<Row>[] {
  const { slug, locale, currency: home } = org;
  const figure = (
    pick: Figure,
    column: Pick<Column<Row>, "key" | "head" | "place" | "label">,
  ): Column<Row> => ({
    ...column,
    numeric: true,
    quiet: (row) => row[pick] === 0,
    cell: (row) => <Amount cents={row[pick]} currency={row.currency} locale={locale} />,
    total: <Total totals={totals} pick={(all) => all[pick]} currency={home} locale={locale} />,
  });
  return [
    {
      key: "number",
      head: "Receipt",
      place: "sub",
      rowHead: true,
      cell: (row) => (
        <span className="inline-flex items-center gap-2">
          <RowLink href={toReceipt(slug, row.receiptId)}>{row.number}</RowLink>
          {row.kind === "return" ? <Tag tone="held">Return</Tag> : null}
        </span>
      ),
    },
    {
      key: "date",
      head: "Date",
      place: "sub",
      cell: (row) => <DayText day={row.issuedOn} locale={locale} />,
    },
    {
      key: "customer",
      head: "Customer",
      place: "lead",
      wraps: true,
      cell: (row) => row.customerName ?? <span className="text-soft">Walk-in</span>,
    },
    { key: "by", head: "Sold by", place: "off", wraps: true, cell: (row) => row.soldBy },
    {
      ...figure("totalCents", { key: "total", head: "Purchases", place: "lead-end" }),
      cell: (row) => <RowAmount cents={row.totalCents} home={home} currency={row.currency} locale={locale} />,
    },
    figure("onAccountCents", { key: "onAccount", head: "Paid on account", place: "off" }),
    figure("moneyCents", { key: "money", head: "Money taken", place: "off" }),
    figure("houseChargeCents", { key: "charged", head: "Charged", place: "sub-end", label: "charged" }),
  ];
}
