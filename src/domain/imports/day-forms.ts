// Days as files write them. A cell alone never says whether 01/03/2026 is in January or in March: its column does, by one
// cell above 12, and where none is, a person.
import { isDay, type Day } from "../values/day.ts";
import { monthNamed } from "./day-words.ts";
import type { DayOrder } from "./plan.ts";
import type { Cell } from "./sheet.ts";

/** What a cell says: a day, two numbers whose order has to be known, or nothing that is a day. */
export type DayCell =
  | { kind: "day"; on: Day; serial: boolean }
  | { kind: "ordered"; first: number; second: number; year: number; dotted: boolean }
  | { kind: "none" };

const NONE: DayCell = { kind: "none" };

const TIME =
  /(?:[T ,]+\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)$/i;
const WEEKDAY = /^\p{L}{2,10}\.?,?\s+(?=\d|\p{L}{3,10}\.?\s+\d)/u;

const LONGEST = 80;

export function readDayCell(cell: Cell): DayCell {
  if (typeof cell === "number") return serialDay(cell);
  if (cell.length > LONGEST) return NONE;
  if (isDay(cell)) return { kind: "day", on: cell, serial: false };
  const text = cell.trim().replace(TIME, "").trim();
  const ymd =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^((?:19|20)\d{2})()(\d{2})(\d{2})$/.exec(text);
  if (ymd) return dayOf(Number(ymd[1]), Number(ymd[3]), Number(ymd[4]));
  const numeric = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/.exec(text);
  if (numeric) {
    const [, first, sign, second, year] = numeric;
    return ordered({
      first: Number(first),
      second: Number(second),
      year: fullYear(year ?? ""),
      dotted: sign === ".",
    });
  }
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return serialDay(Number(text));
  return namedMonth(text) ?? namedMonth(text.replace(WEEKDAY, "")) ?? NONE;
}

/** In no order 13/13 and 0/5 are days. */
function ordered(cell: { first: number; second: number; year: number; dotted: boolean }): DayCell {
  const { first, second, year } = cell;
  if (dayOf(year, first, second).kind === "none" && dayOf(year, second, first).kind === "none") return NONE;
  return { kind: "ordered", ...cell };
}

/** "2-Jan-2026", "2. März 2026", "2 de enero de 2026", "Jan 2, 2026", "January 2nd 2026", "2026-Jan-02". */
function namedMonth(text: string): DayCell | null {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[-/\s]*(?:de\s+)?(\p{L}{3,10})\.?,?[-/\s]*(?:de\s+|')?(\d{4}|\d{2})$/iu.exec(
      text,
    );
  if (dayFirst) return monthDay(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^(\p{L}{3,10})\.?[-\s]*(\d{1,2})(?:st|nd|rd|th)?[,\s-]+(\d{4}|\d{2})$/iu.exec(text);
  if (monthFirst) return monthDay(monthFirst[3], monthFirst[1], monthFirst[2]);
  const yearFirst = /^(\d{4})[-/\s](\p{L}{3,10})\.?[-/\s](\d{1,2})$/iu.exec(text);
  return yearFirst ? monthDay(yearFirst[1], yearFirst[2], yearFirst[3]) : null;
}

function monthDay(year = "", name = "", on = ""): DayCell | null {
  const month = monthNamed(name);
  return month === undefined ? null : dayOf(fullYear(year), month, Number(on));
}

/** Of two digits, up to 69 it is of this century: how spreadsheets and POSIX read them. */
const fullYear = (text: string): number => {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 70 ? 2000 : 1900);
};

function dayOf(year: number, month: number, on: number): DayCell {
  const text = `${String(year).padStart(4, "0")}-${pad(month)}-${pad(on)}`;
  return isDay(text) ? { kind: "day", on: text, serial: false } : NONE;
}

const pad = (part: number) => String(part).padStart(2, "0");

/** A spreadsheet counts days from the end of 1899; 1954 to 2119, so that an amount isn't taken for one. */
function serialDay(serial: number): DayCell {
  const whole = Math.floor(serial);
  if (whole < 20_000 || whole > 80_000) return NONE;
  const on = fromSerial(whole);
  return isDay(on) ? { kind: "day", on, serial: true } : NONE;
}

/** Civil day from a count of days, after Howard Hinnant's "chrono-compatible low-level date algorithms". */
function fromSerial(serial: number): string {
  const z = serial - 25_569 + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${pad(month)}-${pad(doy - Math.floor((153 * mp + 2) / 5) + 1)}`;
}

/** Null where the order isn't known, or the day isn't one in that order. */
export function dayIn(cell: DayCell, order: DayOrder | null): Day | null {
  if (cell.kind === "day") return cell.on;
  if (cell.kind === "none" || order === null || order === "ymd") return null;
  const { first, second, year } = cell;
  const read = order === "dmy" ? dayOf(year, second, first) : dayOf(year, first, second);
  return read.kind === "day" ? read.on : null;
}

/** How the cells of a column are written, counted while its rows go by. */
export class DayFacts {
  days = 0;
  serials = 0;
  /** Could be either; only day first; only month first; and those with points, which nobody writes month first. */
  either = 0;
  dayFirst = 0;
  monthFirst = 0;
  dotted = 0;
  /** In whichever order it is the later day. */
  last: Day | null = null;

  add(cell: DayCell): void {
    if (cell.kind === "none") return;
    this.days += 1;
    for (const on of cell.kind === "day" ? [cell.on] : [dayIn(cell, "dmy"), dayIn(cell, "mdy")])
      if (on !== null && (this.last === null || on > this.last)) this.last = on;
    if (cell.kind === "day") this.serials += cell.serial ? 1 : 0;
    else if (cell.first > 12) this.dayFirst += 1;
    else if (cell.second > 12) this.monthFirst += 1;
    else if (cell.first === cell.second) return;
    else if (cell.dotted) this.dotted += 1;
    else this.either += 1;
  }

  get mixed(): boolean {
    return this.dayFirst > 0 && this.monthFirst > 0;
  }

  /** What its own cells settle; null where they don't, or say both. */
  get order(): DayOrder | null {
    if (this.mixed || (this.dotted > 0 && this.monthFirst > 0)) return null;
    if (this.dayFirst > 0) return "dmy";
    if (this.monthFirst > 0) return "mdy";
    return this.dotted > 0 && this.either === 0 ? "dmy" : null;
  }

  /** Whether it has to be known at all. */
  get needsOrder(): boolean {
    return this.either + this.dayFirst + this.monthFirst + this.dotted > 0;
  }
}
