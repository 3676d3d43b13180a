// What the list of receipts can be asked for.
import { CUSTOMER, DAYS, SEARCH, listQuery, oneOf } from "../lists/list-query.ts";

export const RECEIPT_FILTERS = { sale: "Sales", return: "Returns" } as const;

export const receiptList = listQuery({
  filters: { ...SEARCH, ...CUSTOMER, ...DAYS, kind: oneOf(RECEIPT_FILTERS) },
  sorts: { made: "desc" },
});
