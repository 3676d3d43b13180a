// What a credit memo settles now: each invoice, since when, and how much.
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { DayText } from "@/ui/day.tsx";
import { Link } from "@/ui/link.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { toEvent, toInvoice } from "../../_shell/links.ts";
import type { CreditMemo } from "./read-credit-memo.ts";

type Props = Reading & { org: string; memo: CreditMemo };
type Row = CreditMemo["settled"][number];

export function SettledByMemo({ org, memo, ...reading }: Props) {
  return (
    <Section id="settled" title="What it settled" note={`in ${reading.currency}`}>
      <Card>
        {memo.settled.length === 0 ? (
          <p className="px-4 py-3 text-soft">None of it is applied to an invoice.</p>
        ) : (
          <Table
            caption={`What this credit memo settles, in ${reading.currency}`}
            rows={memo.settled}
            rowKey={(row) => String(row.itemId)}
            columns={columns(org, memo, reading)}
            totalName="Applied"
          />
        )}
      </Card>
    </Section>
  );
}

const columns = (org: string, { appliedCents }: CreditMemo, reading: Reading): Column<Row>[] => [
  {
    key: "name",
    head: "Invoice",
    place: "lead",
    rowHead: true,
    cell: (row) => (
      <Link
        href={row.invoiceId ? toInvoice(org, row.invoiceId) : toEvent(org, row.itemId)}
        className="touch-target -my-2 inline-block py-2 font-medium hover:underline"
      >
        {row.name}
      </Link>
    ),
  },
  {
    key: "applied",
    head: "Applied on",
    place: "sub",
    label: "applied",
    cell: (row) => <DayText day={row.appliedOn} locale={reading.locale} />,
  },
  {
    key: "amount",
    head: "Amount",
    place: "lead-end",
    numeric: true,
    cell: (row) => <Amount cents={row.amountCents} {...reading} />,
    total: <Amount cents={appliedCents} {...reading} />,
  },
];
