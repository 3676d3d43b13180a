// What the model does with a payment that the bank gave back, day by day, and with money that comes back to one.
import type { Day } from "@/domain/values/day.ts";
import { draft, No, nth, doesNotFit, type At, type Draft } from "./model-command.ts";
import { allOf, spareFrom, total, usedOf, type Fact, type Model, type Use } from "./model.ts";

type Taken = Use & { on: Day };
type Bounce = At & { fee?: number };

/** What it settled is owed again from the day on which it stays settled; the rest is taken from it, or owed of its own. */
export function returned(model: Model, paid: Fact, { who, on, fee = 0 }: Bounce): Draft[] {
  if (model.facts.some((each) => each.reverses === paid.number)) throw new No("reversed-before");
  if (on < paid.on) throw doesNotFit();
  const facts = allOf(model, paid.who);
  const all = unApplied(facts, paid, on);
  const { taken, kept, left, lastOn } = whatIsLeft(facts, paid, { on, taken: all });
  const at = { who: paid.who, on };
  const later = [...new Set(taken.map((each) => each.on))].filter((day) => day > on).sort();
  const usesOn = (day: Day) =>
    taken
      .filter((each) => each.on === day)
      .map(({ creditId, itemId, amount }) => ({ creditId, itemId, amount: -amount }));
  const amount = paid.credit ?? 0;
  const deposited = model.deposits.some((each) => !each.undone && each.payments.includes(paid.number));
  return [
    ...later.map((day) => draft("un-application", { ...at, on: day }, { uses: usesOn(day) })),
    draft("returned-payment", at, {
      reverses: paid.number,
      item: kept > 0 ? { amount: kept, due: on, document: "" } : null,
      uses: usesOn(on),
      losses: amount > kept ? [{ creditId: paid.number, amount: amount - kept }] : [],
      // Once it was deposited, it was the bank that gave it back.
      undeposited: deposited ? 0 : -amount,
    }),
    ...(fee ? [feeOf({ who, on }, fee)] : []),
    ...(kept > left
      ? [
          draft(
            "application",
            { ...at, on: lastOn },
            { uses: [{ creditId: paid.number, itemId: nth(later.length), amount: kept - left }] },
          ),
        ]
      : []),
  ];
}

/** What the bank charges for it, charged on. */
export const feeOf = (where: At, fee: number): Draft =>
  draft("returned-payment-fee", where, { item: { amount: fee, due: where.on, document: "" } });

const daysFrom = (facts: readonly Fact[], on: Day): Day[] =>
  [...new Set([on, ...facts.map((fact) => fact.on).filter((day) => day > on)])].sort();
const until = (facts: readonly Fact[], day: Day) => facts.filter((fact) => fact.on <= day);
const applied = (facts: readonly Fact[], creditId: number, itemId: number) =>
  total(
    facts
      .flatMap((fact) => fact.uses)
      .filter((use) => use.creditId === creditId && use.itemId === itemId)
      .map((use) => use.amount),
  );

/** Day after day, what of the applications stays on every day that follows, and wasn't un-applied before. */
function unApplied(facts: readonly Fact[], { number: creditId }: Fact, on: Day): Taken[] {
  const days = daysFrom(facts, on);
  const uses = facts.flatMap((fact) => fact.uses).filter((use) => use.creditId === creditId);
  const taken: Taken[] = [];
  for (const itemId of new Set(uses.map((use) => use.itemId)))
    for (const day of days) {
      const stays = days
        .filter((each) => each >= day)
        .map((each) => until(facts, each))
        .map((known) => Math.min(applied(known, creditId, itemId), usedOf(known, "itemId", itemId)));
      const before = total(taken.filter((each) => each.itemId === itemId).map((each) => each.amount));
      const amount = Math.min(...stays) - before;
      if (amount > 0) taken.push({ creditId, itemId, amount, on: day });
    }
  return taken;
}

/** Where days lie so that less than nothing would be used on one of them, nothing is un-applied. */
function whatIsLeft(facts: readonly Fact[], paid: Fact, { on, taken }: { on: Day; taken: readonly Taken[] }) {
  const used = daysFrom(facts, on).map(
    (day) =>
      usedOf(until(facts, day), "creditId", paid.number) -
      total(taken.filter((each) => each.on <= day).map((each) => each.amount)),
  );
  const kept = Math.max(0, ...used);
  if (taken.length > 0 && used.some((each) => each + (paid.credit ?? 0) - kept < 0))
    return whatIsLeft(facts, paid, { on, taken: [] });
  const touched = facts
    .filter((fact) => [...fact.uses, ...fact.losses].some((use) => use.creditId === paid.number))
    .map((fact) => fact.on);
  const lastOn = [on, ...touched, ...taken.map((each) => each.on)].sort().at(-1) as Day;
  return { taken, kept, left: used.at(-1) ?? 0, lastOn };
}

/** What these events give back to a payment that was returned pays for the debt that its return left. */
export function withDebtsPaid(model: Model, drafts: readonly Draft[]): Draft[] {
  const made: Draft[] = [...drafts];
  for (const { who, on, losses } of drafts)
    for (const { creditId, amount } of losses) {
      const debt = model.facts.find(
        (fact) => fact.reverses === creditId && fact.kind === "returned-payment" && fact.item,
      );
      if (!debt || creditId === undefined || amount >= 0) continue;
      const facts = [
        ...allOf(model, who),
        ...made
          .filter((each) => each.who === who)
          .map((each, n) => ({ ...each, number: -1 - n, step: 0, period: each.on })),
      ];
      const paid = debt.who === who ? Math.min(-amount, Math.max(0, spareFrom(facts, debt, on))) : 0;
      if (paid > 0)
        made.push(
          draft("application", { who, on }, { uses: [{ creditId, itemId: debt.number, amount: paid }] }),
        );
    }
  return made;
}
