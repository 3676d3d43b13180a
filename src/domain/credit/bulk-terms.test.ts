// What a change of many makes of one.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { cents } from "../values/money.ts";
import { BulkCreditChange } from "./bulk-change.ts";
import { bulkTerms, type BulkChange } from "./bulk-terms.ts";
import { NOTHING_DECIDED, type DecidedTerms } from "./credit-terms.ts";

const good: DecidedTerms = {
  ...NOTHING_DECIDED,
  status: "good",
  chargingAllowed: true,
  limit: { kind: "limit", limitCents: cents(333_33) },
};
const of = (limitCents: number): DecidedTerms => ({
  ...good,
  limit: { kind: "limit", limitCents: cents(limitCents) },
});

test.each<[string, DecidedTerms, BulkChange, DecidedTerms]>([
  ["to an amount", good, { kind: "limit", limitCents: cents(5) }, of(5)],
  ["a tenth more, to the cent", good, { kind: "percent", percent: 10 }, of(366_66)],
  ["all of it less", good, { kind: "percent", percent: -100 }, of(0)],
  [
    "none stays none",
    { ...good, limit: { kind: "none" } },
    { kind: "percent", percent: 10 },
    { ...good, limit: { kind: "none" } },
  ],
  ["held", good, { kind: "hold" }, { ...good, status: "hold" }],
  [
    "charged off isn’t held",
    { ...good, status: "charge-off" },
    { kind: "hold" },
    { ...good, status: "charge-off" },
  ],
  ["released", { ...good, status: "hold" }, { kind: "release" }, good],
  [
    "closed isn’t released",
    { ...good, status: "closed" },
    { kind: "release" },
    { ...good, status: "closed" },
  ],
  [
    "a review",
    good,
    { kind: "review", reviewOn: day("2026-12-01") },
    { ...good, reviewOn: day("2026-12-01") },
  ],
])("%s", (_what, terms, change, after) => {
  expect(bulkTerms(terms, change)).toEqual(after);
});

test("nobody twice, and somebody at least", () => {
  const one = { accountId: crypto.randomUUID(), seen: good };
  const shape = (accounts: object[]) =>
    BulkCreditChange.safeParse({ accounts, change: { kind: "hold" }, reason: "spring" }).success;
  expect([shape([one]), shape([]), shape([one, one])]).toEqual([true, false, false]);
});
