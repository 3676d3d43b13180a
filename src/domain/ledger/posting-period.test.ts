// Which month of the books takes what is dated in a closed one.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { periodChoice, postedWords } from "./posting-period.ts";

const [JAN, FEB, MAR, APR] = [day("2026-01-01"), day("2026-02-01"), day("2026-03-01"), day("2026-04-01")];

test.each([
  ["a day of an open month has no choice", "2026-03-15", null],
  ["a day of a closed month: the next open one first", "2026-02-10", { closed: FEB, open: [MAR, APR] }],
  ["the first and the last day, too", "2026-02-28", { closed: FEB, open: [MAR, APR] }],
  ["an open month before it isn't offered", "2026-02-01", { closed: FEB, open: [MAR, APR] }],
  ["before all that is known", "2025-12-31", null],
])("%s", (_what, on, choice) => {
  expect(periodChoice(day(on), { closed: [FEB], open: [JAN, MAR, APR] })).toEqual(choice);
});

test("with no open month behind it there is none to choose", () => {
  expect(periodChoice(FEB, { closed: [FEB], open: [JAN] })).toBeNull();
});

test("posted elsewhere", () => {
  expect(postedWords(day("2026-02-10"), FEB, "en-US")).toBeNull();
  expect(postedWords(day("2026-02-10"), MAR, "en-US")).toBe("dated in February 2026, posted in March 2026");
});
