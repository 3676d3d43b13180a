// The only clock. "Today" is a business's own day in its own zone, asked once per request; tests set the hands.
import { day, type Day } from "@/domain/values/day.ts";

let read = () => new Date();

export const now = (): Date => read();

/** For tests: stop the clock at an instant, or let it run again. */
export function setClock(at: string | null): void {
  read = at === null ? () => new Date() : () => new Date(at);
}

export function today(zone: string, at: Date = now()): Day {
  return day(dayIn(zone).format(at));
}

/** The hour that a wall clock shows there, 0 to 23. */
export function hourIn(zone: string, at: Date = now()): number {
  return Number(
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" }).format(at),
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayIn(zone: string): Intl.DateTimeFormat {
  const made =
    formats.get(zone) ??
    // en-CA writes a day as YYYY-MM-DD.
    new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  formats.set(zone, made);
  return made;
}

/** For libraries that want a Date of an instant that the database wrote. */
export const asDate = (instant: string): Date => new Date(instant);

/** Where a new business's books start unless it says otherwise. */
export const firstOfThisYear = (): Day => day(`${today("UTC").slice(0, 4)}-01-01`);
