// What a receipt comes to: every document foots, no cent is lost, and the tenders are exactly what is due.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents, sum, type Cents } from "../values/money.ts";
import { onAccountOf, partOf, payReceipt, totalReceipt, type Tendered } from "./receipt-total.ts";
import { shareOut } from "../values/shares.ts";
import { taxOn } from "../values/tax.ts";

const line = (quantity: string, unitPrice: string, { discount = 0, taxable = true } = {}) => ({
  quantity,
  unitPrice,
  taxable,
  discountCents: cents(discount),
});
const total = (lines: Parameters<typeof totalReceipt>[0], taxRate: string | null = null, onAccount = 0) =>
  totalReceipt(lines, { taxes: taxesOf(taxRate), onAccountCents: cents(onAccount), currency: "USD" });
const taxesOf = (rate: string | null) => (rate === null ? [] : [{ name: "Tax", agency: "State", rate }]);
const paid = (tender: Tendered["tender"], amount: number, given?: number): Tendered => ({
  tender,
  amountCents: cents(amount),
  ...(given !== undefined && { givenCents: cents(given) }),
});

test("each line is rounded by itself, and tax once on what is taxable", () => {
  expect(total([line("3", "0.335"), line("3", "0.335"), line("1", "5", { taxable: false })], "7.25")).toEqual(
    {
      lines: [
        { grossCents: 1_01, totalCents: 1_01, taxCents: 8 },
        { grossCents: 1_01, totalCents: 1_01, taxCents: 7 },
        { grossCents: 5_00, totalCents: 5_00, taxCents: 0 },
      ],
      subtotalCents: 7_02,
      taxes: [{ name: "Tax", agency: "State", rate: "7.25", baseCents: 2_02, taxCents: 15 }],
      taxCents: 15,
      totalCents: 7_17,
      onAccountCents: 0,
      dueCents: 7_17,
    },
  );
});

test("a discount of all of a line is taken, and more is refused by its field", () => {
  expect(total([line("1", "2", { discount: 2_00 })]).totalCents).toBe(0);
  expect(() => total([line("1", "2"), line("1", "2", { discount: 2_01 })])).toThrow(
    expect.objectContaining({ code: "discount-too-large", details: { field: "lines.1.discountCents" } }),
  );
});

test.each([
  [1_00, "8", 8],
  [1_00, null, 0],
  [6, "8.25", 0],
  [7, "7.125", 0],
  [1_00, "0.5", 1],
  [10_00_00_00, "100.000", 10_00_00_00],
])("tax on %i at %s is %i", (base, rate, tax) => {
  expect(taxOn(cents(base), rate)).toBe(tax);
});

const someLine = fc.record({
  quantity: fc
    .integer({ min: 1, max: 10 ** 9 })
    .map((n) => `${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, "0")}1`),
  unitPrice: fc.nat(10 ** 6).map((n) => `${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, "0")}`),
  taxable: fc.boolean(),
  discountCents: fc.constant(cents(0)),
});

test("whatever is sold at whatever rate, it foots", () => {
  fc.assert(
    fc.property(fc.array(someLine, { maxLength: 12 }), fc.nat(25_000), (lines, rate) => {
      const got = total(lines, `${Math.floor(rate / 1000)}.${String(rate % 1000).padStart(3, "0")}`, 7);
      expect(sum(got.lines.map((each) => each.totalCents))).toBe(got.subtotalCents);
      expect(sum(got.lines.map((each) => each.taxCents))).toBe(got.taxCents);
      expect(got.totalCents).toBe(got.subtotalCents + got.taxCents);
      expect(got.dueCents).toBe(got.totalCents + 7);
      expect(got.lines.every(({ taxCents }, at) => lines[at]?.taxable || taxCents === 0)).toBe(true);
    }),
  );
});

test("shares add up, none is off by a cent or more, and nothing of nothing is nothing", () => {
  fc.assert(
    fc.property(
      fc.nat(10 ** 9),
      fc.array(fc.nat(10 ** 6), { minLength: 1, maxLength: 20 }),
      (amount, weights) => {
        const shares = shareOut(cents(amount), weights as Cents[]);
        expect(sum(shares)).toBe(amount);
        const whole = weights.reduce((a, b) => a + b, 0);
        if (whole > 0)
          shares.forEach((share, at) =>
            expect(Math.abs(share - (amount * (weights[at] ?? 0)) / whole)).toBeLessThan(1.001),
          );
      },
    ),
  );
  expect(shareOut(cents(0), [])).toEqual([]);
});

describe("paying", () => {
  const due = total([line("1", "100")], null, 50_00);
  test("what isn't the house charge pays on account first, in the order entered", () => {
    const tenders = [paid("cash", 30_00, 40_00), paid("house-charge", 60_00), paid("check", 60_00)];
    expect(payReceipt(tenders, due)).toEqual({
      houseChargeCents: 60_00,
      moneyCents: 90_00,
      changeCents: 10_00,
      onAccount: [30_00, 0, 20_00],
    });
  });

  test.each<[string, Tendered[]]>([
    ["not-what-is-due", [paid("cash", 149_99)]],
    ["not-what-is-due", [paid("cash", 150_01)]],
    ["charge-above-purchases", [paid("house-charge", 100_01), paid("cash", 49_99)]],
    ["one-house-charge", [paid("house-charge", 50_00), paid("house-charge", 50_00), paid("cash", 50_00)]],
    ["given-too-little", [paid("cash", 150_00, 149_00)]],
    ["given-too-little", [paid("check", 150_00, 151_00)]],
  ])("%s", (code, tenders) => {
    expect(() => payReceipt(tenders, due)).toThrow(expect.objectContaining({ code }));
  });

  test("a house charge may be all of the purchases, to the cent", () => {
    expect(payReceipt([paid("house-charge", 100_00), paid("card", 50_00)], due).onAccount).toEqual([
      0, 50_00,
    ]);
  });

  test("the payment on account is covered whenever the tenders are what is due", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 6 }),
        fc.nat(999),
        (amounts, part) => {
          const all = amounts.reduce((a, b) => a + b, 0);
          const onAccount = cents(Math.min(part, all));
          const parts = onAccountOf(
            amounts.map((amount) => paid("cash", amount)),
            onAccount,
          );
          expect(sum(parts)).toBe(onAccount);
        },
      ),
    );
  });

  test("a part of it has its share of the tax", () => {
    const taxed = total([line("1", "100")], "10");
    expect(partOf(cents(33), taxed)).toEqual({ subtotalCents: 30, taxCents: 3 });
    expect(partOf(taxed.totalCents, taxed)).toEqual({ subtotalCents: 100_00, taxCents: 10_00 });
  });
});
