// What the list of applications for credit can be asked for.
import { listQuery, oneOf } from "../lists/list-query.ts";

export const APPLICATION_FILTERS = {
  waiting: "Waiting",
  approved: "Approved",
  declined: "Declined",
} as const;

/** `turn`: those that wait, the longest waiting first, and then what was answered, the latest first. */
export const applicationList = listQuery({
  filters: { show: oneOf(APPLICATION_FILTERS) },
  sorts: { turn: "asc", applied: "desc" },
});
