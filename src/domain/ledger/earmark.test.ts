// What may be set aside, at its edges, and what it does to what can be charged.
import { describe, expect, test } from "vitest";
import { canCharge, type AccountFigures, type CreditTerms } from "./account.ts";
import { earmarkFaultWords } from "../payments/earmark-words.ts";
import { freeCreditOf, readEarmarked } from "./earmark.ts";
import { figuresAfter } from "./figures-after.ts";
import { ZERO, cents, negative } from "../values/money.ts";

const FIGURES: AccountFigures = {
  balanceCents: cents(1_850_90),
  openCreditCents: cents(300_00),
  earmarkedCents: cents(100_00),
  reservedCents: ZERO,
  retainedCents: ZERO,
  netCents: cents(1_550_90),
  countEarmarked: false,
};
const TERMS: CreditTerms = {
  status: "good",
  chargingAllowed: true,
  heldForAge: null,
  limit: { kind: "limit", limitCents: cents(5_000_00) },
  raisedUntil: null,
  hasAddress: true,
};

describe("how much", () => {
  test.each([
    ["", "missing"],
    ["  ", "missing"],
    ["abc", "not-a-number"],
    ["1.005", "too-many-decimals"],
    ["0", "below-zero"],
    ["-1", "below-zero"],
    ["0.01", 1],
    ["200.00", 200_00],
    ["200.01", "more-than-free"],
  ])("%j of 200.00 that are free", (text, meant) => {
    expect(readEarmarked(text, { currency: "USD", locale: "en-US" }, cents(200_00))).toBe(meant);
  });
});

test("what is set aside isn't free, and takes as much from what can be charged", () => {
  expect(freeCreditOf(FIGURES)).toBe(200_00);
  expect(canCharge(FIGURES, TERMS)).toEqual({ kind: "amount", amountCents: 3_349_10 });
  const { after } = figuresAfter(FIGURES, { earmarkedCents: cents(100_00) });
  expect(freeCreditOf(after)).toBe(100_00);
  expect(canCharge(after, TERMS)).toEqual({ kind: "amount", amountCents: 3_249_10 });
  expect(figuresAfter(after, { earmarkedCents: negative(cents(100_00)) }).after).toEqual(FIGURES);
});

test.each([
  ["missing", "Enter how much to set aside."],
  ["below-zero", "Enter an amount above zero."],
  ["more-than-free", "Only 200.00 of the open credit is free."],
  ["too-large", "Only 200.00 of the open credit is free."],
  ["too-many-decimals", "USD has at most 2 decimals."],
  ["not-a-number", "Enter an amount like 1,234.50."],
] as const)("%s is said by the field", (fault, words) => {
  expect(earmarkFaultWords(fault, { currency: "USD", locale: "en-US", free: "200.00" })).toBe(words);
});
