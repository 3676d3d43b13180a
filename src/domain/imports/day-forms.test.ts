// Days as files have them: each way of writing is read back as the day it was written from, and a column settles its order
// by one cell above 12 or not at all.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { LOCALES } from "../business/region.ts";
import { addDays, addMonths, day } from "../values/day.ts";
import { formatDay } from "../values/day-words.ts";
import { DayFacts, dayIn, readDayCell } from "./day-forms.ts";

test.each([
  ["2026-01-02", "2026-01-02"],
  ["2026/1/2", "2026-01-02"],
  ["20260102", "2026-01-02"],
  ["2026-01-02T00:00:00", "2026-01-02"],
  ["2020-05-31 00:00:00.000", "2020-05-31"],
  ["2026-01-02 11:59 PM", "2026-01-02"],
  ["2-Jan-2026", "2026-01-02"],
  ["2-Jan-26", "2026-01-02"],
  ["Jan 2, 2026", "2026-01-02"],
  ["January 2nd, 2026", "2026-01-02"],
  ["Mon, Jan 5, 2026", "2026-01-05"],
  ["2. März 2026", "2026-03-02"],
  ["15 février 2026", "2026-02-15"],
  ["2 de enero de 2026", "2026-01-02"],
  ["2026-Jan-02", "2026-01-02"],
  ["46024", "2026-01-02"],
  [46024, "2026-01-02"],
  [46024.75, "2026-01-02"],
  ["29 Feb 2024", "2024-02-29"],
])("%s is %s in any order", (cell, on) => {
  expect(dayIn(readDayCell(cell), null)).toBe(on);
});

test.each([
  "",
  "soon",
  "2026-02-30",
  "31/31/2026",
  "0/5/2026",
  "29 Feb 2026",
  "1250.00",
  12,
  "Total Alder Homes",
  "2026",
])("%s is no day", (cell) => {
  expect(readDayCell(cell)).toEqual({ kind: "none" });
});

test("1/2/26 is a day only once its column's order is known", () => {
  const cell = readDayCell("1/2/26");
  expect([dayIn(cell, null), dayIn(cell, "dmy"), dayIn(cell, "mdy")]).toEqual([
    null,
    "2026-02-01",
    "2026-01-02",
  ]);
  expect(dayIn(readDayCell("13/2/2026"), "mdy")).toBeNull();
});

test("any day, written in any way, is read as it was meant", () => {
  const any = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day("1975-01-01"), days));
  const sign = fc.constantFrom("/", "-", ".");
  fc.assert(
    fc.property(any, sign, fc.boolean(), (on, between, padded) => {
      const [year = "", month = "", of = ""] = on.split("-");
      const short = (part: string) => (padded ? part : String(Number(part)));
      expect(dayIn(readDayCell([short(of), short(month), year].join(between)), "dmy")).toBe(on);
      expect(dayIn(readDayCell([short(month), short(of), year].join(between)), "mdy")).toBe(on);
      expect(dayIn(readDayCell(`${on} 12:30:00`), null)).toBe(on);
      const serial = Math.round((Date.parse(on) - Date.parse("1899-12-30")) / 86_400_000);
      expect(dayIn(readDayCell(serial), null)).toBe(on);
    }),
  );
});

function facts(...cells: string[]): DayFacts {
  const made = new DayFacts();
  for (const cell of cells) made.add(readDayCell(cell));
  return made;
}

test("the last day of a column, in whichever order it is later", () => {
  const last = (...cells: string[]) => {
    const facts = new DayFacts();
    for (const cell of cells) facts.add(readDayCell(cell));
    return facts.last;
  };
  expect(last("2026-02-03", "", "2025-12-31")).toBe("2026-02-03");
  expect(last("01/03/2026", "02/02/2026")).toBe("2026-03-01");
  expect(last("no day")).toBeNull();
});

test("one cell above 12 settles a column; none leaves it open; both ways settle nothing", () => {
  expect(facts("01/03/2026", "25/03/2026").order).toBe("dmy");
  expect(facts("01/03/2026", "03/25/2026").order).toBe("mdy");
  expect(facts("01/03/2026", "02/04/2026")).toMatchObject({ order: null, needsOrder: true, mixed: false });
  expect(facts("25/03/2026", "03/25/2026")).toMatchObject({ order: null, mixed: true });
  expect(facts("2026-01-03", "5 Jan 2026")).toMatchObject({ order: null, needsOrder: false });
  expect(facts("5/5/2026").needsOrder).toBe(false);
  expect(facts("05.01.2026", "06.02.2026").order).toBe("dmy");
});

test.each(Object.keys(LOCALES))("a day of any month as %s shows it is read as that day", (locale) => {
  for (let month = 0; month < 12; month++)
    for (const on of [0, 11].map((days) => addDays(addMonths(day("2026-01-01"), month), days)))
      expect([formatDay(on, locale), dayIn(readDayCell(formatDay(on, locale)), null)]).toEqual([
        formatDay(on, locale),
        on,
      ]);
});
