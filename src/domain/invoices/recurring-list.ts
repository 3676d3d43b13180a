// What the list of recurring invoices can be asked for.
import { CUSTOMER, listQuery } from "../lists/list-query.ts";

export const recurringList = listQuery({ filters: CUSTOMER, sorts: { next: "asc", customer: "asc" } });
