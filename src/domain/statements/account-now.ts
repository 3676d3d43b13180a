// An account as its customer sees it behind a statement's link: what is unpaid less what credit is left is what they owe, and
// what happened until now.
import type { InvoicePaper } from "../invoices/invoice-paper.ts";
import type { Aging } from "../ledger/aging.ts";
import type { HistoryPage, UnpaidInvoice } from "../receivables/account-page.ts";
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";

/** A credit that isn't used up. `type`: what the books call it, "Credit memo", "Check 4471". */
export type OpenCredit = {
  eventId: number;
  type: string;
  documentNumber: string | null;
  onDay: Day;
  openCents: Cents;
};

export type AccountNow = {
  business: InvoicePaper["business"];
  customer: { name: string; number: string };
  currency: string;
  asOf: Day;
  aging: Aging;
  /** A page of them, the earliest due first; `count` is of all. */
  unpaid: { invoices: readonly UnpaidInvoice[]; next: string | null; count: number };
  /** The latest; `othersCents` is what is left of those before them. */
  credits: { lines: readonly OpenCredit[]; othersCents: Cents };
  history: HistoryPage;
};
