// What the journal can be asked for: the days of its postings, and the lines of one account. A posting counts from the day
// of its event, but not before the month that it was posted in.
import { z } from "zod";
import { DAYS, listQuery } from "../lists/list-query.ts";

export const journalList = listQuery({
  filters: { ...DAYS, account: z.string().max(20).optional() },
  sorts: { event: "asc" },
});
