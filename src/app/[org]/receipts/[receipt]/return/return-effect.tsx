"use client";
// What the return will do: what it is worth, what goes back in money, and the account before and after.
import type { ReactNode } from "react";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { Effect } from "../../../_apply/effect.tsx";
import type { ReadReturn } from "@/domain/receipts/typed-return.ts";
import type { Account, Sold } from "./returned-sale.ts";

type Props = {
  sold: Sold;
  planned: ReadReturn;
  account: Account | null;
  locale: string;
  children: ReactNode;
};

export function ReturnEffect({ sold, planned, account, locale, children }: Props) {
  const write = (amount: Cents) => formatAmount(amount, sold.currency, locale);
  const { worthCents, moneyCents, toAccountCents, appliedCents } = planned;
  return (
    <aside
      aria-label="What will happen"
      className="grid gap-4 rounded-card border border-line bg-card p-4 desk:p-5 wide:sticky wide:top-20"
    >
      <dl className="grid gap-2 tabular-nums">
        <Line name="Comes back, with tax" value={write(worthCents)} strong />
        {moneyCents > 0 ? <Line name="Given back in money" value={write(moneyCents)} /> : null}
        {toAccountCents > 0 ? <Line name="Credit memo" value={write(toAccountCents)} /> : null}
        {appliedCents > 0 && sold.invoice ? (
          <Line name={`Settles of ${sold.invoice.number}`} value={write(appliedCents)} />
        ) : null}
      </dl>
      {account && toAccountCents > 0 ? (
        <div className="border-t border-line pt-4">
          <h2 className="mb-2 text-12 font-medium text-soft">{sold.customerName} afterwards</h2>
          <Effect account={account} locale={locale} moved={{ paidCents: toAccountCents, appliedCents }} />
        </div>
      ) : null}
      {children}
    </aside>
  );
}

function Line({ name, value, strong = false }: { name: string; value: string; strong?: boolean }) {
  return (
    <div className={`flex justify-between gap-4 ${strong ? "text-16 font-semibold" : ""}`}>
      <dt className={strong ? "" : "text-soft"}>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
