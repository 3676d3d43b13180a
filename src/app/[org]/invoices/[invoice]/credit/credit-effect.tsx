"use client";
// What the credit memo will do: what it comes to, what it settles, and the account before and after.
import type { ReactNode } from "react";
import type { ReadCredit } from "@/domain/invoices/typed-credit.ts";
import { formatAmount, minus, type Cents } from "@/domain/values/money.ts";
import { Effect } from "../../../_apply/effect.tsx";
import type { Account, Billed } from "./credited-invoice.ts";

type Props = { billed: Billed; account: Account; read: ReadCredit; locale: string; children: ReactNode };

export function CreditEffect({ billed, account, read, locale, children }: Props) {
  const write = (amount: Cents) => formatAmount(amount, billed.currency, locale);
  const { total, appliedCents } = read;
  const { subtotalCents, taxCents, retainageCents, totalCents } = total;
  const openCents = minus(totalCents, appliedCents);
  return (
    <aside
      aria-label="What will happen"
      className="grid gap-4 rounded-card border border-line bg-card p-4 desk:p-5 wide:sticky wide:top-20"
    >
      <dl className="grid gap-2 tabular-nums">
        <Line name="Credited before tax" value={write(subtotalCents)} />
        {billed.taxes.length > 0 ? <Line name="Tax" value={write(taxCents)} /> : null}
        {retainageCents > 0 ? <Line name="No longer held back" value={`−${write(retainageCents)}`} /> : null}
        <Line name="Credit memo" value={write(totalCents)} strong />
        {appliedCents > 0 ? <Line name={`Settles of ${billed.number}`} value={write(appliedCents)} /> : null}
        {openCents > 0 ? <Line name="To open credit" value={write(openCents)} /> : null}
      </dl>
      {totalCents > 0 ? (
        <div className="border-t border-line pt-4">
          <h2 className="mb-2 text-12 font-medium text-soft">{billed.customerName} afterwards</h2>
          <Effect account={account} locale={locale} moved={{ paidCents: totalCents, appliedCents }} />
        </div>
      ) : null}
      {children}
    </aside>
  );
}

function Line({ name, value, strong = false }: { name: string; value: string; strong?: boolean }) {
  return (
    <div
      className={`flex justify-between gap-4 ${strong ? "border-t border-line pt-2 text-16 font-semibold" : ""}`}
    >
      <dt className={strong ? "" : "text-soft"}>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
