// What the rows of the aging report can be asked for, beside its day: the largest debt first unless by name.
import { SEARCH, listQuery } from "../lists/list-query.ts";

export const agingList = listQuery({ filters: SEARCH, sorts: { net: "desc", name: "asc" } });
