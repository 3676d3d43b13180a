// Invoices that come again: on which days, until when, and what is said of that.
import { addDays, addMonths, daysBetween, earlier, lastDayOf, monthOf, type Day } from "../values/day.ts";
import { readTerms } from "../values/terms.ts";
import type { Draft } from "./draft.ts";

/** What is made on its day: a draft, an invoice, or one that is mailed to the customer, too. */
export const SCHEDULE_AS = ["draft", "issued", "mailed"] as const;
export type ScheduleAs = (typeof SCHEDULE_AS)[number];

/** Every seven days, or on a day of each month, on the last one where it has fewer. */
export type Cadence = { every: "week" } | { every: "month"; day: number };

/** `endsOn` is the last day that may have one; `leftCount` how many are still to come. null: no end. */
export type Until = { endsOn: Day | null; leftCount: number | null };

const inMonth = (month: Day, day: number): Day => earlier(addDays(month, day - 1), lastDayOf(month));

/** The first day that has one, from a day on. */
export function firstOn(cadence: Cadence, startsOn: Day): Day {
  if (cadence.every === "week") return startsOn;
  const first = inMonth(monthOf(startsOn), cadence.day);
  return first >= startsOn ? first : inMonth(addMonths(monthOf(startsOn), 1), cadence.day);
}

/** The day after `day` that has one. */
export const nextAfter = (cadence: Cadence, day: Day): Day =>
  cadence.every === "week" ? addDays(day, 7) : inMonth(addMonths(monthOf(day), 1), cadence.day);

/** After one of `day`: when the following is, and how many are left then; null when it was the last. */
export function afterOne(
  cadence: Cadence,
  day: Day,
  { endsOn, leftCount }: Until,
): { nextOn: Day; leftCount: number | null } | null {
  const nextOn = nextAfter(cadence, day);
  const left = leftCount === null ? null : leftCount - 1;
  return left === 0 || (endsOn !== null && nextOn > endsOn) ? null : { nextOn, leftCount: left };
}

/** "Weekly, on Mondays" without the weekday's name: the day is told beside it. */
export function cadenceWords(cadence: Cadence): string {
  if (cadence.every === "week") return "Every week";
  return cadence.day === 31 ? "On the last day of each month" : `On day ${cadence.day} of each month`;
}

/** The longest that a day that was typed is kept as days. */
const LONGEST = 365;

/** What comes again of a draft: all but its day, its number and its month of the books. */
export function templateOf(draft: Draft): Draft {
  const days =
    draft.issuedOn && draft.dueOn
      ? Math.min(Math.max(0, daysBetween(draft.issuedOn, draft.dueOn)), LONGEST)
      : 0;
  const terms = readTerms(draft.terms) ? draft.terms : `net-${days}`;
  return { ...draft, terms, issuedOn: null, dueOn: null, period: null, number: "", taxes: [] };
}
