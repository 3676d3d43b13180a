// Files as nineteen programs, spreadsheets and people write them, made up, with what each comes to worked out beforehand:
// read from their bytes, unedited. What a file doesn't settle is asked, never guessed.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { ImportKind } from "@/domain/imports/fields.ts";
import { planFor, type ImportPlan } from "@/domain/imports/plan.ts";
import { readTable } from "@/domain/imports/read-table.ts";
import { day } from "@/domain/values/day.ts";
import { sheetOf } from "./sheet-of.ts";

const FILES = new URL("../../domain/testdata/imports/", import.meta.url);
const OPEN = { way: "open", openAsOf: day("2026-02-28") } as const;
const HISTORY = { way: "history" } as const;

type Told = {
  kind?: ImportKind;
  currency?: string;
  plan?: Partial<ImportPlan>;
  /** By key; nothing is asked where it is left out. */
  asks?: string[];
  invoices?: number;
  credits?: number;
  payments?: number;
  customers?: number;
  total?: number;
  open?: number;
  credit?: number;
  /** Rows of the table that nothing comes of: paid, void, draft, for nothing. */
  skipped?: number;
  faults?: number;
  warnings?: number;
  /** Totals that stand in the file; all agree with its rows. */
  totals?: number;
};

async function read(name: string, { kind = "receivables", currency = "USD", plan = {} }: Told) {
  const bytes = new Uint8Array(readFileSync(new URL(name, FILES)));
  const ground = { currency, today: day("2026-11-29"), startOn: day("2000-01-01"), locale: "en-US" };
  return readTable(await sheetOf(bytes, kind), { ...planFor(kind), ...plan }, ground);
}

const STRUCTURE = [
  "Above the headings",
  "The heading of a section",
  "A total",
  "A sum without a name",
  "Only text",
  "Headings again",
];

