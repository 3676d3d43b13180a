"use client";
// What a person typed beside each open item, kept through everything: a refusal, a page that went stale, an item that
// somebody else had paid meanwhile.
import { useState } from "react";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, type Cents } from "@/domain/values/money.ts";
import { changesSince, oldestFirst, planOf, withOne, type Typed } from "@/domain/payments/paying.ts";
import type { ListedAccount, ListedDebt } from "./listed.ts";

const NOBODY = { accountId: "", currency: "USD", debts: [] } as const;

export function useEntries(
  account: ListedAccount | null,
  { budgetCents, on, typed: before = {} }: { budgetCents: Cents; on: Day; typed?: Typed },
) {
  const now = account ?? NOBODY;
  const [seen, setSeen] = useState(account);
  const [first, setFirst] = useState<{ accountId: string; debts: readonly ListedDebt[] }>(now);
  const [typed, setTyped] = useState<Typed>(before);
  if (seen !== account) {
    setSeen(account);
    const another = first.accountId !== now.accountId;
    if (another) setTyped({});
    // With nothing typed there is nothing that a change could surprise.
    if (another || Object.values(typed).every((text) => text === "")) setFirst(now);
  }
  const budget = { budgetCents, on, currency: now.currency };
  const plan = planOf(typed, now.debts, budget);
  const open = new Set(now.debts.map((debt) => debt.itemId));
  const gone = first.debts.filter(({ itemId }) => !open.has(itemId) && typed[itemId]);
  return {
    typed,
    plan,
    rows: [...now.debts, ...gone.map((debt) => ({ ...debt, openCents: ZERO }))],
    /** What an item's balance was when the page was drawn, where it is another now. */
    changed: changesSince(first.debts, now.debts),
    type: (itemId: number, text: string) => setTyped({ ...typed, [itemId]: text }),
    applyTo: (debt: ListedDebt) => setTyped(withOne(typed, debt, plan, now.currency)),
    autoApply: () => setTyped(oldestFirst(now.debts, budget)),
    clear: () => setTyped({}),
  };
}

export type Entries = ReturnType<typeof useEntries>;
