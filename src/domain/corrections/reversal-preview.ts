// What reversing an event will do, told before it is done: by the rule that does it, on the values it would do it on.
import { ZERO, negative, plus, sum, type Cents } from "../values/money.ts";
import { effectOf, type Allocation, type Effect } from "../ledger/posting.ts";
import type { RefusalCode } from "../refusal.ts";
import { isOneSide, postReversal, whyNotReversible, type EventState } from "./reversal.ts";
import { reopenedBy, reversesTransferred } from "./transfer.ts";

/** Another event whose item is owed again, or whose credit is open again; negative: settled or used again. */
export type Moved = { eventId: number; amountCents: Cents };

export type PreviewedReversal = {
  /** Why it can't be reversed; then nothing happens. */
  stays: RefusalCode | null;
  owedAgain: Moved[];
  openAgain: Moved[];
  effect: Effect;
};

const NOTHING: Effect = {
  netCents: ZERO,
  openItemsCents: ZERO,
  openCreditCents: ZERO,
  retainedCents: ZERO,
};

const refused = (stays: RefusalCode): PreviewedReversal => ({
  stays,
  owedAgain: [],
  openAgain: [],
  effect: NOTHING,
});

/** On an account that was merged away, what it opens again stands on the one that stays: the effect is on that one. */
export function previewReversal(event: EventState, mergedAway = false): PreviewedReversal {
  const why = isOneSide(event.kind) ? "reversed-in-pairs" : whyNotReversible(event);
  if (why) return refused(why);
  const place = { number: 0, accountId: "", effectiveOn: event.effectiveOn, period: event.effectiveOn };
  const { allocations, ...parts } = postReversal({ ...place, memo: "" }, event);
  if (mergedAway && reversesTransferred(reopenedBy({ allocations, ...parts }))) return refused("used-since");
  const moved = (side: "itemId" | "creditId", own: number | undefined) =>
    summed(allocations.filter((each) => each[side] !== own).map((each) => onSide(each, side)));
  return {
    stays: null,
    owedAgain: moved("itemId", event.item?.id),
    openAgain: moved("creditId", event.credit?.id),
    effect: effectOf({ allocations, ...parts }),
  };
}

type Told = Pick<PreviewedReversal, "owedAgain" | "effect">;

/** With what goes along: discounts that were kept with a payment. */
export const withDiscounts = <Whole extends Told>(told: Whole, discounts: readonly Told[]): Whole => ({
  ...told,
  owedAgain: summed([told, ...discounts].flatMap((each) => each.owedAgain)),
  effect: {
    netCents: sum([told, ...discounts].map((each) => each.effect.netCents)),
    openItemsCents: sum([told, ...discounts].map((each) => each.effect.openItemsCents)),
    openCreditCents: sum([told, ...discounts].map((each) => each.effect.openCreditCents)),
    retainedCents: sum([told, ...discounts].map((each) => each.effect.retainedCents)),
  },
});

const onSide = (each: Allocation, side: "itemId" | "creditId"): Moved => ({
  eventId: each[side],
  amountCents: negative(each.amountCents),
});

function summed(moved: readonly Moved[]): Moved[] {
  const sums = new Map<number, Cents>();
  for (const { eventId, amountCents } of moved)
    sums.set(eventId, plus(sums.get(eventId) ?? ZERO, amountCents));
  return [...sums].map(([eventId, amountCents]) => ({ eventId, amountCents }));
}
