"use client";
// What settles each open item: the oldest first until somebody chooses, then what a person typed beside each, kept through
// everything: a refusal, a page that went stale, an item that somebody else had paid meanwhile.
import { useState } from "react";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, type Cents } from "@/domain/values/money.ts";
import {
  changesSince,
  oldestFirst,
  planOf,
  withOffer,
  withOne,
  type Choosing,
  type Typed,
} from "@/domain/payments/paying.ts";
import type { ListedAccount, ListedDebt } from "./listed-account.ts";

const NOBODY = { accountId: "", currency: "USD", debts: [] } as const;

/** What was typed beside each item; null while the oldest debts are settled first, as nobody chose otherwise. */
export type Choice = Typed | null;

type Options = {
  budgetCents: Cents;
  on: Day;
  /** How amounts are typed. */
  locale: string;
  /** How it begins. */
  choice?: Choice;
  offers?: readonly number[];
  /** Where the choice is kept, if not here. */
  kept?: readonly [Choice, (next: Choice) => void];
  /** It is a payment that may keep the discounts of items that are paid early. */
  mayKeep?: boolean;
};

const withoutOffer = (debt: ListedDebt): ListedDebt => ({ ...debt, offer: null });

export function useEntries(
  account: ListedAccount | null,
  { budgetCents, on, locale, choice: initial = {}, offers: keptAtFirst = [], kept, mayKeep = false }: Options,
) {
  const now = account ?? NOBODY;
  const debts = mayKeep ? now.debts : now.debts.map(withoutOffer);
  const [seen, setSeen] = useState(account);
  const [first, setFirst] = useState<{ accountId: string; debts: readonly ListedDebt[] }>(now);
  const own = useState<Choice>(initial);
  const [choice, chooseTyped] = kept ?? own;
  const [offers, setOffers] = useState(keptAtFirst);
  const notation = { currency: now.currency, locale };
  const budget = { budgetCents, on, ...notation };
  const choosing = choice === null ? oldestFirst(debts, budget) : { typed: choice, kept: offers };
  const { typed } = choosing;
  function choose(next: Choice, keeping: readonly number[] = []) {
    chooseTyped(next);
    setOffers(keeping);
  }
  const chooseAll = (next: Choosing) => choose(next.typed, next.kept);
  if (seen !== account) {
    setSeen(account);
    const another = first.accountId !== now.accountId;
    if (another && first !== NOBODY) choose(initial === null ? null : {});
    // With nothing typed there is nothing that a change could surprise.
    if (another || Object.values(typed).every((text) => text === "")) setFirst(now);
  }
  const plan = planOf(choosing, debts, budget);
  const open = new Set(now.debts.map((debt) => debt.itemId));
  const gone = first.debts.filter(({ itemId }) => !open.has(itemId) && typed[itemId]);
  return {
    typed,
    plan,
    choice,
    choose,
    /** Of which items the discount is kept. */
    offers: choosing.kept,
    on,
    isAuto: choice === null,
    rows: [...debts, ...gone.map((debt) => ({ ...debt, openCents: ZERO, offer: null }))],
    /** What an item's balance was when the page was drawn, where it is another now. */
    changed: changesSince(first.debts, now.debts),
    type: (itemId: number, text: string) => choose({ ...typed, [itemId]: text }, choosing.kept),
    /** Whoever presses Apply means this one: what was filled in for them is replaced. */
    applyTo(debt: ListedDebt) {
      const others = choice === null ? { typed: {}, kept: [] } : choosing;
      chooseAll(withOne(others, debt, { plan: planOf(others, debts, budget), on, ...notation }));
    },
    keepOffer: (debt: ListedDebt) => chooseAll(withOffer(choosing, debt, notation)),
    autoApply: () => choose(null),
    clear: () => choose({}),
    startAnew: () => choose(initial === null ? null : {}),
  };
}

export type Entries = ReturnType<typeof useEntries>;
