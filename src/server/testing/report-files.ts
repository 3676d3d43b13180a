// Files of src/domain/testdata/imports as reports of aging, ledgers and payment services write them, and what each comes to,
// worked out beforehand.
import { day } from "@/domain/values/day.ts";
import { OPEN, type Told } from "./made-up-files.ts";

const THROUGH_MARCH = { way: "open", openAsOf: day("2026-03-31") } as const;

export const OF_REPORTS: [file: string, told: Told][] = [
  [
    "quickbooks-online-aging-detail.csv",
    {
      plan: THROUGH_MARCH,
      invoices: 3,
      payments: 1,
      customers: 4,
      total: 1780_75,
      open: 1280_75,
      credit: 40_00,
      skipped: 1,
      totals: 4,
      warnings: 1,
    },
  ],
  [
    "quickbooks-desktop-aging-detail.csv",
    {
      plan: THROUGH_MARCH,
      invoices: 2,
      credits: 1,
      customers: 2,
      total: 1660_00,
      open: 1660_00,
      credit: 60_00,
      totals: 3,
    },
  ],
  [
    "xero-aged-receivables-buckets.csv",
    { plan: THROUGH_MARCH, invoices: 2, customers: 2, total: 1080_50, open: 1080_50, totals: 1 },
  ],
  [
    "business-central-ledger-entries.csv",
    {
      plan: OPEN,
      invoices: 1,
      credits: 1,
      payments: 1,
      customers: 2,
      total: 1250_00,
      open: 1000_00,
      credit: 90_00,
      warnings: 1,
    },
  ],
  [
    "sap-business-one.txt",
    {
      plan: OPEN,
      currency: "EUR",
      invoices: 1,
      credits: 1,
      customers: 2,
      total: 1250_00,
      open: 1250_00,
      credit: 60_00,
    },
  ],
  [
    "stripe-invoices.csv",
    { plan: OPEN, invoices: 1, customers: 1, total: 1200_00, open: 1200_00, skipped: 3 },
  ],
  ["square-invoices.csv", { plan: OPEN, invoices: 2, customers: 2, total: 1750_00, open: 1624_50 }],
  [
    "jobber-invoices.csv",
    { plan: OPEN, invoices: 2, customers: 2, total: 1330_50, open: 1080_50, skipped: 1 },
  ],
  [
    "contractor-retainage.csv",
    { plan: OPEN, invoices: 2, customers: 2, total: 10500_00, open: 9500_00, warnings: 1 },
  ],
  [
    "sage-comptabilite.csv",
    {
      plan: OPEN,
      currency: "EUR",
      invoices: 2,
      credits: 1,
      customers: 2,
      total: 1660_00,
      open: 1660_00,
      credit: 60_00,
      totals: 1,
    },
  ],
];
