// What the printed aging report is drawn from.
import type { Aging } from "../ledger/aging.ts";
import type { Language } from "../language/language.ts";
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";
import type { LedgerNet } from "./posted-later.ts";

/** More customers than these are read as a file, not on paper. */
export const AGED_ON_PAPER = 5_000;

/** With more invoices than these, customers stand alone. */
export const AGED_INVOICES_ON_PAPER = 10_000;

/** What makes up a customer's figures. */
export type AgedInvoice = { number: string; dueOn: Day; daysPastDue: number; openCents: Cents };

export type AgingPaper = {
  business: { name: string; locale: string; language: Language; paper: "A4" | "LETTER" };
  currency: string;
  asOf: Day;
  /** As it was known at this instant; null is when it was printed. */
  knownAt: string | null;
  zone: string;
  rows: { number: string; name: string; aging: Aging; invoices: AgedInvoice[] }[];
  /** The invoices are left out: there are too many of them. */
  withoutInvoices: boolean;
  totals: Aging;
  /** Of all customers, whoever of them is listed. */
  ledger: LedgerNet;
};
