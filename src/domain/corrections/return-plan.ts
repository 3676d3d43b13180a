// Everything that happens when a payment comes back, on its own account and on those that it was merged into: pure, so
// that the question asked before it is done and the deed are the same plan.
import { assert } from "../assert.ts";
import type { Allocation, Effect } from "../ledger/posting.ts";
import { later, type Day } from "../values/day.ts";
import { ZERO, minus, plus, sum, type Cents } from "../values/money.ts";
import { reclaim, type UnAppliedAllocation, type UsedCredit } from "./returned-payment.ts";

/** `at`: the place of its account in the chain that leads from the payment's to the one that stays. */
export type ChainedCredit = UsedCredit & { at: number; effectiveOn: Day };

/** What is un-applied on one account on one day. */
export type UnAppliedOn = { at: number; on: Day; allocations: Allocation[] };

/** So much of an item or a credit that is open again on an account that was merged away, and moves on. */
export type Moving = { id: number; openCents: Cents; on: Day; from: number; pays: boolean };

export type ReturnPlan = {
  /** Applications of the payment that the return itself un-applies; the others are un-applied by events of their own. */
  atOnce: Allocation[];
  unApplied: UnAppliedOn[];
  /** What can't be taken from the payment's credit, and how much of that is free again later. */
  keptCents: Cents;
  freeCents: Cents;
  freeOn: Day;
  moving: Moving[];
  /** What merges moved of the payment and is open on the account that stays: it pays for the debt that the return leaves. */
  paying: Paying[];
};
export type Paying = { creditId: number; amountCents: Cents; on: Day };

/** `credits`: the payment's own first, then what it became on the accounts that it was merged into; `last` stays. */
export function planReturn(
  credits: readonly ChainedCredit[],
  { on, last }: { on: Day; last: number },
): ReturnPlan {
  const [own, ...moved] = credits;
  assert(own, "a payment has a credit");
  const { unApplied, ...kept } = reclaim(own, on);
  const elsewhere = moved.map((credit) => ({ ...credit, ...reclaim(credit, later(on, credit.effectiveOn)) }));
  return {
    ...kept,
    atOnce: unApplied.filter((each) => each.on === on).map(allocationOf),
    unApplied: [
      ...byDay(
        own.at,
        unApplied.filter((each) => each.on > on),
      ),
      ...elsewhere.flatMap(({ at, unApplied: there }) => byDay(at, there)),
    ],
    moving: [
      ...unApplied.map((each) => itemMoves(own.at, each)),
      ...elsewhere.flatMap(({ at, unApplied: there }) =>
        there.flatMap((each) => [itemMoves(at, each), creditMoves(at, each)]),
      ),
    ].filter(({ from }) => from < last),
    paying: elsewhere.flatMap(({ id, at, amountCents, keptCents, freeCents, freeOn }) => {
      const openCents = minus(amountCents, minus(keptCents, freeCents));
      return at === last && openCents > 0 ? [{ creditId: id, amountCents: openCents, on: freeOn }] : [];
    }),
  };
}

const itemMoves = (
  from: number,
  { itemId: id, amountCents: openCents, on }: UnAppliedAllocation,
): Moving => ({
  id,
  openCents,
  on,
  from,
  pays: false,
});
const creditMoves = (
  from: number,
  { creditId: id, amountCents: openCents, on }: UnAppliedAllocation,
): Moving => ({
  id,
  openCents,
  on,
  from,
  pays: true,
});
const allocationOf = ({ creditId, itemId, amountCents }: UnAppliedAllocation): Allocation => ({
  creditId,
  itemId,
  amountCents,
});

const byDay = (at: number, unApplied: readonly UnAppliedAllocation[]): UnAppliedOn[] =>
  [...Map.groupBy(unApplied, (each) => each.on)].map(([on, each]) => ({
    at,
    on,
    allocations: each.map(allocationOf),
  }));

/** The debt that the return leaves, once what is free of the payment again has paid for it; it moves on with the rest. */
export const debtOf = ({ keptCents, freeCents }: ReturnPlan): Cents => minus(keptCents, freeCents);

export type ReturnEffect = {
  owedAgain: { eventId: number; amountCents: Cents }[];
  /** What is owed of its own, since it was given back in money before. */
  debtCents: Cents;
  effect: Effect;
};

/** What it comes to in the end, whatever day it is dated. */
export function effectOfReturn(plan: ReturnPlan, paidCents: Cents): ReturnEffect {
  const owedAgain = new Map<number, Cents>();
  for (const { itemId, amountCents } of [
    ...plan.atOnce,
    ...plan.unApplied.flatMap((each) => each.allocations),
  ])
    owedAgain.set(itemId, plus(owedAgain.get(itemId) ?? ZERO, amountCents));
  const paying = [
    ...plan.paying.map((each) => each.amountCents),
    ...plan.moving.filter((each) => each.pays).map((each) => each.openCents),
  ];
  const debtCents = minus(debtOf(plan), sum(paying));
  const openItemsCents = plus(sum([...owedAgain.values()]), debtCents);
  return {
    owedAgain: [...owedAgain].map(([eventId, amountCents]) => ({ eventId, amountCents })),
    debtCents,
    effect: {
      netCents: paidCents,
      openItemsCents,
      openCreditCents: minus(openItemsCents, paidCents),
      retainedCents: ZERO,
    },
  };
}
