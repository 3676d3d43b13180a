// Days are counted as days, whatever the calendar or the zone of the machine does.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, day, daysBetween, earlier, isDay, lastDayOf, later, monthOf } from "./day.ts";
import { AnyDay } from "./day-shape.ts";
import { formatDay } from "./day-words.ts";

const days = fc.integer({ min: 0, max: 73_000 }).map((count) => addDays(day("1900-01-01"), count));

describe("what is a day", () => {
  test.each(["1900-01-01", "2024-02-29", "2000-02-29", "2026-12-31", "9999-12-31"])("%s", (text) => {
    expect(isDay(text)).toBe(true);
    expect(AnyDay.safeParse(text).success).toBe(true);
  });

  test.each([
    ...[
      "",
      "2026",
      "2026-1-1",
      "2026-02-29",
      "1900-02-29",
      "2026-04-31",
      "2026-13-01",
      "2026-00-10",
      "2026-01-00",
    ],
    ...[
      "1899-12-31",
      "0001-01-01",
      "10000-01-01",
      "2026-01-01T00:00",
      " 2026-01-01",
      "२०२६-०१-०१",
      "2026-01-01\n",
    ],
  ])("%j is none", (text) => {
    expect(isDay(text)).toBe(false);
    expect(AnyDay.safeParse(text).success).toBe(false);
  });

  test.each([20260101, null, undefined, {}])("%j is none", (value) => {
    expect(AnyDay.safeParse(value).success).toBe(false);
  });
});

describe("counting", () => {
  test.each([
    ["2026-01-31", 1, "2026-02-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-02-28", 1, "2026-03-01"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-03-28", 2, "2026-03-30"], // Europe's clocks go forward
    ["2026-10-31", 2, "2026-11-02"], // America's go back
    ["2026-01-01", -1, "2025-12-31"],
    ["2026-01-31", 30, "2026-03-02"],
  ])("%s and %d days is %s", (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(count);
  });

  test("days between and days added are each other's opposite", () => {
    fc.assert(
      fc.property(
        days,
        days,
        (a, b) => addDays(a, daysBetween(a, b)) === b && daysBetween(a, b) === -daysBetween(b, a),
      ),
    );
  });

  test("text order is the order of days", () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
        expect([earlier(a, b), later(a, b)]).toEqual([a, b].sort());
      }),
    );
  });
});

test.each([
  ["2026-06-30", "2026-06-01", "2026-06-30"],
  ["2024-02-10", "2024-02-01", "2024-02-29"],
  ["2026-12-01", "2026-12-01", "2026-12-31"],
])("%s lies in the month of %s, which ends on %s", (of, month, last) => {
  expect(monthOf(day(of))).toBe(month);
  expect(lastDayOf(day(of))).toBe(last);
});

test.each([
  ["2026-01-01", 1, "2026-02-01"],
  ["2026-12-01", 1, "2027-01-01"],
  ["2026-01-01", -1, "2025-12-01"],
  ["2026-11-15", 120, "2036-11-01"],
  ["2026-01-01", -13, "2024-12-01"],
])("%s and %d months is %s", (from, count, to) => {
  expect(addMonths(day(from), count)).toBe(to);
});

test("a day is written without a zone: the same everywhere", () => {
  expect(formatDay(day("2013-06-30"))).toBe("30 Jun 2013");
  expect(formatDay(day("2026-01-01"), "en-US")).toBe("Jan 1, 2026");
});

test("nothing but a day becomes one", () => {
  expect(() => day("2026-02-30")).toThrow("broken claim");
});
