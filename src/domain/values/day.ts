// A business day: a plain date with no time and no zone. Days are compared as text, counted as days,
// and never pass through a local clock, so no zone can walk a due date back (lessons.md 61).
import { assert } from "../assert.ts";

export type Day = string & { readonly __unit: "day" };

const MS_PER_DAY = 86_400_000;

export function isDay(text: string): text is Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match || text < "1900-01-01") return false;
  const [year, month, on] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && on >= 1 && on <= daysIn(year, month);
}

/** Counted, not asked of a Date: a long file has hundreds of thousands of days. */
function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

export function day(text: string): Day {
  assert(isDay(text), `${text} is a day`);
  return text;
}

export const addDays = (from: Day, days: number): Day => day(fromMs(ms(from) + days * MS_PER_DAY));

/** Whole days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => (ms(to) - ms(from)) / MS_PER_DAY;

/** The first day of the month that `of` lies in: how a posting period is named. */
export const monthOf = (of: Day): Day => day(`${of.slice(0, 7)}-01`);

export function addMonths(month: Day, months: number): Day {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  const year = String(Math.floor(count / 12)).padStart(4, "0");
  return day(`${year}-${String((count % 12) + 1).padStart(2, "0")}-01`);
}

export const lastDayOf = (month: Day): Day => addDays(addMonths(monthOf(month), 1), -1);
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
export const later = (a: Day, b: Day): Day => (a > b ? a : b);

function ms(of: Day): number {
  return Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5, 7)) - 1, Number(of.slice(8, 10)));
}

function fromMs(at: number): string {
  return Number.isNaN(at) ? "" : new Date(at).toISOString().slice(0, 10);
}
