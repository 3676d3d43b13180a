// One word for each thing that can have become of an invoice.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { invoiceStateOf, type InvoiceStanding } from "./invoice-state.ts";
import { cents } from "../values/money.ts";

const TODAY = day("2026-06-30");

type Debt = { open?: number; reduced?: number; writtenOff?: number };
const standing = (dueOn: string, { open = 0, reduced = 0, writtenOff = 0 }: Debt): InvoiceStanding => ({
  voided: false,
  dueOn: day(dueOn),
  debt: {
    amountCents: cents(100),
    openCents: cents(open),
    reducedCents: cents(reduced),
    writtenOffCents: cents(writtenOff),
  },
});

test.each<[string, InvoiceStanding]>([
  ["open", standing("2026-06-30", { open: 100 })],
  ["open", standing("2026-07-30", { open: 100 })],
  ["part-paid", standing("2026-06-30", { open: 99 })],
  ["overdue", standing("2026-06-29", { open: 100 })],
  ["overdue", standing("2026-06-29", { open: 1 })],
  ["paid", standing("2026-06-29", {})],
  ["written-off", standing("2026-06-29", { writtenOff: 1 })],
  ["overdue", standing("2026-06-29", { open: 1, writtenOff: 99 })],
  ["moved", standing("2026-06-29", { reduced: 100 })],
  ["voided", { ...standing("2026-06-29", { reduced: 100 }), voided: true }],
  ["held", { ...standing("2026-06-29", {}), debt: null }],
])("%s", (state, what) => {
  expect(invoiceStateOf(what, TODAY)).toBe(state);
});
