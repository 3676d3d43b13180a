// The bounds of an age and of an expected day, and that each way of sorting adds up to what is held.
import { expect, test } from "vitest";
import { addDays, day } from "../values/day.ts";
import { cents, sum } from "../values/money.ts";
import { expectedWhen, heldAgeOf, sumAged } from "./aged-retainage.ts";

const ASOF = day("2026-06-15");

test.each([
  [0, "d30"],
  [30, "d30"],
  [31, "d60"],
  [60, "d60"],
  [61, "d90"],
  [90, "d90"],
  [91, "older"],
])("invoiced %i days before", (days, age) => {
  expect(heldAgeOf(addDays(ASOF, -days), ASOF)).toBe(age);
});

test.each([
  [-1, "past"],
  [0, "past"],
  [1, "d30"],
  [30, "d30"],
  [31, "d90"],
  [90, "d90"],
  [91, "later"],
])("expected %i days after", (days, when) => {
  expect(expectedWhen(addDays(ASOF, days), ASOF)).toBe(when);
});

test("each way adds up to what is held", () => {
  const held = [
    { issuedOn: addDays(ASOF, -10), expectedOn: null, heldCents: cents(1_00) },
    { issuedOn: addDays(ASOF, -45), expectedOn: addDays(ASOF, 5), heldCents: cents(20_00) },
    { issuedOn: addDays(ASOF, -400), expectedOn: ASOF, heldCents: cents(300_00) },
  ];
  const { byAge, byExpected, heldCents } = sumAged(held, ASOF);
  expect(byAge).toEqual({ d30: 1_00, d60: 20_00, d90: 0, older: 300_00 });
  expect(byExpected).toEqual({ past: 300_00, d30: 20_00, d90: 0, later: 0, unsaid: 1_00 });
  expect(heldCents).toBe(321_00);
  expect([sum(Object.values(byAge)), sum(Object.values(byExpected))]).toEqual([heldCents, heldCents]);
});
