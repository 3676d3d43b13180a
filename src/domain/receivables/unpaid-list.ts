// What the unpaid invoices of an account can be asked for: in an order, from one bucket of the aging, by part of the
// number of an invoice, a receipt or a job.
import { z } from "zod";
import { BUCKETS } from "../ledger/aging.ts";
import { SEARCH, listQuery } from "../lists/list-query.ts";

export const unpaidList = listQuery({
  filters: { ...SEARCH, bucket: z.enum(BUCKETS).optional() },
  sorts: { due: "asc", date: "asc", number: "asc", amount: "asc", open: "asc" },
  // The account's page lists its history, too.
  params: { search: "invoice", cursor: "after" },
});
export type UnpaidSort = keyof typeof unpaidList.sorts;
