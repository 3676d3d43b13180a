// How far the books are closed, as one says it.
import { expect, test } from "vitest";
import { day } from "@/domain/values/day.ts";
import { standing, yearsOf, type Period } from "./years.ts";

/** Newest first, from June 2026 back: o open, c closed. */
const months = ["2026-06", "2026-05", "2026-04", "2026-03", "2026-02", "2026-01", "2025-12", "2025-11"];
const periods = (marks: string): Period[] =>
  [...marks].map((mark, at) => ({
    month: day(`${months[at]}-01`),
    status: mark === "c" ? "closed" : "open",
  }));
const write = (month: string) => month.slice(0, 7);

test.each([
  ["oooooooo", "every month is open"],
  ["oocccccc", "closed through 2026-04"],
  ["oocccocc", "closed through 2026-04, but for 2026-01"],
  ["oocoooco", "closed through 2026-04, but for 4 months before it"],
  ["cccccccc", "closed through 2026-06"],
])("%s: %s", (marks, words) => expect(standing(periods(marks), write)).toBe(words));

test("months are grouped by their year, newest first", () => {
  expect(yearsOf(periods("oooooooo")).map(({ year, months: own }) => [year, own.length])).toEqual([
    ["2026", 6],
    ["2025", 2],
  ]);
});
