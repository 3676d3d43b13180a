// When an invoice is due under its terms: counted in days, or a day of the month that follows.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "../values/day.ts";
import { dueUnder, readTerms, termsCode, termsWords } from "./terms.ts";

test.each([
  ["net-0", "2026-01-31", "2026-01-31", "Immediate"],
  ["net-30", "2026-01-31", "2026-03-02", "Net 30"],
  ["net-365", "2024-02-29", "2025-02-28", "Net 365"],
  ["day-10", "2026-01-31", "2026-02-10", "Day 10 of next month"],
  ["day-10", "2026-12-01", "2027-01-10", "Day 10 of next month"],
  ["day-31", "2026-01-30", "2026-02-28", "Last day of next month"],
  ["day-29", "2028-01-30", "2028-02-29", "Day 29 of next month"],
  ["day-31", "2026-03-08", "2026-04-30", "Last day of next month"],
])("%s of an invoice of %s is due %s", (code, issuedOn, due, words) => {
  const terms = readTerms(code);
  expect(terms && [dueUnder(terms, day(issuedOn)), termsWords(terms), termsCode(terms)]).toEqual([
    due,
    words,
    code,
  ]);
});

test.each(["", "net", "net-366", "net--1", "day-0", "day-32", "net-3.5", "NET-30"])(
  "“%s” are no terms",
  (code) => {
    expect(readTerms(code)).toBeNull();
  },
);

test("no terms make an invoice due before it was issued", () => {
  const terms = fc.oneof(
    fc.record({ kind: fc.constant("net" as const), days: fc.nat(365) }),
    fc.record({ kind: fc.constant("day" as const), day: fc.integer({ min: 1, max: 31 }) }),
  );
  fc.assert(
    fc.property(terms, fc.nat(20_000), (each, days) => {
      const issuedOn = addDays(day("2000-01-01"), days);
      expect(dueUnder(each, issuedOn) >= issuedOn).toBe(true);
    }),
  );
});
