// What an invoice comes to: it foots whatever is entered, no cent is lost, and nothing over its line is held back.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { present } from "../assert.ts";
import { cents, plus, sum, type Cents } from "../values/money.ts";
import type { Share } from "../values/share.ts";
import { taxOn, type TaxRate } from "../values/tax.ts";
import {
  MOST_LINES,
  totalInvoice,
  type InvoiceEntry,
  type InvoiceItem,
  type InvoiceTerms,
} from "./invoice-total.ts";

const NONE: Share = { amountCents: cents(0) };
const item = (quantity: string, unitPrice: string, more: Partial<InvoiceItem> = {}): InvoiceItem => ({
  kind: "item",
  quantity,
  unitPrice,
  discount: NONE,
  taxable: true,
  retainable: true,
  retainage: null,
  ...more,
});
const tax = (rate: string, agency = "State"): TaxRate => ({ name: "Sales tax", agency, rate });
const total = (
  lines: readonly InvoiceEntry[],
  { taxes = [], retainage = NONE }: Partial<InvoiceTerms> = {},
) => totalInvoice(lines, { taxes, retainage, currency: "USD" });
const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

test("each line by itself, tax once per rate, retainage on the lines before tax", () => {
  const lines = [
    item("3", "0.335"),
    item("3", "0.335"),
    item("1", "5", { taxable: false, retainable: false }),
  ];
  const got = total(lines, { taxes: [tax("7.25"), tax("1.125", "City")], retainage: { percent: "10" } });
  expect(got).toMatchObject({
    subtotalCents: 7_02,
    taxes: [
      { agency: "State", baseCents: 2_02, taxCents: 15 },
      { agency: "City", baseCents: 2_02, taxCents: 2 },
    ],
    taxCents: 17,
    retainageCents: 20,
    totalCents: 6_99,
  });
  expect(got.lines.map((line) => [line.totalCents, line.taxCents, line.retainageCents])).toEqual([
    [1_01, 9, 10],
    [1_01, 8, 10],
    [5_00, 0, 0],
  ]);
});

test("a discount is a share of its line or an amount, and what is held back is of what is left", () => {
  const half = item("2", "100", { discount: { percent: "12.5" } });
  const less = item("1", "100", { discount: { amountCents: cents(30_00) }, retainage: { percent: "5" } });
  const got = total([half, less], { retainage: { percent: "10" } });
  expect(got.lines.map((line) => [line.discountCents, line.totalCents, line.retainageCents])).toEqual([
    [25_00, 175_00, 17_50],
    [30_00, 70_00, 3_50],
  ]);
});

test("an amount held back of the whole is spread over the lines that follow it, to the cent", () => {
  const lines = [item("1", "1"), item("1", "1"), item("1", "1"), item("1", "9", { retainage: NONE })];
  const got = total(lines, { retainage: { amountCents: cents(1_00) } });
  expect(got.lines.map((line) => line.retainageCents)).toEqual([34, 33, 33, 0]);
});

test("texts count for nothing, and a subtotal is the lines since the last one", () => {
  const lines: InvoiceEntry[] = [
    { kind: "text" },
    item("1", "1"),
    item("1", "2"),
    { kind: "subtotal" },
    item("1", "4"),
    { kind: "subtotal" },
    { kind: "subtotal" },
  ];
  expect(total(lines).lines.map((line) => line.sumCents)).toEqual([0, 0, 0, 3_00, 0, 4_00, 0]);
  expect(total(lines).subtotalCents).toBe(7_00);
});

