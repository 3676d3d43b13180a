// How an account pays, of the last year: what was invoiced and what of it is paid in full, how many days that took, and
// how late it was. What is open still says so by the day on which its oldest was due.
import type { GrossSum } from "../values/money.ts";

export const HABIT_DAYS = 365;
/** Either half of the trend: what was invoiced in the last so many days, and in as many before. */
export const TREND_DAYS = 90;

export type PayingHabit = {
  /** Of the year. */
  invoicedCents: GrossSum;
  /** Of the last TREND_DAYS, and of as many before. */
  recentCents: GrossSum;
  beforeCents: GrossSum;
  /** Invoices that were paid in full within the year. */
  paidInvoices: number;
  /** How many of those after their due day. */
  paidLate: number;
  /** Whole days from the invoice to its last payment, by amount; null where none was paid. */
  daysToPay: number | null;
  /** Whole days past the due day, by amount: 0 and less is in time. */
  daysLate: number | null;
  /** How long the oldest open debt has been due; null where nothing is due. */
  oldestDaysPastDue: number | null;
};

/** "34 days, 4 late", and null where nothing was paid. */
export function habitWords({
  daysToPay,
  daysLate,
}: Pick<PayingHabit, "daysToPay" | "daysLate">): string | null {
  if (daysToPay === null || daysLate === null) return null;
  const took = daysToPay === 1 ? "1 day" : `${daysToPay} days`;
  return daysLate > 0 ? `${took}, ${daysLate} late` : `${took}, in time`;
}

/** Whole per cent by which the last days differ from those before; null where there was nothing before, or one is more than can be said. */
export function trendOf({
  recentCents,
  beforeCents,
}: Pick<PayingHabit, "recentCents" | "beforeCents">): number | null {
  return recentCents !== null && beforeCents !== null && beforeCents > 0
    ? Math.round((recentCents / beforeCents - 1) * 100)
    : null;
}
