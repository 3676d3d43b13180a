// What the address of the list of products asks for: the same for the page and for its file.
import { asked } from "../../_shell/links.ts";

const SORTS = ["name", "sku", "price"] as const;
export type Sort = (typeof SORTS)[number];

export const FIRST_DIRECTION = { name: "asc", sku: "asc", price: "desc" } as const;

export function productsAsked(query: Record<string, string | string[] | undefined>) {
  const sort = SORTS.find((one) => one === asked(query, "sort")) ?? "name";
  const turn = asked(query, "direction");
  const direction: "asc" | "desc" = turn === "asc" || turn === "desc" ? turn : FIRST_DIRECTION[sort];
  const show: "active" | "archived" = asked(query, "show") === "archived" ? "archived" : "active";
  const search = asked(query, "search")?.slice(0, 200);
  return { sort, direction, show, ...(search && { search }) };
}
