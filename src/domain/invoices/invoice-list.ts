// What the list of invoices can be asked for.
import { CUSTOMER, DAYS, JOB, SEARCH, listQuery, oneOf } from "../lists/list-query.ts";
import { INVOICE_FILTERS } from "./invoice-state.ts";

export const invoiceList = listQuery({
  filters: { ...SEARCH, ...CUSTOMER, ...JOB, ...DAYS, state: oneOf(INVOICE_FILTERS) },
  sorts: { issued: "desc", due: "asc", total: "desc", left: "desc" },
});
