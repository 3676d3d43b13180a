// A payment that the bank gave back. That is the bank's fact and is never refused for what we did with the money since:
// what it had settled is owed again, and what was refunded or moved on of it is owed as a debt of its own, since it
// can't be taken from the credit any more. All in all the account owes exactly the payment again.
import { assert, present } from "../assert.ts";
import { reversed } from "../ledger/application.ts";
import {
  effectOf,
  posting,
  type Allocation,
  type EventHeader,
  type JournalLine,
  type Posting,
  type Reduction,
} from "../ledger/posting.ts";
import type { Day } from "../values/day.ts";
import { ZERO, larger, minus, negative, plus, smaller, type Cents } from "../values/money.ts";
import { Refusal } from "../refusal.ts";
import type { EventState } from "./reversal.ts";

/** Something was used, or given back (negative), on a day. */
export type UsedOn = { on: Day; amountCents: Cents };

/** A credit with everything that was ever used of it. */
export type UsedCredit = {
  id: number;
  amountCents: Cents;
  /** What was applied to each item, beside all that was used of the item, by whomever. */
  applied: readonly { itemId: number; uses: readonly UsedOn[]; ofItem: readonly UsedOn[] }[];
  /** Refunded, or moved to another account. */
  gone: readonly UsedOn[];
};

/** An application that is un-applied, as it stood, on that day. */
export type UnAppliedAllocation = Allocation & { on: Day };

export type Reclaimed = {
  /** By day, the first ones on the day of the return. */
  unApplied: readonly UnAppliedAllocation[];
  /** The most that is used of the credit on any later day; so much can't be taken from it. */
  keptCents: Cents;
  /** Of that, what is free again in the end, and the day from which it is. */
  freeCents: Cents;
  freeOn: Day;
};

/**
 * Takes a credit out of what it settled, from a day on. An application that is dated later is un-applied on its own day,
 * and what was used in between and given back again stays as it was.
 */
export function reclaim(credit: UsedCredit, from: Day): Reclaimed {
  const unApplied = credit.applied
    .flatMap(({ itemId, uses, ofItem }) =>
      lasting([uses, ofItem], from).map((each) => ({ creditId: credit.id, itemId, ...each })),
    )
    .sort(byDay);
  // Where days lie so crosswise that less than nothing would be used on one of them, it stays in what it settled.
  return (
    leaving(credit, from, unApplied) ??
    present(leaving(credit, from, []), "what is used is no less than nothing")
  );
}

function leaving(credit: UsedCredit, from: Day, unApplied: readonly UnAppliedAllocation[]): Reclaimed | null {
  const used = [...credit.gone, ...credit.applied.flatMap((each) => each.uses)];
  const left = [...used, ...unApplied.map((each) => ({ ...each, amountCents: negative(each.amountCents) }))];
  const days = daysFrom(from, left);
  const standing = standingOn(days, left);
  const keptCents = standing.reduce(larger, ZERO);
  const takenCents = minus(credit.amountCents, keptCents);
  if (standing.some((stands) => plus(stands, takenCents) < 0)) return null;
  const freeCents = minus(keptCents, standing.at(-1) ?? ZERO);
  return { unApplied, keptCents, freeCents, freeOn: days.at(-1) ?? from };
}

/** The part of what is used that stays used on every later day, by the day from which it does. */
function lasting(lines: readonly (readonly UsedOn[])[], from: Day): UsedOn[] {
  const days = daysFrom(from, lines.flat());
  const sums = lines.map((line) => standingOn(days, line));
  const least = days.map((_day, at) => sums.map((sum) => sum[at] ?? ZERO).reduce(smaller));
  for (let at = least.length - 2; at >= 0; at--)
    least[at] = smaller(least[at] ?? ZERO, least[at + 1] ?? ZERO);
  let before = ZERO;
  return days.flatMap((on, at) => {
    const amountCents = minus(larger(ZERO, least[at] ?? ZERO), before);
    before = plus(before, amountCents);
    return amountCents > 0 ? [{ on, amountCents }] : [];
  });
}

const daysFrom = (from: Day, uses: readonly UsedOn[]): Day[] => [
  from,
  ...[...new Set(uses.map((use) => use.on).filter((on) => on > from))].sort(),
];

const byDay = (a: UsedOn, b: UsedOn) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

/** What is used at the end of each of these days. */
function standingOn(days: readonly Day[], uses: readonly UsedOn[]): Cents[] {
  const sorted = [...uses].sort(byDay);
  let at = 0;
  let used = ZERO;
  return days.map((day) => {
    for (; (sorted[at]?.on ?? "9999") <= day; at++) used = plus(used, sorted[at]?.amountCents ?? ZERO);
    return used;
  });
}

/** Refuses what isn't a payment, and one that was reversed before. */
export function mustBeReturnable(event: Pick<EventState, "kind" | "reversed">): void {
  if (event.kind !== "payment") throw new Refusal("not-found");
  if (event.reversed) throw new Refusal("reversed-before");
}

/**
 * Dr customer credit with what can be taken from it, Dr A/R with the rest as a debt of its own, Cr the account where the
 * money is: undeposited funds, or the bank account that it went to, at once or with a deposit.
 * `atOnce`: applications that it un-applies itself. Refuses "out-of-turn" before the day of the payment.
 */
export function postReturn(
  place: EventHeader,
  event: EventState,
  { keptCents, atOnce }: { keptCents: Cents; atOnce: readonly Allocation[] },
): Posting {
  mustBeReturnable(event);
  if (place.effectiveOn < event.effectiveOn) throw new Refusal("out-of-turn");
  const takenCents = minus(negative(event.amountCents), keptCents);
  const taken: Reduction = {
    itemId: null,
    creditId: event.number,
    kind: "reversed",
    amountCents: takenCents,
  };
  const debt = { amountCents: keptCents, issuedOn: place.effectiveOn, dueOn: place.effectiveOn };
  const returned = posting(
    place,
    {
      kind: "returned-payment",
      label: `Returned: ${event.label}`,
      documentId: event.documentId,
      reverses: event.number,
      item: keptCents === ZERO ? null : debt,
      allocations: reversed(atOnce),
      reductions: takenCents === ZERO ? [] : [taken],
    },
    event.otherSide.map((line) => takenFrom(line, event.depositedTo)),
  );
  assert(effectOf(returned).netCents === negative(event.amountCents), "a return is exactly the payment");
  return returned;
}

const takenFrom = ({ role, chartCode, amountCents }: JournalLine, bank: string | null): JournalLine =>
  bank !== null && role === "undeposited-funds"
    ? { role: "bank", chartCode: bank, amountCents: negative(amountCents) }
    : { role, ...(chartCode && { chartCode }), amountCents: negative(amountCents) };
