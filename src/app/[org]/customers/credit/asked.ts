// What the address of the list of credit customers asks for: the same for the page and for its file.
import { asked } from "../../_shell/links.ts";

export const FIRST_DIRECTION = { name: "asc", limit: "desc", used: "desc", left: "asc" } as const;
export type Sort = keyof typeof FIRST_DIRECTION;
export type Sorting = { sort: Sort; direction: "asc" | "desc" };

export const SHOWS = [
  { key: "all", label: "All" },
  { key: "over", label: "Over the limit" },
  { key: "stopped", label: "Can’t charge" },
] as const;
export type Show = (typeof SHOWS)[number]["key"];

type Query = Record<string, string | string[] | undefined>;

const showAsked = (query: Query): Show => SHOWS.find(({ key }) => key === asked(query, "show"))?.key ?? "all";

function sortAsked(query: Query): Sorting {
  const named = asked(query, "sort");
  const sort = (["name", "limit", "used", "left"] as const).find((one) => one === named) ?? "name";
  const direction = asked(query, "direction");
  return { sort, direction: direction === "asc" || direction === "desc" ? direction : FIRST_DIRECTION[sort] };
}

export function creditAsked(query: Query): Sorting & { search?: string; show: Show } {
  const search = asked(query, "search")?.slice(0, 200);
  return { ...sortAsked(query), show: showAsked(query), ...(search && { search }) };
}
