// Exact decimals: what is read, what is refused, and half a cent.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  decimalText,
  inCents,
  parseDecimal,
  PRICE_DIGITS,
  priceOf,
  priceText,
  QUANTITY_DIGITS,
  quantityOf,
  ratioInCents,
  times,
} from "./decimal.ts";

test.each([
  ["2.5", 25n, 1],
  ["002.500", 25n, 1],
  ["7", 7n, 0],
  ["3.", 3n, 0],
  [" 0.000001 ", 1n, 6],
])("%j is a quantity", (text, units, scale) => {
  expect(parseDecimal(text, QUANTITY_DIGITS)).toEqual({ units, scale });
});

test.each(["", ".5", "-1", "1e3", "1,5", "0.0000001", "1234567890123", "½", "NaN", "0x10"])(
  "%j isn't",
  (text) => {
    expect(parseDecimal(text, QUANTITY_DIGITS)).toBeNull();
  },
);

test("half a cent goes up, and less goes down", () => {
  const sum = (quantity: string, price: string, digits = 2) =>
    inCents(times(quantityOf(quantity), priceOf(price)), digits);
  expect(sum("1", "0.005")).toBe(1);
  expect(sum("1", "0.00499999")).toBe(0);
  expect(sum("3", "4.505")).toBe(13_52);
  expect(sum("1.005", "100")).toBe(100_50);
  expect(sum("3", "4.5", 0)).toBe(14);
  expect(sum("3", "0.0005", 3)).toBe(2);
});

test("more than a document may carry is refused, and never a float", () => {
  expect(() => inCents(times(quantityOf("999999999999"), priceOf("9999999999999999")), 2)).toThrow(
    "more than one document may carry",
  );
  expect(inCents(times(quantityOf("0.1"), priceOf("3")), 2)).toBe(30);
});

test("a share rounded half up is off by half a cent at most", () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.integer({ min: 1, max: 10 ** 6 }), (a, b) => {
      const off = BigInt(ratioInCents(BigInt(a), BigInt(b))) * BigInt(b) - BigInt(a);
      expect(2n * off <= BigInt(b) && 2n * off > -BigInt(b)).toBe(true);
    }),
  );
});

test("what is written is what was read", () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.nat(8), (units, scale) => {
      const text = decimalText({ units: BigInt(units), scale });
      const back = parseDecimal(text, PRICE_DIGITS);
      expect(back && back.units * 10n ** BigInt(scale - back.scale)).toBe(BigInt(units));
    }),
  );
  expect([priceText("4.5", 2), priceText("0.333", 2), priceText("12", 0), priceText("12", 3)]).toEqual([
    "4.50",
    "0.333",
    "12",
    "12.000",
  ]);
});
