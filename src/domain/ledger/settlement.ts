// How an invoice was paid, told in order: each credit that settled some of it, what was un-applied or reversed and by what,
// and what was left to pay after each step.
import type { Day } from "../values/day.ts";
import type { EventName } from "./event.ts";
import { ZERO, minus, negative, type Cents } from "../values/money.ts";

export type Step = {
  /** The event that did it, and the day it counts from. */
  by: EventName;
  on: Day;
  kind: "applied" | "reversed" | "transferred" | "refunded";
  /** The credit that paid; null where the invoice itself was reversed or moved. */
  credit: (EventName & { paymentId: string | null; creditMemoId: string | null }) | null;
  /** Negative gives it back. */
  amountCents: Cents;
};

export type SettlementEntry = Step & {
  openCents: Cents;
  /** What un-applied or reversed this step later. */
  reversedBy: EventName | null;
};

/** `steps` in the order of their events. What is given back is the latest of what that credit had paid. */
export function settlementHistory(amountCents: Cents, steps: readonly Step[]): SettlementEntry[] {
  let openCents = amountCents;
  const told: SettlementEntry[] = [];
  for (const step of steps) {
    if (step.kind === "applied" && step.amountCents < 0) reverse(told, step);
    openCents = minus(openCents, step.amountCents);
    told.push({ ...step, openCents, reversedBy: null });
  }
  return told;
}

function reverse(told: SettlementEntry[], { credit, amountCents, by }: Step): void {
  let back: Cents = negative(amountCents);
  for (const earlier of told.toReversed()) {
    if (back <= ZERO) return;
    const sameCredit = earlier.kind === "applied" && earlier.credit?.eventId === credit?.eventId;
    if (!sameCredit || earlier.reversedBy || earlier.amountCents <= 0) continue;
    earlier.reversedBy = by;
    back = minus(back, earlier.amountCents);
  }
}
