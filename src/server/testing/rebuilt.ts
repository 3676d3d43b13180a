// What a consumer of events does: adds up what it is told, from webhooks or from the API's list, and never asks.
import { expect } from "vitest";

type Use = { credit_event_id: number | null; item_event_id: number | null; amount: string };
export type Told = {
  event_id: number;
  kind: string;
  effective_on: string;
  recorded_at: string;
  amount: string;
  balance_after: string;
  account: { account_id: string; customer_id: string; sequence: number; previous_event_id: number | null };
  item: { amount: string } | null;
  credit: { amount: string } | null;
  applied: Use[];
  reduced: Use[];
};

export const inCents = (amount: string) => Math.round(Number(amount) * 100);

/** Cents by account, by open item or credit, and by credit and the item that it stands applied to. `isWhole`: nothing was filtered. */
export function rebuilt(told: readonly Told[], { isWhole = true } = {}) {
  const open = new Map<string, number>();
  const balances = new Map<string, number>();
  const applied = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, amount: number) =>
    to.set(key, (to.get(key) ?? 0) + amount);
  const kinds = new Map(told.map(({ event_id, kind }) => [event_id, kind]));
  for (const event of told) {
    const { account_id } = event.account;
    add(balances, account_id, inCents(event.amount));
    if (isWhole) expect(balances.get(account_id)).toBe(inCents(event.balance_after));
    if (event.item) add(open, `item ${event.event_id}`, inCents(event.item.amount));
    if (event.credit) add(open, `credit ${event.event_id}`, inCents(event.credit.amount));
    for (const use of [...event.applied, ...event.reduced]) {
      if (use.item_event_id !== null) add(open, `item ${use.item_event_id}`, -inCents(use.amount));
      if (use.credit_event_id !== null) add(open, `credit ${use.credit_event_id}`, -inCents(use.amount));
    }
    for (const use of event.applied)
      // What is written off or discounted isn't paid: the API doesn't list it as applied.
      if (!/^(write-off|discount)$/.test(kinds.get(use.credit_event_id ?? 0) ?? ""))
        add(applied, `${use.credit_event_id} to ${use.item_event_id}`, inCents(use.amount));
  }
  return { open: left(open), balances: Object.fromEntries(balances), applied: left(applied) };
}

const left = (sums: Map<string, number>) =>
  Object.fromEntries([...sums].filter(([, amount]) => amount !== 0));

/** Each account's events are 1, 2, 3 and so on, and each names the one before it. */
export function expectChains(told: readonly Told[]): void {
  for (const chain of Map.groupBy(told, ({ account }) => account.account_id).values()) {
    expect(chain.map(({ account }) => account.sequence)).toEqual(chain.map((_, n) => n + 1));
    const before = [null, ...chain.slice(0, -1).map(({ event_id }) => event_id)];
    expect(chain.map(({ account }) => account.previous_event_id)).toEqual(before);
  }
}
