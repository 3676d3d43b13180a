// A day and a month as the business writes them.
import type { Day } from "./day.ts";

/** "30 Jun 2013", or as the business's language writes it. */
export function formatDay(of: Day, locale = "en-GB"): string {
  return dayFormat(locale).format(ms(of));
}

/** "March 2026": a posting period. */
export const formatMonth = (of: Day, locale = "en-GB"): string =>
  new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(ms(of));

const formats = new Map<string, Intl.DateTimeFormat>();
function dayFormat(locale: string): Intl.DateTimeFormat {
  const made =
    formats.get(locale) ??
    new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  formats.set(locale, made);
  return made;
}

const ms = (of: Day): number =>
  Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5, 7)) - 1, Number(of.slice(8, 10)));
