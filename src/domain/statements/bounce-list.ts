// What the list of addresses that mail comes back from can be asked for.
import { SEARCH, listQuery } from "../lists/list-query.ts";

export const bounceList = listQuery({ filters: { ...SEARCH }, sorts: { bounced: "desc" } });
