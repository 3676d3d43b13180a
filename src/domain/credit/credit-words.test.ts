// Credit terms and their changes, in words.
import { expect, test } from "vitest";
import { NOTHING_DECIDED, type DecidedTerms } from "./credit-terms.ts";
import { chargeableWords, termChanges, termsWords } from "./credit-words.ts";
import { day, type Day } from "../values/day.ts";
import { cents, formatAmount, type Cents } from "../values/money.ts";

const write = (amount: Cents) => formatAmount(amount, "USD");
const writeDay = (day: Day) => day;
const terms = (given: Partial<DecidedTerms>): DecidedTerms => ({
  status: "good",
  chargingAllowed: true,
  limit: { kind: "limit", limitCents: cents(5_000_00) },
  ...NOTHING_DECIDED,
  ...given,
});

test("terms are said in three parts", () => {
  expect(termsWords(terms({}), write)).toEqual(["Good standing", "may charge", "limit 5,000.00"]);
  expect(termsWords(terms({ chargingAllowed: false, limit: { kind: "none" } }), write)).toEqual([
    "Good standing",
    "may not charge",
    "limit not set",
  ]);
});

test("a change names only what is different", () => {
  expect(termChanges(terms({}), terms({}), { write, writeDay })).toEqual([]);
  expect(
    termChanges(terms({}), terms({ status: "hold", limit: { kind: "unlimited" } }), { write, writeDay }),
  ).toEqual([
    { what: "Credit limit", before: "5,000.00", after: "unlimited" },
    { what: "Status", before: "Good standing", after: "On hold" },
  ]);
  expect(termChanges(terms({}), terms({ chargingAllowed: false }), { write, writeDay })).toEqual([
    { what: "May charge", before: "yes", after: "no" },
  ]);
});

test("a limit for a while, an exemption and a review are said with their days", () => {
  const temporary = { limitCents: cents(9_000_00), until: day("2026-07-31") };
  const after = terms({ temporary, holdExempt: true, reviewOn: day("2026-12-01") });
  expect(termChanges(terms({}), after, { write, writeDay })).toEqual([
    { what: "Limit for a while", before: "none", after: "9,000.00 to 2026-07-31" },
    { what: "Exempt from automatic holds", before: "no", after: "yes" },
    { what: "Review", before: "no day", after: "2026-12-01" },
  ]);
});

test("what can be charged", () => {
  expect(chargeableWords({ kind: "amount", amountCents: cents(3_349_10) }, write)).toBe("3,349.10");
  expect(chargeableWords({ kind: "refused", because: "hold" }, write)).toBe("nothing");
  expect(chargeableWords({ kind: "amount", amountCents: cents(0) }, write)).toBe("nothing");
  expect(chargeableWords({ kind: "unlimited" }, write)).toBe("any amount");
});
