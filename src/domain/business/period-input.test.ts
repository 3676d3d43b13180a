// Which ranges of months can be closed.
import { expect, test } from "vitest";
import { PeriodRange } from "./period-input.ts";

test("months, from the first to the last", () => {
  const range = { from: "2026-01-01", through: "2026-01-01" };
  expect(PeriodRange.parse(range)).toEqual(range);
});

test.each([
  ["2026-01-15", "2026-02-01", "from", "Not a month."],
  ["2026-01-01", "2026-01-31", "through", "Not a month."],
  ["2026-03-01", "2026-02-01", "through", "The range ends before it begins."],
])("%s to %s is refused", (from, through, field, message) => {
  expect(PeriodRange.safeParse({ from, through }).error?.issues).toMatchObject([{ path: [field], message }]);
});
