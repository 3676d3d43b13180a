// What an address asks of the consolidated view of a family: one row per customer, the parent first.
import { listQuery } from "../lists/list-query.ts";

/** There is nothing to filter and no other order. */
export const familyList = listQuery({ filters: {}, sorts: {} });