describe("refused, by its field:", () => {
  test.each<[string, InvoiceEntry[], Share, string, string | undefined]>([
    [
      "a discount over its line",
      [item("1", "2", { discount: { amountCents: cents(2_01) } })],
      NONE,
      "discount-too-large",
      "lines.0.discount",
    ],
    [
      "a discount over 100 %",
      [item("1", "2", { discount: { percent: "100.001" } })],
      NONE,
      "discount-too-large",
      "lines.0.discount",
    ],
    [
      "a retainage over its line",
      [item("1", "1"), item("1", "2", { retainage: { amountCents: cents(2_01) } })],
      NONE,
      "retainage-too-large",
      "lines.1.retainage",
    ],
    ["a retainage over 100 %", [item("1", "1")], { percent: "101" }, "retainage-too-large", "retainage"],
    [
      "a retainage over all lines",
      [item("1", "1"), item("1", "1", { retainable: false })],
      { amountCents: cents(1_01) },
      "retainage-too-large",
      "retainage",
    ],
    [
      "more than a document carries",
      [item("99999999999", "1"), item("1", "1")],
      NONE,
      "amount-too-large",
      undefined,
    ],
    [
      "more lines than an invoice has",
      Array.from({ length: MOST_LINES + 1 }, () => item("1", "1")),
      NONE,
      "too-many-lines",
      undefined,
    ],
  ])("%s", (_what, lines, retainage, code, field) => {
    expect(refusal(() => total(lines, { retainage }))).toMatchObject({ code, ...(field && { field }) });
  });
});

const decimal = (most: number, scale: number, least = 0) =>
  fc.integer({ min: least, max: most }).map((n) => {
    const digits = String(n).padStart(scale + 1, "0");
    return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  });
const share: fc.Arbitrary<Share> = decimal(100_000, 3).map((percent) => ({ percent }));
const entry: fc.Arbitrary<InvoiceEntry> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("item" as const),
      quantity: decimal(10 ** 8, 4, 1),
      unitPrice: decimal(10 ** 8, 4),
      discount: share,
      taxable: fc.boolean(),
      retainable: fc.boolean(),
      retainage: fc.option(share),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom({ kind: "text" as const }, { kind: "subtotal" as const }) },
);
const rate = fc
  .tuple(decimal(30_000, 3), fc.constantFrom("State", "County", "City"))
  .map(([each, agency]) => tax(each, agency));

test("whatever is invoiced at whatever rates, it foots by line, by agency and in all", () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 15 }),
      fc.array(rate, { maxLength: 4 }),
      share,
      (lines, taxes, retainage) => {
        const got = total(lines, { taxes, retainage });
        const added = (pick: (line: (typeof got.lines)[number]) => Cents) => sum(got.lines.map(pick));
        expect(added((line) => line.totalCents)).toBe(got.subtotalCents);
        expect(added((line) => line.taxCents)).toBe(got.taxCents);
        expect(added((line) => line.retainageCents)).toBe(got.retainageCents);
        expect(sum(got.taxes.map((each) => each.taxCents))).toBe(got.taxCents);
        expect(got.totalCents).toBe(got.subtotalCents + got.taxCents - got.retainageCents);
        const base = lines.reduce(
          (so, line, at) =>
            line.kind === "item" && line.taxable ? plus(so, got.lines[at]?.totalCents ?? cents(0)) : so,
          cents(0),
        );
        expect(got.taxes.map((each) => each.taxCents)).toEqual(taxes.map((each) => taxOn(base, each.rate)));
        lines.forEach((line, at) => {
          const { totalCents, taxCents, retainageCents, grossCents } = present(
            got.lines[at],
            "every entry has its line",
          );
          expect(totalCents >= 0 && totalCents <= grossCents).toBe(true);
          expect(retainageCents >= 0 && retainageCents <= totalCents).toBe(true);
          if (line.kind !== "item" || !line.taxable) expect(taxCents).toBe(0);
          if (line.kind !== "item" || !line.retainable) expect(retainageCents).toBe(0);
        });
      },
    ),
  );
});

test("an amount held back is never more of a line than the line", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }), fc.nat(100), (prices, part) => {
      const lines = prices.map((price) =>
        item("1", `${Math.floor(price / 100)}.${String(price % 100).padStart(2, "0")}`),
      );
      const amountCents = cents(Math.floor((prices.reduce((a, b) => a + b, 0) * part) / 100));
      const got = total(lines, { retainage: { amountCents } });
      expect(got.retainageCents).toBe(amountCents);
      expect(got.lines.every((line) => line.retainageCents <= line.totalCents)).toBe(true);
    }),
  );
});
