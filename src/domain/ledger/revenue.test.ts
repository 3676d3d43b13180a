// Revenue by account: in the order of the lines, to the cent, also of a document that stands for a part of them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { postCreditMemo } from "../invoices/credit-memo.ts";
import { day, monthOf } from "../values/day.ts";
import { postInvoice } from "../invoices/invoice.ts";
import { ZERO, cents, sum } from "../values/money.ts";
import type { Posting } from "./posting.ts";
import { revenueByAccount, shareOfLines, type RevenueLine } from "./revenue.ts";

const ON = day("2026-02-10");
const place = { number: 7, accountId: "a", effectiveOn: ON, period: monthOf(ON), memo: "" };
const of = (...lines: [string | undefined, number][]): RevenueLine[] =>
  lines.map(([chartCode, units]) => ({ chartCode, totalCents: cents(units) }));
const revenue = ({ journal }: Posting) =>
  journal.flatMap((line) => (line.role === "revenue" ? [[line.chartCode, line.amountCents]] : []));

test("an invoice credits, and a credit memo debits, what the lines of each account come to", () => {
  const lines = of(["4010", 30], [undefined, 5], ["4020", 0], ["4010", 65]);
  const amounts = { subtotalCents: cents(100), taxCents: cents(8), lines };
  const invoice = postInvoice(place, { invoiceId: "i", dueOn: ON, ...amounts });
  expect(revenue(invoice)).toEqual([
    ["4010", -95],
    [null, -5],
  ]);
  expect(revenue(postCreditMemo(place, { creditMemoId: "m", ...amounts, applied: [] }))).toEqual([
    ["4010", 95],
    [null, 5],
  ]);
});

test("lines that don't come to the document are a broken claim; without lines it is all of sales", () => {
  expect(() => revenueByAccount(cents(100), of(["4010", 99]))).toThrow(
    "the lines are what the document says",
  );
  expect(revenueByAccount(cents(100), undefined)).toEqual([
    { role: "revenue", chartCode: null, amountCents: 100 },
  ]);
});

test("a part of the lines is shared by largest remainder: every account's share, and no cent lost", () => {
  expect(shareOfLines(cents(100), of(["a", 100], ["b", 100], ["a", 100]))).toEqual(
    of(["a", 34], ["b", 33], ["a", 33]),
  );
  const line = fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat(1_000_00));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.nat(1_000_000), (lines, part) => {
      const whole = sum(of(...lines).map((each) => each.totalCents));
      const charged = cents(Math.min(part, whole));
      const sums = revenueByAccount(charged, shareOfLines(charged, of(...lines)));
      expect(sum(sums.map((each) => each.amountCents))).toBe(charged);
      expect(sums.every((each) => each.amountCents >= ZERO)).toBe(true);
    }),
  );
});
