// What the address of the aging report asks for beside its day: the same for the page and for its file.
import { asked } from "../../_shell/links.ts";

const SORTS = ["net", "name"] as const;
export type Sort = (typeof SORTS)[number];
export type Sorting = { sort: Sort; direction: "asc" | "desc" };

export const FIRST_DIRECTION = { net: "desc", name: "asc" } as const;

export function agingAsked(
  query: Record<string, string | string[] | undefined>,
): Sorting & { search?: string } {
  const sort = SORTS.find((one) => one === asked(query, "sort")) ?? "net";
  const turn = asked(query, "direction");
  const direction = turn === "asc" || turn === "desc" ? turn : FIRST_DIRECTION[sort];
  const search = asked(query, "search")?.slice(0, 200);
  return { sort, direction, ...(search && { search }) };
}
