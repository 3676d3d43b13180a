// The unpaid invoices of an account as they are asked for: in an order, from one bucket of the aging, by a text.
import type { Bucket } from "../ledger/aging.ts";

export const UNPAID_SORTS = ["due", "date", "number", "amount", "open"] as const;
export type UnpaidSort = (typeof UNPAID_SORTS)[number];

export type UnpaidFilter = {
  bucket?: Bucket | undefined;
  /** Part of the number of an invoice or a receipt. */
  search?: string | undefined;
};
