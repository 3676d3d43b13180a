// Runs that come by themselves each month: on its first day, of the end of the month before; or on its last business day, of
// that day. A business day is Monday to Friday; a holiday isn't known.
import { addDays, addMonths, day, daysBetween, lastDayOf, monthOf, type Day } from "../values/day.ts";

export const RUN_DAYS = { first: "On the first", "last-business-day": "On the last business day" } as const;
export type RunDay = keyof typeof RUN_DAYS;

export const RUN_GOES = {
  rehearsal: "Stop at the rehearsal, to be approved",
  through: "Make and send them by themselves",
} as const;
export type RunGoes = keyof typeof RUN_GOES;

/** The first such day on or after `from`. */
export function nextRunOn(on: RunDay, from: Day): Day {
  const here = runDayIn(on, monthOf(from));
  return here >= from ? here : runDayIn(on, addMonths(monthOf(from), 1));
}

const A_MONDAY = day("2024-01-01");

function runDayIn(on: RunDay, month: Day): Day {
  if (on === "first") return month;
  const last = lastDayOf(month);
  const weekday = (((daysBetween(A_MONDAY, last) % 7) + 7) % 7) + 1;
  // Saturday and Sunday go back to Friday.
  return addDays(last, -Math.max(0, weekday - 5));
}

/** The day that the statements are of: the end of the month before, or the day itself. */
export const runAsOf = (on: RunDay, at: Day): Day => (on === "first" ? addDays(at, -1) : at);
