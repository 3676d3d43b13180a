// Two steps of a random history that are sent at once, and often race for the same thing.
import { WHOLE } from "./model-plan.ts";
import type { Step } from "./model-step.ts";

const RACES = [
  "charge",
  "reserve",
  "capture",
  "charge",
  "deposit",
  "release",
  "credit",
  "early",
  "split",
] as const;

/** Every other time both want the same thing: the last room in a limit, one payment, one line. */
export function rivals(first: Step, second: Step): Step[] {
  const kind = RACES[first.b % RACES.length];
  if (second.amount % 2 === 0 || !kind) return [first, second];
  const { a, b } = first;
  return [first, second].map((step, at) => ({
    ...step,
    kind,
    a,
    b,
    mode: WHOLE,
    // The family that there is from the start.
    who: kind === "charge" || kind === "reserve" ? at * 2 : step.who,
  }));
}
