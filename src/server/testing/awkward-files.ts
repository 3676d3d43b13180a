// Small awkward files of src/domain/testdata/imports: what is asked about them, what is refused in them, and what they come to.
import { HISTORY, OPEN, type Told } from "./made-up-files.ts";

export const AWKWARD: [file: string, told: Told][] = [
  // What is asked
  ["p01-uk-dates-all-days-le-12.csv", { asks: ["days"] }],
  [
    "p01-uk-dates-all-days-le-12.csv",
    { plan: { days: "dmy" }, invoices: 3, customers: 2, total: 250_00, open: 250_00 },
  ],
  ["p02-german-grouped-thousands.csv", { asks: ["decimal"], currency: "EUR", invoices: 0 }],
  [
    "p02-german-grouped-thousands.csv",
    { plan: { decimal: "," }, currency: "EUR", invoices: 3, customers: 1, total: 14285_00, open: 14285_00 },
  ],
  ["p10-amount-forms.csv", { asks: ["decimal"], faults: 1 }],
  [
    "p10-amount-forms.csv",
    {
      plan: { decimal: "." },
      faults: 2,
      invoices: 5,
      credits: 2,
      customers: 1,
      total: 133378_79,
      open: 133378_79,
      credit: 246_90,
      skipped: 1,
    },
  ],
  ["p11-date-forms.csv", { asks: ["days"], invoices: 7, customers: 1, total: 7_00, open: 7_00 }],
  ["p12-no-settled-column.csv", { asks: ["way"], invoices: 1, customers: 1, total: 10_00, open: 10_00 }],
  ["r02-duplicate-head.csv", { asks: ["columns"] }],
  ["r03-mixed-order.csv", { asks: ["days"] }],
  [
    "r03-mixed-order.csv",
    { plan: { days: "dmy" }, invoices: 1, customers: 1, total: 10_00, open: 10_00, faults: 1 },
  ],
  ["excess-decimals.csv", { asks: ["round"], invoices: 1, customers: 1, total: 10_00, open: 10_00 }],
  [
    "excess-decimals.csv",
    { plan: { round: true }, invoices: 2, payments: 1, customers: 1, total: 20_01, open: 10_00 },
  ],
  ["aging-summary.csv", { asks: ["columns"] }],
  ["no-table.txt", { asks: ["columns", "columns", "columns", "way"] }],
  // What is refused, by row
  ["money-in-headings.txt", { plan: OPEN, faults: 2 }],
  [
    "money-in-headings.txt",
    { plan: OPEN, currency: "EUR", invoices: 2, customers: 2, total: 1750_00, open: 1500_50 },
  ],
  ["jobber-invoices.csv", { plan: OPEN, currency: "EUR", faults: 2, skipped: 1 }],
  [
    "paid-and-open.csv",
    { plan: OPEN, invoices: 1, customers: 1, total: 20_00, open: 20_00, skipped: 1, faults: 1 },
  ],
  [
    "customer-named-once.csv",
    { plan: OPEN, invoices: 2, customers: 2, total: 1660_00, open: 1660_00, faults: 1 },
  ],
  ["p04-currency-column.csv", { faults: 2 }],
  [
    "p04-currency-column.csv",
    { currency: "BWP", faults: 1, invoices: 1, customers: 1, total: 1140_00, open: 1140_00 },
  ],
  ["p07-quoted-newline-line-number.csv", { faults: 1, invoices: 1, customers: 1, total: 10_00, open: 10_00 }],
  ["p13-same-number-two-customers.csv", { faults: 1, invoices: 1, customers: 1, total: 10_00, open: 10_00 }],
  ["p17-long-name.csv", { faults: 1 }],
  [
    "p17-long-name.csv",
    { plan: { columns: { 0: "customerName" } }, invoices: 1, customers: 1, total: 10_00, open: 10_00 },
  ],
  ["several-lines.csv", { invoices: 1, customers: 1, total: 1250_00, open: 1250_00, faults: 1, warnings: 1 }],
  ["unknown-type.csv", { invoices: 1, customers: 1, total: 1250_00, open: 1250_00, faults: 1, skipped: 1 }],
  ["disputed-unknown.csv", { invoices: 1, customers: 1, total: 20_00, open: 20_00, faults: 1 }],
  ["open-above-amount.csv", { plan: OPEN, faults: 1, invoices: 1, customers: 1, total: 10_00, open: 8_00 }],
  ["stray-quote-rows.csv", { invoices: 3, customers: 3, total: 370_00, open: 370_00 }],
  [
    "words-in-brackets.csv",
    { invoices: 2, credits: 1, customers: 1, total: 1350_00, open: 1350_00, credit: 40_00, faults: 1 },
  ],
  [
    "credit-column-with-cr.csv",
    { invoices: 1, credits: 1, customers: 1, total: 1250_00, open: 1250_00, credit: 500_00 },
  ],
  [
    "open-balance-blank.csv",
    { plan: OPEN, invoices: 1, customers: 1, total: 100_00, open: 60_00, skipped: 2, faults: 2 },
  ],
  ["discount-line.csv", { invoices: 1, customers: 1, total: 400_00, open: 400_00, warnings: 1 }],
  ["faulty-line.csv", { invoices: 1, customers: 1, total: 7_00, open: 7_00, skipped: 1, faults: 1 }],
  [
    "used-credits.csv",
    { invoices: 1, payments: 2, customers: 1, total: 80_00, credit: 50_00, skipped: 1, faults: 1 },
  ],
  ["named-like-a-total.csv", { invoices: 1, customers: 1, total: 100_00, open: 100_00, faults: 1 }],
  ["empty-table.csv", { faults: 1 }],
  // The rest of the small awkward ones
  [
    "running-balance.csv",
    {
      plan: HISTORY,
      invoices: 2,
      payments: 1,
      customers: 1,
      total: 1650_00,
      open: 1650_00,
      credit: 1150_00,
    },
  ],
  [
    "accounting-format.csv",
    {
      plan: OPEN,
      invoices: 1,
      credits: 1,
      customers: 2,
      total: 1250_00,
      open: 1250_00,
      credit: 60_00,
      skipped: 1,
    },
  ],
  [
    "rupees-pending.csv",
    { plan: OPEN, currency: "INR", invoices: 2, customers: 2, total: 133500_00, open: 33500_00 },
  ],
  ["p03-disputed-words.csv", { invoices: 5, customers: 1, total: 50_00, open: 50_00 }],
  ["p05-cp1252.csv", { invoices: 3, customers: 3, total: 60_00, open: 60_00 }],
  ["p06-customer-columns.csv", { invoices: 1, customers: 1, total: 10_00, open: 10_00 }],
  ["p08-inch-mark.csv", { invoices: 1, customers: 1, total: 10_00, open: 10_00 }],
  ["p09-excel-sep-line.csv", { invoices: 1, customers: 1, total: 10_00, open: 10_00 }],
  ["p14b-april-overlaps.csv", { invoices: 2, customers: 1, total: 25_00, open: 25_00 }],
  ["p15-due-before-issue.csv", { invoices: 1, customers: 1, total: 10_00, open: 10_00, warnings: 1 }],
  ["p16-formula-name.csv", { invoices: 1, customers: 1, total: 10_00, open: 10_00 }],
  ["p18-customer-case.csv", { invoices: 5, customers: 2, total: 50_00, open: 50_00 }],
  ["q01-open-item-from-before-start.csv", { invoices: 2, customers: 1, total: 1000_00, open: 1000_00 }],
  ["q02-utf16be.csv", { invoices: 1, customers: 1, total: 1140_00, open: 1140_00 }],
  ["q03-excel-unicode-text.txt", { invoices: 1, customers: 1, total: 1140_00, open: 1140_00 }],
  ["r01-settled.csv", { plan: HISTORY, invoices: 1, payments: 1, customers: 1, total: 10_00 }],
];
