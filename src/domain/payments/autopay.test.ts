// When autopay is told and taken, how much, and when it is given up.
import { expect, test } from "vitest";
import { LANGUAGE_CODES } from "../language/language.ts";
import { day } from "../values/day.ts";
import { cents } from "../values/money.ts";
import { isToBeTold, nextCharge, nextTry, planAutopay, takenOn } from "./autopay.ts";
import type { PayableItem } from "./online.ts";
import { payWords } from "./pay-words.ts";

test.each([
  [15, "2026-06-10", "2026-06-15"],
  [15, "2026-06-12", "2026-06-15"],
  [15, "2026-06-13", "2026-07-15"],
  [1, "2026-12-30", "2027-02-01"],
  [1, "2026-12-29", "2027-01-01"],
  [28, "2026-02-28", "2026-03-28"],
])("on day %d, agreed on %s, it is first taken on %s", (of, from, on) => {
  expect(nextCharge(of, day(from))).toBe(on);
});

test("it is told three days before, and where that was missed three days pass all the same", () => {
  expect(isToBeTold(day("2026-06-15"), day("2026-06-11"))).toBe(false);
  expect(isToBeTold(day("2026-06-15"), day("2026-06-12"))).toBe(true);
  expect(takenOn(day("2026-06-15"), day("2026-06-12"))).toBe("2026-06-15");
  expect(takenOn(day("2026-06-15"), day("2026-06-20"))).toBe("2026-06-23");
});

test("what fails is tried again after three and four days, and then no more", () => {
  const today = day("2026-06-15");
  expect([1, 2, 3].map((tries) => nextTry(tries, today))).toEqual(["2026-06-18", "2026-06-19", null]);
});

const item = (itemId: number, open: number, dueOn: string, isDisputed = false): PayableItem => ({
  itemId,
  number: "",
  issuedOn: day("2026-01-01"),
  dueOn: day(dueOn),
  openCents: cents(open),
  isDisputed,
  offer: null,
});
const due = (most: number | null, credit = 0) =>
  planAutopay({
    items: [
      item(1, 60_00, "2026-05-01"),
      item(2, 40_00, "2026-06-15"),
      item(3, 9_00, "2026-06-16"),
      item(4, 7_00, "2026-05-01", true),
    ],
    creditCents: cents(credit),
    chargeOn: day("2026-06-15"),
    mostCents: most === null ? null : cents(most),
  });

test("all that is due by the day, undisputed, less the credit, and never more than was agreed to", () => {
  expect(due(null)?.payCents).toBe(100_00);
  expect(due(null, 30_00)?.payCents).toBe(70_00);
  expect(due(75_00)?.items).toEqual([
    { itemId: 1, creditCents: 0, payCents: 60_00, discountCents: 0 },
    { itemId: 2, creditCents: 0, payCents: 15_00, discountCents: 0 },
  ]);
  expect(due(75_00, 30_00)?.payCents).toBe(70_00);
  expect(due(null, 100_00)).toBeNull();
});

test.each(LANGUAGE_CODES)("in %s, whom nobody can tell reads why autopay isn't set up", (language) => {
  expect(payWords(language).faults["nothing-to-send"]).toMatch(/e-?mail|correo/i);
});
