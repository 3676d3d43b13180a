// What a business shows can be typed there, in each of the locales that a business can choose; what could mean two things
// is refused.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents, decimalString, formatAmount, parseAmount, typedAmount } from "./money.ts";
import { plainNumber, sampleNumber, typedNumber } from "./written-number.ts";

const LOCALES = ["en-US", "en-GB", "de-DE", "fr-FR", "es-MX", "en-IN"];

describe.each(LOCALES)("%s", (locale) => {
  test("an amount is read back as it is shown, and as it stands in a box", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999_999_999, max: 9_999_999_999_999 }),
        fc.constantFrom("USD", "JPY", "KWD"),
        (units, currency) => {
          const amount = cents(units);
          expect(parseAmount(formatAmount(amount, currency, locale), currency, locale)).toBe(amount);
          expect(parseAmount(typedAmount(amount, currency, locale), currency, locale)).toBe(amount);
          expect(plainNumber(typedAmount(amount, currency, locale), locale)).toBe(
            decimalString(amount, currency),
          );
        },
      ),
    );
  });

  test("without marks, every locale reads digits", () => {
    expect([plainNumber("1234567", locale), plainNumber(" 12 ", locale), plainNumber("-7", locale)]).toEqual([
      "1234567",
      "12",
      "-7",
    ]);
  });
});

test.each([
  ["en-US", "1,000.5", "1000.5"],
  ["en-US", "1.000,5", null],
  ["en-US", "1,00", null],
  ["en-US", "1,0000", null],
  ["en-GB", "1,234.50", "1234.50"],
  ["de-DE", "1.000,00", "1000.00"],
  ["de-DE", "1.000", "1000"],
  ["de-DE", "12,50", "12.50"],
  ["de-DE", "12.50", null],
  ["de-DE", "1,234.50", null],
  ["fr-FR", "1 234,50", "1234.50"],
  ["fr-FR", "1\u00a0234,50", "1234.50"],
  ["fr-FR", "1\u202f234,50", "1234.50"],
  ["fr-FR", "1.234,50", null],
  ["es-MX", "1,234.50", "1234.50"],
  ["en-IN", "12,34,567.50", "1234567.50"],
  ["en-IN", "1,00,000", "100000"],
  ["en-IN", "1,234,567", null],
  ["en-US", "", null],
  ["en-US", "1e5", null],
  ["en-US", "१२३", null],
])("in %s %j is %j", (locale, text, plain) => expect(plainNumber(text, locale)).toBe(plain));

test.each([
  ["en-US", "1,234.50"],
  ["de-DE", "1.234,50"],
  ["en-IN", "1,234.50"],
])("the sample of %s is %s, and is read there", (locale, sample) => {
  expect(sampleNumber(locale)).toBe(sample);
  expect(plainNumber(sample, locale)).toBe("1234.50");
});

test("a box holds no marks between thousands", () => {
  expect([typedNumber("1234567.5", "de-DE"), typedNumber("1234567.5", "en-US")]).toEqual([
    "1234567,5",
    "1234567.5",
  ]);
});
