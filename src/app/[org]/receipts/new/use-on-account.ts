"use client";
// What a payment on account settles: the customer's open invoices, read once a payment is entered, and the choice among
// them.
import { useEffect, useState } from "react";
import type { Day } from "@/domain/values/day.ts";
import type { Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { listedAccount, type ListedAccount } from "../../_apply/listed-account.ts";
import { useEntries, type Choice } from "../../_apply/use-entries.ts";

type Order = {
  org: string;
  place: { locale: string; today: Day };
  /** null while nothing is paid on account. */
  customerId: string | null;
  /** Counts the sales: a finished one has settled something. */
  sale: string;
  paidCents: Cents;
  choice: Choice;
  onChoice: (next: Choice) => void;
};

type Read = { of: string; account: ListedAccount | null };

export function useOnAccount({ org, place, customerId, sale, paidCents, choice, onChoice }: Order) {
  const [read, setRead] = useState<Read | null>(null);
  const wanted = customerId === null ? null : `${sale} ${customerId}`;
  const isRead = read?.of === wanted;
  useEffect(() => {
    if (customerId === null || wanted === null || isRead) return;
    let isWanted = true;
    void api(org)
      .payments.account.query({ customerId })
      .then((account) => listedAccount(account, place.locale))
      .catch(() => null)
      .then((account) => isWanted && setRead({ of: wanted, account }));
    return () => {
      isWanted = false;
    };
  }, [org, customerId, wanted, isRead, place.locale]);
  const account = isRead ? (read?.account ?? null) : null;
  const entries = useEntries(account, {
    budgetCents: paidCents,
    on: place.today,
    locale: place.locale,
    choice: null,
    kept: [choice, onChoice],
  });
  return {
    account,
    entries,
    /** The invoices can't be read: the oldest are settled first. */
    isLost: isRead && account === null,
    /** More is applied than is paid, or an amount is wrong. */
    isWrong:
      account !== null && choice !== null && (entries.plan.restCents < 0 || entries.plan.faults.size > 0),
    applied: choice === null || account === null ? ("oldest-first" as const) : entries.plan.applied,
    /** All that is open, by the day on which it is due; null where not all of it is known. */
    debts: account && account.debts.length >= account.debtCount ? account.debts : null,
    /** It has changed since it was read. */
    readAgain: () => setRead(null),
  };
}
