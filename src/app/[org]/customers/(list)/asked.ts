// What the address of the customer list asks for: the same for the page and for its file.
import { asked } from "../../_shell/links.ts";

const SORTS = ["name", "number", "balance", "overdue"] as const;
export type Sort = (typeof SORTS)[number];
export type Sorting = { sort: Sort; direction: "asc" | "desc" };

export const FIRST_DIRECTION = { name: "asc", number: "asc", balance: "desc", overdue: "desc" } as const;

export const SHOWS = {
  all: "All",
  balance: "With balance",
  overdue: "Overdue",
  "over-limit": "Over limit",
  empty: "Empty",
  archived: "Archived",
} as const;
export type Show = keyof typeof SHOWS;

type Query = Record<string, string | string[] | undefined>;

export function sortAsked(query: Query): Sorting {
  const sort = SORTS.find((one) => one === asked(query, "sort")) ?? "name";
  const direction = asked(query, "direction");
  return { sort, direction: direction === "asc" || direction === "desc" ? direction : FIRST_DIRECTION[sort] };
}

export function showAsked(query: Query): Show {
  const show = asked(query, "show");
  return (Object.keys(SHOWS) as Show[]).find((one) => one === show) ?? "all";
}

export function customersAsked(query: Query): Sorting & { search?: string; show: Show } {
  const search = asked(query, "search")?.slice(0, 200);
  return { ...sortAsked(query), show: showAsked(query), ...(search && { search }) };
}
