// The columns of the list of receipts: which, when, whose, what it came to, and how much of it was charged.
import type { apiFor } from "@/server/api.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { DayText } from "@/ui/day.tsx";
import { Later } from "@/ui/later.tsx";
import { Link } from "@/ui/link.tsx";
import type { Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toReceipt } from "../_shell/links.ts";

type Api = Awaited<ReturnType<typeof apiFor>>;
type Row = Awaited<ReturnType<Api["receipts"]["list"]>>["rows"][number];
type Totals = ReturnType<Api["receipts"]["totals"]>;
type Figure = "totalCents" | "onAccountCents" | "houseChargeCents" | "moneyCents";

export function receiptColumns(
  { slug, locale, currency: home }: CurrentMember["org"],
  totals: Totals,
): Column<Row>[] {
  const figure = (
    pick: Figure,
    column: Pick<Column<Row>, "key" | "head" | "place" | "label">,
  ): Column<Row> => ({
    ...column,
    numeric: true,
    quiet: (row) => row[pick] === 0,
    cell: (row) => <Amount cents={row[pick]} currency={row.currency} locale={locale} />,
    total: (
      <Later>
        <Total totals={totals} pick={pick} currency={home} locale={locale} />
      </Later>
    ),
  });
  return [
    {
      key: "number",
      head: "Receipt",
      place: "sub",
      rowHead: true,
      cell: (row) => (
        <span className="inline-flex items-center gap-2">
          <Link href={toReceipt(slug, row.receiptId)} className="font-medium hover:underline">
            {row.number}
          </Link>
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
      cell: (row) => (
        <>
          {row.currency === home ? null : (
            <span className="mr-2 text-12 font-normal text-soft">{row.currency}</span>
          )}
          <Amount cents={row.totalCents} currency={row.currency} locale={locale} />
        </>
      ),
    },
    figure("onAccountCents", { key: "onAccount", head: "Paid on account", place: "off" }),
    figure("moneyCents", { key: "money", head: "Money taken", place: "off" }),
    figure("houseChargeCents", { key: "charged", head: "Charged", place: "sub-end", label: "charged" }),
  ];
}

type TotalProps = Reading & { totals: Totals; pick: Figure };

async function Total({ totals, pick, ...reading }: TotalProps) {
  return <Amount cents={(await totals)[pick]} {...reading} />;
}
