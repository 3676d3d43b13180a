// Money at its edges: every amount is whole, exact, in its currency's own digits, and reads back as it was written.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  LARGEST_AMOUNT,
  ZERO,
  cents,
  decimalString,
  formatAmount,
  formatMoney,
  isCurrency,
  minorDigits,
  minus,
  negative,
  parseAmount,
  plus,
  sum,
} from "./money.ts";
import { PLAIN_LOCALE } from "./written-number.ts";
import { AnyCents, PositiveCents } from "./money-shapes.ts";

const amounts = fc.integer({ min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT }).map(cents);
const currencies = fc.constantFrom("USD", "JPY", "KWD", "EUR");

describe("cents", () => {
  test.each([0.5, Number.NaN, Infinity, 2 ** 53, -(2 ** 53), 2 ** 60])("%d is no sum of money", (units) => {
    expect(() => cents(units)).toThrow("broken claim");
  });

  test("there is one nothing", () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
    expect(Object.is(negative(ZERO), 0)).toBe(true);
    expect(Object.is(minus(cents(5), cents(5)), 0)).toBe(true);
  });

  test("sums are exact or refused", () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 200 }), (list) => {
        expect(BigInt(sum(list))).toBe(list.reduce((total, each) => total + BigInt(each), 0n));
      }),
    );
    expect(() => sum(Array.from({ length: 1000 }, () => LARGEST_AMOUNT))).toThrow("broken claim");
  });

  test("what is added and taken away again leaves what was", () => {
    fc.assert(fc.property(amounts, amounts, (a, b) => minus(plus(a, b), b) === a));
  });
});

test.each<[unknown, boolean, boolean]>([
  [1, true, true],
  [0, true, false],
  [-1, true, false],
  [LARGEST_AMOUNT, true, true],
  [LARGEST_AMOUNT + 1, false, false],
  [0.1, false, false],
  ["1", false, false],
  ["", false, false],
  [Number.NaN, false, false],
  [Infinity, false, false],
  [null, false, false],
])("%j as input: an amount %s, something to pay %s", (value, amount, positive) => {
  expect(AnyCents.safeParse(value).success).toBe(amount);
  expect(PositiveCents.safeParse(value).success).toBe(positive);
});

describe("parseAmount", () => {
  test.each<[string, string, number]>([
    ["0", "USD", 0],
    ["1", "USD", 1_00],
    ["1.5", "USD", 1_50],
    ["1.", "USD", 1_00],
    ["1.50000", "USD", 1_50],
    ["1,234.56", "USD", 1_234_56],
    ["1,234,567", "USD", 1_234_567_00],
    ["0001.00", "USD", 1_00],
    [" 12.34 ", "USD", 12_34],
    ["-12.34", "USD", -12_34],
    ["−12.34", "USD", -12_34],
    ["99999999999.99", "USD", LARGEST_AMOUNT],
    ["1234", "JPY", 1234],
    ["1234.000", "JPY", 1234],
    ["1.234", "KWD", 1234],
  ])("%j in %s", (text, currency, units) => {
    expect(parseAmount(text, currency, PLAIN_LOCALE)).toBe(units);
  });

  test.each([
    ["", "not-a-number"],
    ["-", "not-a-number"],
    [".5", "not-a-number"],
    ["1e5", "not-a-number"],
    ["0x10", "not-a-number"],
    ["1 234", "not-a-number"],
    ["1,23", "not-a-number"],
    ["12,34,567", "not-a-number"],
    ["1.234,56", "not-a-number"],
    ["--1", "not-a-number"],
    ["+1", "not-a-number"],
    ["$5", "not-a-number"],
    ["Infinity", "not-a-number"],
    ["NaN", "not-a-number"],
    ["१२३", "not-a-number"],
    ["1.005", "too-many-decimals"],
    ["0.001", "too-many-decimals"],
    ["100000000000.00", "too-large"],
    ["-100000000000.00", "too-large"],
    ["9".repeat(400), "too-large"],
  ])("%j is %s", (text, fault) => {
    expect(parseAmount(text, "USD", PLAIN_LOCALE)).toBe(fault);
  });

  test("the currency's digits count, not ours", () => {
    expect(parseAmount("1.5", "JPY", PLAIN_LOCALE)).toBe("too-many-decimals");
    expect(parseAmount("1.2345", "KWD", PLAIN_LOCALE)).toBe("too-many-decimals");
  });
});

test("what is written for machines reads back as the same amount, in every currency", () => {
  fc.assert(
    fc.property(amounts, currencies, (amount, currency) => {
      expect(parseAmount(decimalString(amount, currency), currency, PLAIN_LOCALE)).toBe(amount);
      expect(parseAmount(formatAmount(amount, currency), currency, PLAIN_LOCALE)).toBe(amount);
    }),
  );
});

test.each([
  [0, "USD", "0.00"],
  [5, "USD", "0.05"],
  [-5, "USD", "-0.05"],
  [459436, "USD", "4594.36"],
  [-100, "JPY", "-100"],
  [7, "KWD", "0.007"],
  [LARGEST_AMOUNT, "USD", "99999999999.99"],
])("%d %s for machines is %s", (units, currency, text) => {
  expect(decimalString(cents(units), currency)).toBe(text);
});

test.each([
  [155090, "USD", "en-US", "1,550.90"],
  [-155090, "USD", "en-US", "−1,550.90"],
  [155090, "EUR", "de-DE", "1.550,90"],
  [155090, "EUR", "pl-PL", "1\u00a0550,90"],
  [155090, "EUR", "es-ES", "1.550,90"],
  [1550, "JPY", "ja-JP", "1,550"],
  [LARGEST_AMOUNT, "USD", "en-US", "99,999,999,999.99"],
])("%d %s as %s reads %s", (units, currency, locale, text) => {
  expect(formatAmount(cents(units), currency, locale)).toBe(text);
});

test("where it stands alone an amount carries its currency", () => {
  expect(formatMoney(cents(-155090), "USD")).toBe("−$1,550.90");
  expect(formatMoney(cents(1550), "JPY")).toBe("¥1,550");
});

test("currencies are ISO's, with ISO's digits", () => {
  expect(["USD", "JPY", "KWD", "EUR"].map(minorDigits)).toEqual([2, 0, 3, 2]);
  expect(["USD", "usd", "DOLLAR", "", "XX"].map(isCurrency)).toEqual([true, false, false, false, false]);
});
