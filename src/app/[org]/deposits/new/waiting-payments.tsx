"use client";
// The payments that wait for a deposit, each with a box to tick.
import { Amount } from "@/ui/amount.tsx";
import { Card } from "@/ui/card.tsx";
import { DayText } from "@/ui/day.tsx";
import { Link } from "@/ui/link.tsx";
import { Table } from "@/ui/table.tsx";
import { toPayment } from "../../_shell/links.ts";
import type { DepositContext, DepositState, Waiting } from "./use-deposit.ts";

type Props = Pick<DepositContext, "org" | "place"> & { rows: readonly Waiting[]; deposit: DepositState };

export function WaitingPayments({ org, place, rows, deposit }: Props) {
  const { locale, currency } = place;
  if (rows.length === 0) return null;
  return (
    <Card>
      <Table
        caption={`Payments that wait for a deposit, in ${currency}`}
        rows={rows}
        rowKey={(row) => row.paymentId}
        columns={[
          {
            key: "customer",
            head: "Customer",
            place: "lead",
            wraps: true,
            rowHead: true,
            cell: (row) => (
              <label className="-my-2 flex min-h-9 items-center gap-2.5 font-medium touch:my-0 touch:min-h-11">
                <input
                  type="checkbox"
                  name="payment"
                  data-step
                  checked={deposit.ticked.has(row.paymentId)}
                  onChange={(event) => deposit.tick([row.paymentId], event.target.checked)}
                  className="size-4 shrink-0 accent-accent touch:size-5"
                />
                {row.customerName}
              </label>
            ),
          },
          {
            key: "received",
            head: "Received",
            place: "sub",
            cell: (row) => <DayText day={row.receivedOn} locale={locale} />,
          },
          { key: "type", head: "Method and reference", place: "sub", wraps: true, cell: (row) => row.type },
          {
            key: "number",
            head: "Payment",
            place: "sub-end",
            cell: (row) => (
              <Link href={toPayment(org, row.paymentId)} className="text-link">
                {row.number ?? "Imported"}
              </Link>
            ),
          },
          {
            key: "amount",
            head: "Amount",
            place: "lead-end",
            numeric: true,
            cell: (row) => <Amount cents={row.amountCents} currency={currency} locale={locale} />,
          },
        ]}
      />
    </Card>
  );
}
