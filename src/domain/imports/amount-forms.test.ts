// Amounts as files have them: read in the notation that their column settled, and never rounded unasked.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { AmountFacts, centsOf, decimalSaid, plainAmount, readAmountCell } from "./amount-forms.ts";
import type { DecimalSign } from "./plan.ts";

const read = (cell: string | number, decimal: DecimalSign = ".") => {
  const parts = readAmountCell(cell);
  return parts && plainAmount(parts, decimal);
};

test.each([
  ["1234.5", "1234.5"],
  ["$1,234.50", "1234.50"],
  ["(123.45)", "-123.45"],
  ["($123.45)", "-123.45"],
  ["$(123.45)", "-123.45"],
  ["123.45-", "-123.45"],
  ["-$5", "-5"],
  ["$-5", "-5"],
  ["−5.00", "-5.00"],
  ["USD 100.00", "100.00"],
  ["100.00 EUR", "100.00"],
  ["1,28,500.00", "128500.00"],
  ["1'234.50", "1234.50"],
  ["CHF 1’234.50", "1234.50"],
  ["1 234.50", "1234.50"],
  [".5", "0.5"],
  ["1,234 Dr", "1234"],
  [2309.7899999999995, "2309.7899999999995"],
  [-20, "-20"],
  [5.684e-14, "0"],
])("%s is %s", (cell, plain) => {
  expect(read(cell)).toBe(plain);
});

test.each([
  ["1.234,50", "1234.50"],
  ["1 250,00 €", "1250.00"],
  ["1\u202f250,00\u00a0€", "1250.00"],
  ["kr 1 250,50", "1250.50"],
  ["80,00 kr", "80.00"],
  ["20,00-", "-20.00"],
  ["1.190", "1190"],
])("%s is %s with a comma", (cell, plain) => {
  expect(read(cell, ",")).toBe(plain);
});

test.each([
  "",
  "abc",
  "1.2E3",
  "1-2",
  "--5",
  "(-5)",
  "1,23,4",
  "12.34.5",
  "1,2345.00",
  "5 pipes",
  "2026-01-05",
  "$5$",
])("%s is no amount", (cell) => {
  expect(read(cell)).toBeNull();
});

test.each([
  ["1,234.50", "."],
  ["1.234,50", ","],
  ["1,234,567", "."],
  ["1.234.567", ","],
  ["12.5", "."],
  ["1.19", "."],
  ["0.500", "."],
  ["1234.567", "."],
  ["1'234.500", "."],
  ["1.190", "either"],
  ["12,500", "either"],
  ["595", null],
] as const)("%s says %s of its column", (cell, said) => {
  const parts = readAmountCell(cell);
  expect(parts && decimalSaid(parts)).toBe(said);
});

test("a column is settled by one cell, left open by none, and by both", () => {
  const facts = (...cells: string[]) => {
    const made = new AmountFacts();
    for (const cell of cells) made.add(readAmountCell(cell));
    return made;
  };
  expect(facts("1.190", "12.500", "595")).toMatchObject({ decimal: null, needsDecimal: true });
  expect(facts("1.190", "12.500", "5,95").decimal).toBe(",");
  expect(facts("1.190", "5.95").decimal).toBe(".");
  expect(facts("1,234.50", "1.234,50")).toMatchObject({ decimal: null, mixed: true });
  expect(facts("595", "10")).toMatchObject({ decimal: null, needsDecimal: false });
});

test.each([
  ["10", 2, 1000, 0, true],
  ["10.5", 2, 1050, 0, true],
  ["2309.7899999999995", 2, 230979, 0.00005, true],
  ["11.290000000000001", 2, 1129, -0.0000001, true],
  ["10.005", 2, 1001, 500_000, false],
  ["10.004", 2, 1000, -400_000, false],
  ["-10.005", 2, -1001, -500_000, false],
  ["10.4", 0, 10, -400_000, false],
  ["1.2345", 3, 1235, 500_000, false],
])("%s with %i digits is %i, rounded by %d millionths", (plain, digits, cents, rounded, noise) => {
  const made = centsOf(plain, digits);
  if (made === "too-large") throw new Error("it fits");
  expect(made.cents).toBe(cents);
  expect(made.rounded).toBeCloseTo(rounded, 6);
  expect(made.noise).toBe(noise);
});

test("beyond what a document may carry it says so", () => {
  expect(centsOf("99999999999.99", 2)).toHaveProperty("cents", 9_999_999_999_999);
  expect(centsOf("100000000000", 2)).toBe("too-large");
  expect(centsOf("1".repeat(400), 2)).toBe("too-large");
});

test("any amount, written in any notation, is read to the cent, or its column is asked", () => {
  const style = fc.constantFrom(["en-US", "."], ["de-DE", ","], ["fr-FR", ","], ["en-IN", "."], [
    "de-CH",
    ".",
  ] as const);
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      style,
      (units, [locale = "", decimal]) => {
        const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(units / 100);
        const parts = readAmountCell(text);
        const plain = parts && plainAmount(parts, decimal);
        expect(plain && centsOf(plain, 2)).toMatchObject({ cents: units, rounded: 0 });
        if (parts) expect([decimal, "either", null]).toContain(decimalSaid(parts));
      },
    ),
  );
});

test("a plain number, which is read the short way, comes to what the long way reads", () => {
  const number = fc.stringMatching(/^-?\d{1,17}(?:[.,]\d{1,18})?$/);
  const cents = (text: string) =>
    ([".", ","] as const).map((decimal) => {
      const plain = read(text, decimal);
      return plain === null ? null : [2, 3, 0].map((digits) => centsOf(plain, digits));
    });
  fc.assert(
    fc.property(number, (text) => {
      expect(readAmountCell(text)).toEqual(readAmountCell(` ${text}`));
      expect(cents(text)).toEqual(cents(`${text} `));
    }),
  );
});

test("a long cell of blanks is told at once to be no amount", () => {
  expect(readAmountCell(`1${" ".repeat(50_000)}x`)).toBeNull();
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.constantFrom<DecimalSign>(".", ","), (text, decimal) => {
      const plain = read(text, decimal);
      if (plain !== null) centsOf(plain, 2);
    }),
  );
});
