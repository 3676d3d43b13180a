// Tax by single rate: rounded once for each, and no cent lost between agencies and lines.
import fc from "fast-check";
import { expect, test } from "vitest";
import { ZERO, cents, sum } from "./money.ts";
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

test("a line of its own taxes bears those alone; a rate that both bear is rounded once on both", () => {
  const reduced = { name: "Food", agency: "Minnesota", rate: "2" };
  const food = { ...line(50), taxes: [reduced, county] };
  expect(chargeTaxes([state, county], [line(40), food, line(5_00, false)])).toEqual({
    taxes: [
      { ...state, baseCents: 40, taxCents: 3, soldCents: 40 },
      { ...county, baseCents: 90, taxCents: 0, soldCents: 90 },
      { ...reduced, baseCents: 50, taxCents: 1, soldCents: 50 },
    ],
    taxCents: 4,
    byLine: [3, 1, 0],
    parts: [
      [3, 0, null],
      [null, 0, 1],
      [null, null, null],
    ],
  });
});

test("with no tax of its own a line bears none, and two rates of one agency count its sale once", () => {
  const extra = { name: "Extra", agency: "Minnesota", rate: "1" };
  const { taxes, byLine } = chargeTaxes([state], [line(10_00), { ...line(10_00), taxes: [state, extra] }]);
  expect(taxes.map(({ baseCents, soldCents }) => [baseCents, soldCents])).toEqual([
    [20_00, 20_00],
    [10_00, 0],
  ]);
  expect(byLine).toEqual([69, 79]);
  expect(chargeTaxes([state], [{ ...line(10_00), taxes: [] }]).taxCents).toBe(0);
});

const named = fc
  .uniqueArray(fc.integer({ min: 0, max: 9_999 }), { minLength: 1, maxLength: 6 })
  .map((rates) =>
    rates.map((n, at) => ({ name: `Tax ${at}`, agency: `Agency ${at % 2}`, rate: `${n / 1000}` })),
  );

test("whatever lines bear what, each tax is its lines’ parts of it, and each line’s tax is its parts", () => {
  fc.assert(
    fc.property(
      named,
      fc.array(
        fc.record({
          totalCents: fc.nat(10 ** 8).map(cents),
          taxable: fc.boolean(),
          bears: fc.option(fc.nat(63)),
        }),
      ),
      (rates, drawn) => {
        const lines = drawn.map(({ bears, ...each }) => ({
          ...each,
          ...(bears !== null && { taxes: rates.filter((_, at) => (bears >> at) & 1) }),
        }));
        const { taxes, taxCents, byLine, parts } = chargeTaxes(rates.slice(0, 2), lines);
        expect(sum(taxes.map((tax) => tax.taxCents))).toBe(taxCents);
        expect(sum(byLine)).toBe(taxCents);
        if (!parts) return;
        taxes.forEach((tax, nth) => expect(sum(parts.map((each) => each[nth] ?? ZERO))).toBe(tax.taxCents));
        parts.forEach((each, at) => expect(sum(each.map((part) => part ?? ZERO))).toBe(byLine[at]));
        for (const agency of ["Agency 0", "Agency 1"]) {
          const sold = sum(taxes.filter((tax) => tax.agency === agency).map((tax) => tax.soldCents ?? ZERO));
          const borne = lines.filter((_, at) =>
            taxes.some((tax, nth) => tax.agency === agency && parts[at]?.[nth] != null),
          );
          expect(sold).toBe(sum(borne.map((each) => each.totalCents)));
        }
      },
    ),
  );
});
