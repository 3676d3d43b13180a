// What the address of the customer list asks for: the same for the page and for its file.
import { asked } from "../../ways.ts";

const SORTS = ["name", "number", "balance", "overdue"] as const;
export type Sort = (typeof SORTS)[number];
export type Sorting = { sort: Sort; direction: "asc" | "desc" };

export const FIRST_DIRECTION = { name: "asc", number: "asc", balance: "desc", overdue: "desc" } as const;

type Query = Record<string, string | string[] | undefined>;

export function sortAsked(query: Query): Sorting {
  const sort = SORTS.find((one) => one === asked(query, "sort")) ?? "name";
  const direction = asked(query, "direction");
  return { sort, direction: direction === "asc" || direction === "desc" ? direction : FIRST_DIRECTION[sort] };
}

export function customersAsked(query: Query): Sorting & { search?: string } {
  const search = asked(query, "search")?.slice(0, 200);
  return { ...sortAsked(query), ...(search && { search }) };
}