const TOLD: [file: string, told: Told][] = [
  // QuickBooks
  [
    "quickbooks-online-open-invoices.csv",
    {
      plan: OPEN,
      invoices: 3,
      credits: 1,
      customers: 2,
      total: 1740_50,
      open: 1740_50,
      credit: 60_00,
      totals: 3,
    },
  ],
  [
    "quickbooks-online-open-invoices.csv",
    {
      asks: ["way"],
      invoices: 3,
      credits: 1,
      customers: 2,
      total: 1740_50,
      open: 1740_50,
      credit: 60_00,
      totals: 3,
    },
  ],
  [
    "quickbooks-online-invoice-list.csv",
    { plan: OPEN, invoices: 2, customers: 2, total: 1450_00, open: 1330_50, skipped: 2 },
  ],
  [
    "quickbooks-desktop-open-invoices.csv",
    {
      plan: OPEN,
      invoices: 2,
      payments: 1,
      customers: 2,
      total: 1660_00,
      open: 1660_00,
      credit: 250_00,
      totals: 3,
    },
  ],
  ["quickbooks-desktop.iif", { plan: OPEN, invoices: 2, customers: 2, total: 1330_50, open: 1330_50 }],
  // Xero, Zoho, NetSuite, Sage, SAP, Odoo, FreshBooks, Tally
  [
    "xero-sales-invoices.csv",
    { plan: OPEN, invoices: 2, credits: 1, customers: 2, total: 1330_50, open: 1080_50, credit: 20_00 },
  ],
  [
    "xero-aged-receivables-detail.csv",
    { plan: OPEN, invoices: 2, customers: 2, total: 1080_50, open: 1080_50, totals: 3 },
  ],
  [
    "zoho-books-invoices.csv",
    { plan: OPEN, invoices: 2, customers: 2, total: 1450_00, open: 1330_50, skipped: 1 },
  ],
  [
    "netsuite-open-transactions.csv",
    { plan: OPEN, invoices: 2, credits: 1, customers: 2, total: 1450_00, open: 1330_50, credit: 20_00 },
  ],
  [
    "sage-50-outstanding.csv",
    {
      plan: OPEN,
      currency: "GBP",
      invoices: 2,
      credits: 1,
      payments: 1,
      customers: 2,
      total: 1660_00,
      open: 1660_00,
      credit: 160_00,
    },
  ],
  ["sage-intacct-aging.csv", { plan: OPEN, invoices: 2, customers: 2, total: 1450_00, open: 1330_50 }],
  [
    "sap-fbl5n.txt",
    {
      plan: OPEN,
      currency: "EUR",
      invoices: 2,
      credits: 1,
      payments: 1,
      customers: 2,
      total: 1330_50,
      open: 1330_50,
      credit: 50_00,
    },
  ],
  [
    "odoo-invoices.csv",
    { plan: OPEN, invoices: 2, credits: 1, customers: 2, total: 1450_00, open: 1330_50, credit: 20_00 },
  ],
  ["freshbooks-invoices.csv", { invoices: 2, payments: 1, customers: 2, total: 1330_50, open: 1250_00 }],
  [
    "tally-bills-receivable.csv",
    {
      plan: OPEN,
      currency: "INR",
      invoices: 2,
      credits: 1,
      customers: 2,
      total: 169500_00,
      open: 169500_00,
      credit: 6000_00,
      totals: 1,
    },
  ],
  // German, French and Spanish programs
  [
    "lexware-offene-posten.csv",
    { plan: OPEN, currency: "EUR", invoices: 2, customers: 2, total: 1450_00, open: 1330_50, totals: 1 },
  ],
  [
    "datev-opos.csv",
    {
      plan: OPEN,
      currency: "EUR",
      invoices: 2,
      credits: 1,
      customers: 2,
      total: 1330_50,
      open: 1330_50,
      credit: 20_00,
    },
  ],
  [
    "ciel-echeancier.csv",
    { plan: OPEN, currency: "EUR", invoices: 2, customers: 2, total: 1450_00, open: 1330_50 },
  ],
  [
    "contaplus-vencimientos.csv",
    { plan: OPEN, currency: "EUR", invoices: 2, customers: 2, total: 1450_00, open: 1330_50 },
  ],
  ["crewcost-customers.csv", { kind: "customers", customers: 3, warnings: 1 }],
  ["products.csv", { kind: "products", faults: 1 }],
  // Spreadsheets, and what people do in them
  [
    "spreadsheet-by-hand.csv",
    { plan: OPEN, invoices: 2, customers: 2, total: 1660_00, open: 1660_00, totals: 1 },
  ],
  [
    "float-noise.csv",
    {
      plan: { way: "open", openAsOf: day("2020-06-01") },
      invoices: 2,
      customers: 2,
      total: 2321_08,
      open: 2321_08,
    },
  ],
  ["two-digit-years.csv", { invoices: 2, payments: 1, customers: 1, total: 30_00, open: 10_00 }],
  ["day-names.csv", { invoices: 2, customers: 1, total: 30_00, open: 30_00 }],
  ["serial-days.csv", { invoices: 2, payments: 1, customers: 1, total: 30_00, open: 10_00 }],
  ["pipe.txt", { invoices: 1, customers: 1, total: 10_00, open: 10_00 }],
  ["unclosed-quote.csv", { invoices: 2, customers: 1, total: 30_00, open: 30_00 }],
  [
    "debit-and-credit.csv",
    { invoices: 1, credits: 1, customers: 1, total: 1250_00, open: 1250_00, credit: 60_00 },
  ],
  [
    "overpayment.csv",
    { plan: OPEN, invoices: 1, payments: 1, customers: 1, total: 1250_00, open: 1250_00, credit: 40_00 },
  ],
  ["terms-for-due.csv", { invoices: 4, customers: 4, total: 100_00, open: 100_00, warnings: 1 }],
  ["swiss-apostrophes.csv", { currency: "CHF", invoices: 2, customers: 1, total: 1314_50, open: 1314_50 }],
  [
    "nordic-kronor.csv",
    { currency: "SEK", invoices: 2, payments: 1, customers: 1, total: 1330_50, open: 1250_50 },
  ],
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
  ["no-table.txt", { asks: ["columns", "columns", "columns", "way"] }],
  // What is refused, by row
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
  ["several-lines.csv", { invoices: 1, customers: 1, total: 1250_00, open: 1250_00, faults: 1 }],
  ["unknown-type.csv", { invoices: 1, customers: 1, total: 1250_00, open: 1250_00, faults: 1, skipped: 1 }],
  ["disputed-unknown.csv", { invoices: 1, customers: 1, total: 20_00, open: 20_00, faults: 1 }],
  ["open-above-amount.csv", { plan: OPEN, faults: 1, invoices: 1, customers: 1, total: 10_00, open: 8_00 }],
  ["empty-table.csv", { faults: 1 }],
  // The rest of the small awkward ones
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

test.each(TOLD)("%s", async (name, told) => {
  const { look, faults } = await read(name, told);
  const { figures } = look;
  const skipped = look.leftOut
    .filter(({ why }) => !STRUCTURE.includes(why))
    .reduce((all, { count }) => all + count, 0);
  expect({
    asks: look.questions.map(({ key }) => key),
    invoices: figures.invoices,
    credits: figures.credits,
    payments: figures.payments,
    customers: figures.customers,
    total: figures.totalCents,
    open: figures.openCents,
    credit: figures.creditCents,
    skipped,
    faults: look.faultCount,
    totals: look.totals.length,
  }).toEqual({
    asks: told.asks ?? [],
    invoices: told.invoices ?? 0,
    credits: told.credits ?? 0,
    payments: told.payments ?? 0,
    customers: told.customers ?? 0,
    total: told.total ?? 0,
    open: told.open ?? 0,
    credit: told.credit ?? 0,
    skipped: told.skipped ?? 0,
    faults: told.faults ?? 0,
    totals: told.totals ?? 0,
  });
  expect(faults).toHaveLength(look.faultCount);
  for (const { saysCents, oursCents } of look.totals) expect(oursCents).toBe(saysCents);
  if (told.warnings) expect(look.warnings).toHaveLength(told.warnings);
});

test("rows are told as a spreadsheet shows them", async () => {
  const { faults } = await read("p07-quoted-newline-line-number.csv", {});
  expect(faults).toEqual([{ row: 3, column: "InvoiceAmount", says: "“abc” is not an amount." }]);
});

test("names keep their letters whatever the file's encoding", async () => {
  const { entries } = await read("p05-cp1252.csv", {});
  expect(entries.customers.map(({ number }) => number)).toEqual([
    "Müller & Söhne",
    "Möller & Söhne",
    "Mäller & Söhne",
  ]);
});

test("each question says which option answers it, and its answer settles it", async () => {
  for (const [name, told] of TOLD.filter(([, { asks }]) => asks?.length === 1)) {
    const { look } = await read(name, told);
    const [question] = look.questions;
    expect(question?.options.every(({ option }) => option.startsWith("--"))).toBe(true);
    for (const { patch } of question?.options ?? []) {
      const answered = await read(name, { ...told, plan: { ...look.plan, ...patch } });
      expect(answered.look.questions.map(({ key }) => key)).not.toContain(question?.key);
    }
  }
});
