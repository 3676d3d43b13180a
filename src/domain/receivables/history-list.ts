// What of an account's history is looked for: kinds of events as a person tells them apart, a range of days, and part of
// a note, a reference, or the number of an invoice, receipt or event.
import type { EventKind } from "../ledger/account.ts";
import type { MatchOf } from "../lists/list-query.ts";
import { DAYS, SEARCH, listQuery, oneOf } from "../lists/list-query.ts";
import { AnyDay } from "../values/day-shape.ts";

/** Every kind of event is of one type, but for deposits: what becomes of the money is no line of a customer's. */
export const HISTORY_TYPES = {
  invoices: { label: "Invoices", kinds: ["invoice", "opening", "retainage-release"] },
  payments: { label: "Payments", kinds: ["payment"] },
  credits: {
    label: "Credits and write-offs",
    kinds: ["credit-memo", "discount", "write-off", "adjustment-down"],
  },
  charges: {
    label: "Fees and charges",
    kinds: ["finance-charge", "returned-payment-fee", "adjustment-up", "recovery"],
  },
  applications: { label: "Credit applied", kinds: ["application", "un-application"] },
  returns: { label: "Refunds and reversals", kinds: ["refund", "returned-payment", "reversal"] },
  transfers: { label: "Transfers", kinds: ["transfer-out", "transfer-in"] },
} as const satisfies Record<string, { label: string; kinds: readonly EventKind[] }>;

export type HistoryType = keyof typeof HISTORY_TYPES;

/** By effective day, the newest first, in no other order: each line has the balance after it. */
export const historyList = listQuery({
  filters: {
    ...SEARCH,
    ...DAYS,
    type: oneOf(HISTORY_TYPES),
    /** Starts with the last line of that day. */
    jumpOn: AnyDay.optional(),
  },
  sorts: {},
});
export type HistoryFilter = Omit<MatchOf<typeof historyList>, "jumpOn">;
