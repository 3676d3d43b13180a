// How one payment settles several open items: oldest debt first, and whatever is left over stays on the
// account as credit. No cent is lost or invented on the way.
import { assert } from "../assert.ts";
import type { Day } from "../values/day.ts";
import { ZERO, minus, plus, smaller, sum, type Cents } from "../values/money.ts";
import { Refusal } from "../refusal.ts";

export type OpenItem = { itemId: number; number: string; issuedOn: Day; dueOn: Day; openCents: Cents };
export type Applied = { itemId: number; amountCents: Cents };
export type Allocated = { applied: Applied[]; creditCents: Cents };

/** Settles what was due first, then the lowest number. What wasn't issued yet on the day of the payment waits. */
export function allocateOldestFirst(paid: Cents, receivedOn: Day, items: readonly OpenItem[]): Allocated {
  assert(paid > 0, "a payment is more than nothing");
  const applied: Applied[] = [];
  let left = paid;
  for (const { itemId, openCents } of oldestFirst(items.filter((item) => item.issuedOn <= receivedOn))) {
    if (left === ZERO) break;
    const amountCents = smaller(left, openCents);
    applied.push({ itemId, amountCents });
    left = minus(left, amountCents);
  }
  assert(plus(total(applied), left) === paid, "no cent is lost or invented");
  return { applied, creditCents: left };
}

/** Settles what a person chose; refuses more than an item's open amount, and more in all than was paid. */
export function allocateChosen(
  paid: Cents,
  receivedOn: Day,
  { chosen, items }: { chosen: readonly Applied[]; items: readonly OpenItem[] },
): Allocated {
  const open = new Map(items.map((item) => [item.itemId, item]));
  for (const { itemId, amountCents } of chosen) {
    const item = open.get(itemId);
    if (!item) throw new Refusal("not-found", { itemId });
    if (item.issuedOn > receivedOn) throw new Refusal("not-issued-yet", { itemId });
    if (amountCents > item.openCents) throw new Refusal("more-than-open", { itemId });
  }
  if (total(chosen) > paid) throw new Refusal("more-than-paid");
  return { applied: [...chosen], creditCents: minus(paid, total(chosen)) };
}

const total = (applied: readonly Applied[]) => sum(applied.map((each) => each.amountCents));

/** INV-9 comes before INV-10; the same number on two kinds of items is told apart by its event. */
const byNumber = new Intl.Collator("en", { numeric: true });

/** What was due first, then the lowest number. */
export function oldestFirst<Item extends OpenItem>(items: readonly Item[]): Item[] {
  return [...items].sort(
    (a, b) =>
      (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0) ||
      byNumber.compare(a.number, b.number) ||
      a.itemId - b.itemId,
  );
}

export type Draw = { creditId: number; itemId: number; amountCents: Cents };

/** Which credit settles what: the credits in the order given, each used up before the next. Refuses more than there is. */
export function drawFrom(
  credits: readonly { creditId: number; openCents: Cents }[],
  chosen: readonly Applied[],
): Draw[] {
  const draws: Draw[] = [];
  const left = credits.map((credit) => ({ ...credit }));
  for (const { itemId, amountCents } of chosen) {
    let wanted = amountCents;
    for (const credit of left) {
      const taken = smaller(wanted, credit.openCents);
      if (taken === ZERO) continue;
      draws.push({ creditId: credit.creditId, itemId, amountCents: taken });
      credit.openCents = minus(credit.openCents, taken);
      wanted = minus(wanted, taken);
    }
    if (wanted > ZERO) throw new Refusal("more-than-credit", { itemId });
  }
  return draws;
}

/** One choice of what is settled, carried by several payments in turn: each takes what the ones before it left. */
export function shareAmong(applied: readonly Applied[], payments: readonly Cents[]): Applied[][] {
  const left = applied.map((each) => ({ ...each }));
  return payments.map((paidCents) => {
    const mine: Applied[] = [];
    let money = paidCents;
    for (const each of left) {
      const amountCents = smaller(money, each.amountCents);
      if (amountCents === ZERO) continue;
      mine.push({ itemId: each.itemId, amountCents });
      each.amountCents = minus(each.amountCents, amountCents);
      money = minus(money, amountCents);
    }
    return mine;
  });
}
