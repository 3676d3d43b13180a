// What documents post: every event sums to zero, and its journal says the same as the account's figures.
import fc from "fast-check";
import { expect, test } from "vitest";
import { monthOf, day } from "../values/day.ts";
import { ZERO, cents, sum } from "../values/money.ts";
import type { ChartRole } from "./chart.ts";
import { postInvoice } from "../invoices/invoice.ts";
import { postPayment } from "../payments/payment.ts";
import { effectOf, type Posting } from "./posting.ts";

const ON = day("2026-02-10");
const place = { number: 7, accountId: "a", effectiveOn: ON, period: monthOf(ON), memo: "" };
const invoice = (subtotal: number, tax = 0) =>
  postInvoice(place, { invoiceId: "i", dueOn: ON, subtotalCents: cents(subtotal), taxCents: cents(tax) });
const payment = (amount: number, ...applied: [number, number][]) =>
  postPayment(place, {
    paymentId: "p",
    amountCents: cents(amount),
    label: "Check",
    applied: applied.map(([itemId, units]) => ({ itemId, amountCents: cents(units) })),
  });
const lines = (posting: Posting) => posting.journal.map((line) => [line.role, line.amountCents]);
const of = (posting: Posting, role: ChartRole) =>
  sum(posting.journal.filter((line) => line.role === role).map((line) => line.amountCents));

test("an invoice debits the customer with net and tax", () => {
  const posting = invoice(100_00, 8_25);
  expect(lines(posting)).toEqual([
    ["receivable", 108_25],
    ["revenue", -100_00],
    ["sales-tax", -8_25],
  ]);
  expect(posting.item).toEqual({ amountCents: 108_25, issuedOn: ON, dueOn: ON });
  expect(effectOf(posting)).toEqual({
    netCents: 108_25,
    openItemsCents: 108_25,
    openCreditCents: 0,
    retainedCents: 0,
  });
});

test("without tax there is no line of nothing", () => {
  expect(lines(invoice(5))).toEqual([
    ["receivable", 5],
    ["revenue", -5],
  ]);
});

test("a payment becomes credit, and what it settles is credit no longer", () => {
  const posting = payment(100_00, [1, 60_00], [2, 10_00]);
  expect(effectOf(posting)).toEqual({
    netCents: -100_00,
    openItemsCents: -70_00,
    openCreditCents: 30_00,
    retainedCents: 0,
  });
  expect(posting.allocations).toEqual([
    { creditId: 7, itemId: 1, amountCents: 60_00 },
    { creditId: 7, itemId: 2, amountCents: 10_00 },
  ]);
  expect([
    of(posting, "undeposited-funds"),
    of(posting, "receivable"),
    of(posting, "customer-credit"),
  ]).toEqual([100_00, -70_00, -30_00]);
});

test("more applied than was paid is a broken claim", () => {
  expect(() => payment(100, [1, 60], [2, 41])).toThrow("no more is applied than was paid");
});

test("every posting sums to zero and moves the account as its journal says", () => {
  const some = fc.integer({ min: 1, max: 1_000_000_00 });
  const postings = fc.oneof(
    fc.tuple(some, fc.nat(1_000_00)).map(([net, tax]) => invoice(net, tax)),
    fc.tuple(some, fc.array(fc.integer({ min: 1, max: 10_000 }), { maxLength: 5 })).map(([free, applied]) => {
      const parts = applied.map((units, index): [number, number] => [index + 1, units]);
      return payment(free + applied.reduce((a, b) => a + b, 0), ...parts);
    }),
  );
  fc.assert(
    fc.property(postings, (posting) => {
      const effect = effectOf(posting);
      expect(sum(posting.journal.map((line) => line.amountCents))).toBe(ZERO);
      expect(of(posting, "receivable")).toBe(effect.openItemsCents);
      expect(of(posting, "customer-credit") + effect.openCreditCents).toBe(0);
      expect(effect.netCents).toBe(effect.openItemsCents - effect.openCreditCents);
      expect(posting.journal.every((line) => line.amountCents !== 0)).toBe(true);
    }),
  );
});
