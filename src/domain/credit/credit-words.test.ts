// Credit terms and their changes, in words.
import { expect, test } from "vitest";
import type { DecidedTerms } from "./credit-terms.ts";
import { chargeableWords, termChanges, termsWords } from "./credit-words.ts";
import { cents, formatAmount, type Cents } from "../values/money.ts";

const write = (amount: Cents) => formatAmount(amount, "USD");
const terms = (given: Partial<DecidedTerms>): DecidedTerms => ({
  status: "good",
  chargingAllowed: true,
  limit: { kind: "limit", limitCents: cents(5_000_00) },
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
  expect(termChanges(terms({}), terms({}), write)).toEqual([]);
  expect(termChanges(terms({}), terms({ status: "hold", limit: { kind: "unlimited" } }), write)).toEqual([
    { what: "Credit limit", before: "5,000.00", after: "unlimited" },
    { what: "Status", before: "Good standing", after: "On hold" },
  ]);
  expect(termChanges(terms({}), terms({ chargingAllowed: false }), write)).toEqual([
    { what: "May charge", before: "yes", after: "no" },
  ]);
});

test("what can be charged", () => {
  expect(chargeableWords({ kind: "amount", amountCents: cents(3_349_10) }, write)).toBe("3,349.10");
  expect(chargeableWords({ kind: "refused", because: "hold" }, write)).toBe("nothing");
  expect(chargeableWords({ kind: "amount", amountCents: cents(0) }, write)).toBe("nothing");
  expect(chargeableWords({ kind: "unlimited" }, write)).toBe("any amount");
});
