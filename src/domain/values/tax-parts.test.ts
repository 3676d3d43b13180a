// Parts of a document's tax: no cent of an agency's is lost, whatever parts come.
import fc from "fast-check";
import { expect, test } from "vitest";
import { ZERO, cents, minus, plus, sum, type Cents } from "./money.ts";
import { combinedRate, shareOfTaxes } from "./tax-parts.ts";

test.each([
  [[], null],
  [["6.875"], "6.875"],
  [["6.875", "0.5", "1.5"], "8.875"],
  [["0.001", "0.009"], "0.01"],
])("the rates %j are %s together", (rates, rate) => {
  expect(combinedRate(rates)).toBe(rate);
});

test("parts that come one after the other take no more of a tax than there is, and all of it in the end", () => {
  const someTax = fc.array(fc.integer({ min: 0, max: 10 ** 6 }).map(cents), { minLength: 1, maxLength: 6 });
  const someParts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
  fc.assert(
    fc.property(someTax, someParts, (all, parts) => {
      let left: Cents[] = all;
      let taken: Cents[] = all.map(() => ZERO);
      for (const part of [...parts, 1]) {
        const shares = shareOfTaxes(cents(Math.floor(sum(left) * part)), left);
        left = left.map((each, at) => minus(each, shares[at] ?? ZERO));
        taken = taken.map((each, at) => plus(each, shares[at] ?? ZERO));
        expect(left.every((each) => each >= 0)).toBe(true);
      }
      expect(taken).toEqual(all);
    }),
  );
});

test("a part is of each tax what that tax is of them all", () => {
  expect(shareOfTaxes(cents(4_00), [cents(6_00), cents(2_00)])).toEqual([3_00, 1_00]);
  expect(() => shareOfTaxes(cents(9), [cents(6), cents(2)])).toThrow("no more than what is left");
});
