// What the list of applications for credit can be asked for.
import { listQuery, oneOf } from "../lists/list-query.ts";

export const APPLICATION_FILTERS = {
  waiting: "Waiting",
  approved: "Approved",
  declined: "Declined",
} as const;

export const applicationList = listQuery({
  filters: { show: oneOf(APPLICATION_FILTERS) },
  sorts: { applied: "desc" },
});
