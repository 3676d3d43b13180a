// A credit memo as it is typed: what it comes to, and what is wrong with it, at its line.
import { expect, test } from "vitest";
import { ZERO, cents } from "../values/money.ts";
import type { CreditableLine } from "./invoice-credit.ts";
import { readCredit, type TypedCredit } from "./typed-credit.ts";

const line = (at: number, quantity: string, total: number): CreditableLine => ({
  line: at,
  kind: "item",
  quantity,
  totalCents: cents(total),
  taxCents: cents(total / 10),
  heldCents: ZERO,
  credited: { quantity: "0", totalCents: ZERO, taxCents: ZERO },
});
const INVOICE = {
  lines: [line(1, "4", 100_00), line(2, "1", 50_00)],
  givenUpCents: ZERO,
  openCents: cents(60_00),
};
const read = (typed: Partial<TypedCredit>, locale = "en-US") =>
  readCredit(INVOICE, { by: "lines", lines: {}, amount: "", ...typed }, { currency: "USD", locale });
const typed = (at: number, quantity: string, amount = "") => ({ [at]: { quantity, amount } });

test("lines by quantity and by amount, as the locale writes them", () => {
  const got = read({ lines: { ...typed(1, "2,5"), ...typed(2, "", "12,50") } }, "de-DE");
  expect(got.choice).toEqual({
    by: "lines",
    lines: [
      { line: 1, quantity: "2.5" },
      { line: 2, amountCents: 12_50 },
    ],
  });
  expect(got.total).toMatchObject({ subtotalCents: 75_00, taxCents: 7_50, totalCents: 82_50 });
  expect(got.appliedCents).toBe(60_00);
  expect([...got.amounts]).toEqual([
    [1, 62_50],
    [2, 12_50],
  ]);
});

test.each<[string, Partial<TypedCredit>, object]>([
  ["nothing yet", {}, { choice: null, fault: null }],
  ["no amount yet", { by: "amount" }, { choice: null, fault: null }],
  [
    "words for an amount",
    { by: "amount", amount: "some" },
    { fault: "Enter an amount, such as 120 or 99.50." },
  ],
  ["less than nothing", { by: "amount", amount: "-1" }, { fault: "Enter an amount, such as 120 or 99.50." }],
  [
    "more than there is",
    { by: "amount", amount: "165.01" },
    { fault: expect.stringMatching(/^That is more than is left/) as string },
  ],
])("%s", (_what, given, told) => {
  expect(read(given)).toMatchObject({ total: { totalCents: 0 }, ...told });
});

test.each([
  [typed(1, "4.1"), /^That is more than is left/],
  [typed(1, "a few"), /^Enter a quantity/],
  [typed(1, "0"), /^Enter a quantity/],
  [typed(1, "", "100.01"), /^That is more than is left/],
  [typed(1, "", "x"), /^Enter an amount/],
])("what is wrong with a line is said at the line", (lines, told) => {
  const got = read({ lines: { ...typed(2, "1"), ...lines } });
  expect(got.faults.get(1)).toMatch(told);
  expect(got.choice).toBeNull();
});

test("all of it", () => {
  expect(read({ by: "whole" })).toMatchObject({ total: { totalCents: 165_00 }, appliedCents: 60_00 });
});
