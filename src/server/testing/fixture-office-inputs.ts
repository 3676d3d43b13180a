// For tests of the doors: inputs of what an office does beside the customers: settings, chart, periods, reports, proofs.
import { account, key } from "./fixture-documents.ts";
import type { Shop } from "./shop.ts";

/** As the other inputs of fixture-inputs.ts. */
export const OFFICE_INPUTS: Record<string, (shop: Shop) => unknown> = {
  "books.find": () => ({ search: "INV-00001" }),
  "books.firstSteps": () => ({}),
  "books.proofs": () => ({}),
  "books.prove": () => key(),
  "chart.archive": () => ({ ...key(), code: "4010" }),
  "chart.create": account,
  "chart.list": () => ({}),
  "chart.rename": () => ({ ...key(), code: "6100", version: 1, name: "Bad debts" }),
  "chart.unarchive": () => ({ ...key(), code: "4010" }),
  "periods.close": () => ({ ...key(), from: "2020-01-01", through: "2020-02-01" }),
  "periods.list": () => ({}),
  "periods.moveStart": () => ({ ...key(), startOn: "2020-01-01" }),
  "periods.previewClosing": () => ({ from: "2026-01-01", through: "2026-02-01" }),
  "periods.reopen": () => ({ ...key(), month: "2020-01-01" }),
  "periods.start": () => ({}),
  "reports.aging": () => ({ asOf: "2026-02-28" }),
  "reports.agingTotals": () => ({ asOf: "2026-02-28" }),
  "reports.journal": () => ({ fromOn: "2026-01-01", throughOn: "2026-02-28", account: "1200" }),
  "reports.trialBalance": () => ({ asOf: "2026-02-28" }),
  "reports.ledgerNet": () => ({ asOf: "2026-02-28" }),
  "settings.changeCredit": ({ version }) => ({ ...key(), version, countEarmarked: false }),
  "settings.changeDetails": ({ version }) => ({
    ...key(),
    version,
    addressLines: ["1 Elm St"],
    phone: "555 0100",
    email: "shop@stand-in.example",
  }),
  "settings.changeRegion": ({ version }) => ({
    ...key(),
    version,
    locale: "en-US",
    language: "en",
    country: "US",
    zone: "UTC",
    paper: "LETTER",
  }),
  "settings.changeReturnedFee": ({ version }) => ({ ...key(), version, returnedFeeCents: 35_00 }),
  "settings.changeSeries": ({ version }) => ({
    ...key(),
    version,
    series: "receipt",
    prefix: "R-",
    padding: 5,
  }),
  "settings.changeTax": ({ version }) => ({ ...key(), version, taxName: "VAT", taxRate: "6.25" }),
  "settings.read": () => ({}),
};
