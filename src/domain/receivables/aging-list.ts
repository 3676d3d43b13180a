// What the rows of the aging report can be asked for, beside its day: the largest debt first unless by name, and only those
// who have something in one bucket.
import { z } from "zod";
import { BUCKETS } from "../ledger/aging.ts";
import { SEARCH, listQuery } from "../lists/list-query.ts";

export const agingList = listQuery({
  filters: { ...SEARCH, bucket: z.enum(BUCKETS).optional() },
  sorts: { net: "desc", name: "asc" },
});
