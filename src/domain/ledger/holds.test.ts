// A hold by itself: from which day, and until it is paid.
import { expect, test } from "vitest";
import { day, addDays } from "../values/day.ts";
import { cents, formatAmount, type Cents } from "../values/money.ts";
import { heldForAgeOn, holdWords, isOverHeld } from "./holds.ts";

const DUE = day("2026-03-01");

test.each<[string, number, number | null, boolean]>([
  ["on the day it is due", 0, 30, false],
  ["a day too early", 29, 30, false],
  ["on the very day", 30, 30, true],
  ["the day after", 31, 30, true],
  ["where nothing holds for age", 400, null, false],
])("%s", (_what, days, afterDays, held) => {
  const now = heldForAgeOn({ oldestDueOn: DUE, afterDays }, addDays(DUE, days));
  expect(now).toEqual(held ? { daysPastDue: days, afterDays } : null);
});

test("nothing open holds nothing", () => {
  expect(heldForAgeOn({ oldestDueOn: null, afterDays: 1 }, DUE)).toBeNull();
});

test("so much above the limit is let, and a cent more isn’t", () => {
  expect(isOverHeld(cents(5_00), cents(5_00))).toBe(false);
  expect(isOverHeld(cents(5_01), cents(5_00))).toBe(true);
});

test("each hold says why", () => {
  const write = (amount: Cents) => formatAmount(amount, "USD");
  expect(holdWords({ reason: "Check came back." }, write)).toBe("Check came back");
  expect(holdWords({ overCents: cents(7_50) }, write)).toBe("7.50 more than its limit is in use");
  expect(holdWords({ daysPastDue: 31, afterDays: 30 }, write)).toMatch(/31 days past due.*from 30 on/);
  expect(holdWords({}, write)).toBeNull();
});
