// The month of the books that takes what is dated on a day: the day's own, or, when that is closed, an open one, the
// next unless another is chosen. Balances and aging go by the day all the same (product.md, "Money, dates, numbers").
import type { Day } from "../values/day.ts";
import { formatMonth } from "../values/day-words.ts";

/** Months that are closed; and the open ones from the first of those on, to the current one at least. */
export type PostingMonths = { closed: readonly Day[]; open: readonly Day[] };

export type PeriodChoice = { closed: Day; open: readonly [Day, ...Day[]] };

/** Where the month of a day is closed: it, and the open ones to choose from, the default first. null when it is open. */
export function periodChoice(on: Day, months: PostingMonths): PeriodChoice | null {
  const closed = months.closed.find((month) => isOf(on, month));
  if (closed === undefined) return null;
  const [next, ...later] = months.open.filter((month) => month > on);
  return next === undefined ? null : { closed, open: [next, ...later] };
}

/** "dated in October 2026, posted in November 2026"; null of what is posted into its own month. */
export const postedWords = (on: Day, period: Day, locale: string): string | null =>
  isOf(on, period) ? null : `dated in ${formatMonth(on, locale)}, posted in ${formatMonth(period, locale)}`;

const isOf = (on: Day, month: Day): boolean => on.slice(0, 7) === month.slice(0, 7);
