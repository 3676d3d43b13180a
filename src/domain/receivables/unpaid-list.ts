// What the unpaid invoices of an account can be asked for: in an order, from one bucket of the aging, by part of the
// number of an invoice, a receipt or a job.
import { z } from "zod";
import { BUCKETS } from "../ledger/aging.ts";
import { SEARCH, listQuery, type QueryOf } from "../lists/list-query.ts";

export const unpaidList = listQuery({
  filters: { ...SEARCH, bucket: z.enum(BUCKETS).optional(), shown: z.literal("all").optional() },
  sorts: { due: "asc", date: "asc", number: "asc", amount: "asc", open: "asc" },
  // The account's page lists its history, too.
  params: { search: "invoice", cursor: "after", shown: "unpaid" },
});
export type UnpaidSort = keyof typeof unpaidList.sorts;

/** So many stand on the account's page above its history. */
export const FIRST_UNPAID = 10;

/** Whether only the first few are meant: not all of them, none that are looked for, no further page. */
export const isFirstFew = ({ shown, bucket, search, cursor }: QueryOf<typeof unpaidList>): boolean =>
  [shown, bucket, search, cursor].every((each) => each === undefined);
