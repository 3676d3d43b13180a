// What the list of customers given credit can be asked for.
import { SEARCH, listQuery, oneOf } from "../lists/list-query.ts";

/** "over": more in use than the limit; "stopped": on hold, charged off, closed or not allowed to charge; "review": somebody said to look again by today; "suggested": how they pay says to change the limit, or to look at them. */
export const CREDIT_FILTERS = {
  over: "Over the limit",
  stopped: "Can’t charge",
  review: "Due for review",
  suggested: "With a suggestion",
} as const;

export const creditList = listQuery({
  filters: { ...SEARCH, show: oneOf(CREDIT_FILTERS) },
  sorts: { name: "asc", limit: "desc", used: "desc", left: "asc", review: "asc" },
});
