// What the list of products can be asked for.
import { SEARCH, listQuery, oneOf } from "../lists/list-query.ts";

export const productList = listQuery({
  /** Those that are for sale, unless those that were put away are asked for. */
  filters: { ...SEARCH, show: oneOf({ archived: true }) },
  sorts: { name: "asc", sku: "asc", price: "desc" },
});
