// What puts an account on hold by itself, by the business's policy: something on it has been due for so many days, or more
// than so much above its limit is in use. Nothing is kept and no job runs: it holds while that is so, and no longer.
import type { Day } from "../values/day.ts";
import { daysBetween } from "../values/day.ts";
import { sum, type Cents } from "../values/money.ts";

/** As of a day: how long its oldest open debt has been due, and after how many days that holds it. */
export type HeldForAge = { daysPastDue: number; afterDays: number };

/** Why an account is on hold: what somebody said, or the figures. */
export type HoldFacts = Partial<HeldForAge> & { reason?: string; overCents?: Cents };

/** null: nothing is open, or nothing holds for age. */
export type AgePolicy = { oldestDueOn: Day | null; afterDays: number | null };

/** From the day on which it has been due for so many days; the guards of the database say the same (events_posted, limit_used). */
export function heldForAgeOn({ oldestDueOn, afterDays }: AgePolicy, on: Day): HeldForAge | null {
  if (oldestDueOn === null || afterDays === null) return null;
  const daysPastDue = daysBetween(oldestDueOn, on);
  return daysPastDue >= afterDays ? { daysPastDue, afterDays } : null;
}

type Settling = {
  /** What is open, by the day on which it is due. */
  debts: readonly { itemId: number; dueOn: Day; openCents: Cents }[];
  applied: readonly { itemId: number; amountCents: Cents }[];
};

/** What still holds it for its age once some of what is open is settled. */
export function heldForAgeOnceSettled(
  held: HeldForAge | null,
  { debts, applied }: Settling,
  on: Day,
): HeldForAge | null {
  if (held === null) return null;
  const settled = Map.groupBy(applied, ({ itemId }) => itemId);
  const isOpen = ({ itemId, openCents }: Settling["debts"][number]) =>
    openCents > sum((settled.get(itemId) ?? []).map(({ amountCents }) => amountCents));
  const oldestDueOn = debts.find(isOpen)?.dueOn ?? null;
  return heldForAgeOn({ oldestDueOn, afterDays: held.afterDays }, on);
}

/** More than so much above the limit, not so much. */
export const isOverHeld = (overCents: Cents, holdOverCents: Cents): boolean => overCents > holdOverCents;

/** "118 days past due, and the business stops charges after 60" and such, for one sentence; null where nothing is known. */
export function holdWords(
  { reason, daysPastDue, afterDays, overCents }: HoldFacts,
  write: (amount: Cents) => string,
): string | null {
  if (reason !== undefined) return reason.replace(/\.$/, "");
  if (overCents !== undefined) return `${write(overCents)} more than its limit is in use`;
  if (daysPastDue === undefined) return null;
  return `something on it is ${daysPastDue} days past due, and from ${afterDays} on nothing more is charged`;
}
