// Files of src/domain/testdata/imports as programs and people write them, and what each comes to, worked out beforehand.
import type { ImportKind } from "@/domain/imports/fields.ts";
import type { ImportPlan } from "@/domain/imports/plan.ts";
import { day } from "@/domain/values/day.ts";

export const OPEN = { way: "open", openAsOf: day("2026-02-28") } as const;
export const HISTORY = { way: "history" } as const;

export type Told = {
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

export const OF_PROGRAMS: [file: string, told: Told][] = [
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
  // Lists of nothing but credits: only their numbers say so.
  [
    "zoho-books-credit-notes.csv",
    { plan: OPEN, credits: 2, customers: 2, credit: 100_50, skipped: 2, warnings: 1 },
  ],
  ["gutschriften.csv", { plan: OPEN, currency: "EUR", credits: 2, customers: 2, credit: 1250_50 }],
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
  // Customers with what they owe when the books start
  [
    "customers-opening-balances.csv",
    { kind: "customers", customers: 4, open: 1330_50, credit: 60_00, faults: 1 },
  ],
  [
    "kunden-saldovortrag.csv",
    { kind: "customers", currency: "EUR", customers: 2, open: 1190_25, credit: 20_00 },
  ],
  // Payments alone
  ["xero-payments.csv", { kind: "payments", payments: 3, customers: 2, credit: 1840_50, skipped: 1 }],
  [
    "quickbooks-payments-by-customer.csv",
    { kind: "payments", payments: 3, customers: 2, credit: 1580_50, faults: 2, totals: 3 },
  ],
  [
    "zahlungseingaenge.csv",
    { kind: "payments", currency: "EUR", payments: 2, customers: 2, credit: 1440_25, warnings: 1 },
  ],
  // Limits and contacts alone
  ["credit-limits.csv", { kind: "limits", customers: 3, faults: 3 }],
  ["kreditlimits.csv", { kind: "limits", currency: "EUR", customers: 2 }],
  ["contacts.csv", { kind: "contacts", customers: 2, faults: 2, warnings: 1 }],
  ["ansprechpartner.csv", { kind: "contacts", customers: 1 }],
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
];
