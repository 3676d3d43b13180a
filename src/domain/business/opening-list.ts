// What the list of opening balances can be asked for.
import { SEARCH, listQuery } from "../lists/list-query.ts";

export const openingList = listQuery({ filters: SEARCH, sorts: { entered: "desc" } });
