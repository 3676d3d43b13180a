// What the list of credit memos can be asked for.
import { CUSTOMER, DAYS, SEARCH, listQuery, oneOf } from "../lists/list-query.ts";

export const creditMemoList = listQuery({
  filters: {
    ...SEARCH,
    ...CUSTOMER,
    ...DAYS,
    /** Only those with something left to apply. */
    open: oneOf({ yes: true }),
  },
  sorts: { issued: "desc", total: "desc" },
});
