// Tax by single rate: rounded once for each, and no cent lost between agencies and lines.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cents, sum } from "./money.ts";
import { chargeTaxes } from "./tax.ts";

const state = { name: "State tax", agency: "Minnesota", rate: "6.875" };
const county = { name: "Transit tax", agency: "Hennepin County", rate: "0.5" };
const line = (totalCents: number, taxable = true) => ({ totalCents: cents(totalCents), taxable });

test("each single rate is rounded by itself, and kept for its agency", () => {
  // 6.875 % of 1.00 is 6.875 cents, 0.5 % is half a cent: 7 and 1, where 7.375 % at once would be 7.
  expect(chargeTaxes([state, county], [line(40), line(60), line(5_00, false)])).toEqual({
    taxes: [
      { ...state, baseCents: 1_00, taxCents: 7 },
      { ...county, baseCents: 1_00, taxCents: 1 },
    ],
    taxCents: 8,
    byLine: [3, 5, 0],
  });
});

test("nothing is taxed where there is no rate", () => {
  expect(chargeTaxes([], [line(1_00)])).toEqual({ taxes: [], taxCents: 0, byLine: [0] });
});

const someTaxes = fc.array(
  fc
    .integer({ min: 0, max: 100_000 })
    .map((n) => ({ name: "Tax", agency: "Agency", rate: `${Math.floor(n / 1000)}.${n % 1000}` })),
  { maxLength: 6 },
);
const someLines = fc.array(
  fc.record({ totalCents: fc.integer({ min: 0, max: 10 ** 8 }).map(cents), taxable: fc.boolean() }),
  { minLength: 1, maxLength: 30 },
);

test("the lines' tax is the agencies' tax, for any rates", () => {
  fc.assert(
    fc.property(someLines, someTaxes, (lines, rates) => {
      const { taxes, taxCents, byLine } = chargeTaxes(rates, lines);
      expect(sum(taxes.map((tax) => tax.taxCents))).toBe(taxCents);
      expect(sum(byLine)).toBe(taxCents);
      expect(lines.every(({ taxable }, at) => taxable || byLine[at] === 0)).toBe(true);
    }),
  );
});
