// An instant as the database wrote it ("2026-11-21 22:33:00.123+00"), said in the business's own zone and language.
// Only for reading: nothing is ever decided by an instant that passed through here.
import { day, isDay, type Day } from "./day.ts";

/** "Nov 21, 2026, 5:33 PM" in New York. */
export function formatInstant(at: string, locale: string, zone: string): string {
  return instantFormat(locale, zone).format(msOf(at));
}

/** Whether it is such an instant at all: what an address carries may be mangled. */
export function isInstant(text: string): boolean {
  const match =
    /^(\S{10})[ T]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-](0\d|1[0-4])(:?[0-5]\d)?)$/.exec(text);
  return match?.[1] !== undefined && isDay(match[1]);
}

/** Milliseconds since 1970, for comparing with the server's clock. */
export const msOf = (at: string): number => Date.parse(at);

/** "2026-11-21T22:33:00.123+00:00": the form that machines read, whoever wrote the instant. */
export const isoInstant = (at: string): string =>
  at
    .replace(" ", "T")
    .replace(/(\.\d{3})\d+/, "$1")
    .replace(/([+-]\d\d)$/, "$1:00");

/** "Nov 21, 2026": the day that the business's calendar showed. */
export const formatInstantDay = (at: string, locale: string, zone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: zone }).format(msOf(at));

/** The same as a business day. */
export function dayOfInstant(at: string, zone: string): Day {
  const two = "2-digit";
  // en-CA writes a day as YYYY-MM-DD.
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: two, day: two });
  return day(format.format(msOf(at)));
}

const HOUR = 3_600_000;

/**
 * The instant at which a clock on the wall there shows "2026-07-02T17:00". Of an hour that it shows twice the first,
 * of one that it skips the moment after; null for what is no time at all.
 */
export function instantAt(shown: string, zone: string): string | null {
  const wanted = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(shown) ? Date.parse(`${shown}Z`) : Number.NaN;
  if (Number.isNaN(wanted)) return null;
  const [before, after] = [-26 * HOUR, 26 * HOUR].map(
    (near) => wallClock(wanted + near, zone) - (wanted + near),
  );
  const instants = [wanted - (before ?? 0), wanted - (after ?? 0)].sort((a, b) => a - b);
  const found = instants.find((at) => wallClock(at, zone) === wanted) ?? wanted - (before ?? 0);
  return new Date(found).toISOString();
}

/** What a clock there shows, as milliseconds that a clock in Greenwich would show the same at. */
function wallClock(at: number, zone: string): number {
  const numeric = {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  } as const;
  const parts = new Intl.DateTimeFormat("en-US", {
    ...numeric,
    hourCycle: "h23",
    timeZone: zone,
  }).formatToParts(at);
  const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

const formats = new Map<string, Intl.DateTimeFormat>();
function instantFormat(locale: string, zone: string): Intl.DateTimeFormat {
  const key = `${locale} ${zone}`;
  const made =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  formats.set(key, made);
  return made;
}
