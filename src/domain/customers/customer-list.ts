// What the list of customers can be asked for.
import { z } from "zod";
import { SEARCH, listQuery, oneOf } from "../lists/list-query.ts";

/** All that are dealt with, unless some of them, or those put away, are asked for. "exemption-ends": soon, or it has ended and nobody said so. */
export const CUSTOMER_FILTERS = {
  balance: "With balance",
  overdue: "Overdue",
  "over-limit": "Over limit",
  "exemption-ends": "Exemption ends",
  empty: "Empty",
  archived: "Archived",
} as const;
export type CustomerFilter = keyof typeof CUSTOMER_FILTERS;

export const customerList = listQuery({
  filters: {
    ...SEARCH,
    show: oneOf(CUSTOMER_FILTERS),
    /** Who has that label. */
    label: z.uuid().optional(),
  },
  sorts: { name: "asc", number: "asc", balance: "desc", overdue: "desc" },
});
