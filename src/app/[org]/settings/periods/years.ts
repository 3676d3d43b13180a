// Posting periods as the page groups them, and how far the books are closed, in words.
import type { Day } from "@/domain/values/day.ts";
import type { RouterOutputs } from "@/server/client.ts";

export type Period = RouterOutputs["periods"]["list"][number];

/** Newest year first, and within it newest month first, as they come. */
export function yearsOf(periods: readonly Period[]): { year: string; months: Period[] }[] {
  const years = new Map<string, Period[]>();
  for (const period of periods) {
    const year = period.month.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), period]);
  }
  return [...years].map(([year, months]) => ({ year, months }));
}

/** `periods` newest first. "closed through March 2026", unless a month before that is open. */
export function standing(periods: readonly Period[], write: (month: Day) => string): string {
  const latest = periods.findIndex(({ status }) => status === "closed");
  const closed = periods[latest];
  if (!closed) return "every month is open";
  const gaps = periods.slice(latest).filter(({ status }) => status === "open");
  if (gaps.length === 0) return `closed through ${write(closed.month)}`;
  const [only] = gaps;
  return gaps.length === 1 && only
    ? `closed through ${write(closed.month)}, but for ${write(only.month)}`
    : `closed through ${write(closed.month)}, but for ${gaps.length} months before it`;
}
