// Tax by single rate: rounded once for each, no cent lost between agencies, lines and parts.
import fc from "fast-check";
import { expect, test } from "vitest";
import { ZERO, cents, minus, plus, sum, type Cents } from "./money.ts";
import { combinedRate, shareOfTaxes, taxByLine, taxTotal, taxesOn } from "./tax.ts";

const state = { name: "State tax", agency: "Minnesota", rate: "6.875" };
const county = { name: "Transit tax", agency: "Hennepin County", rate: "0.5" };

test("each single rate is rounded by itself, and kept for its agency", () => {
  // 6.875 % of 1.00 is 6.875 cents, 0.5 % is half a cent: 7 and 1, where 7.375 % at once would be 7.
  const taxes = taxesOn(cents(1_00), [state, county]);
  expect(taxes).toEqual([
    { ...state, baseCents: 1_00, taxCents: 7 },
    { ...county, baseCents: 1_00, taxCents: 1 },
  ]);
  expect(taxTotal(taxes)).toBe(8);
});

test("nothing is taxed where there is no rate", () => {
  expect(taxTotal(taxesOn(cents(1_00), []))).toBe(0);
});

test.each([
  [[], null],
  [["6.875"], "6.875"],
  [["6.875", "0.5", "1.5"], "8.875"],
  [["0.001", "0.009"], "0.01"],
])("the rates %j are %s together", (rates, rate) => {
  expect(combinedRate(rates)).toBe(rate);
});

const someTaxes = fc.array(
  fc
    .integer({ min: 0, max: 100_000 })
    .map((n) => ({ name: "Tax", agency: "Agency", rate: `${Math.floor(n / 1000)}.${n % 1000}` })),
  { minLength: 1, maxLength: 6 },
);
const someLines = fc.array(
  fc.record({ totalCents: fc.integer({ min: 0, max: 10 ** 8 }).map(cents), taxable: fc.boolean() }),
  { minLength: 1, maxLength: 30 },
);

test("the lines' tax is the agencies' tax, for any rates", () => {
  fc.assert(
    fc.property(someLines, someTaxes, (lines, rates) => {
      const baseCents = sum(lines.filter((line) => line.taxable).map((line) => line.totalCents));
      const taxCents = taxTotal(taxesOn(baseCents, rates));
      const byLine = taxByLine(taxCents, lines);
      expect(sum(byLine)).toBe(taxCents);
      expect(lines.every((line, at) => line.taxable || byLine[at] === 0 || baseCents === ZERO)).toBe(true);
    }),
  );
});

test("parts that come one after the other take no more of a tax than there is, and all of it in the end", () => {
  const someTax = fc.array(fc.integer({ min: 0, max: 10 ** 6 }).map(cents), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      someTax,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
      (all, parts) => {
        let left: Cents[] = all;
        let taken: Cents[] = all.map(() => ZERO);
        for (const part of [...parts, 1]) {
          const shares = shareOfTaxes(cents(Math.floor(sum(left) * part)), left);
          left = left.map((each, at) => minus(each, shares[at] ?? ZERO));
          taken = taken.map((each, at) => plus(each, shares[at] ?? ZERO));
          expect(left.every((each) => each >= 0)).toBe(true);
        }
        expect(taken).toEqual(all);
      },
    ),
  );
});

test("a part is of each tax what that tax is of them all", () => {
  expect(shareOfTaxes(cents(4_00), [cents(6_00), cents(2_00)])).toEqual([3_00, 1_00]);
  expect(() => shareOfTaxes(cents(9), [cents(6), cents(2)])).toThrow("no more than what is left");
});
