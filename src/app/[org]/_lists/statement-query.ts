// What the address of the list of statements asks for: the same for the page and for its file.
import { asked, parseIdParam } from "../_shell/links.ts";

const SORTS = ["issued", "closing", "customer"] as const;
export type Sort = (typeof SORTS)[number];
export type Sorting = { sort: Sort; direction: "asc" | "desc" };

export const FIRST_DIRECTION = { issued: "desc", closing: "desc", customer: "asc" } as const;

const MAILS = ["none", "queued", "sent", "failed"] as const;
export type Mail = (typeof MAILS)[number];

type Query = Record<string, string | string[] | undefined>;

export function statementSort(query: Query): Sorting {
  const sort = SORTS.find((one) => one === asked(query, "sort")) ?? "issued";
  const turn = asked(query, "direction");
  return { sort, direction: turn === "asc" || turn === "desc" ? turn : FIRST_DIRECTION[sort] };
}

export function statementsAsked(query: Query): { search?: string; customerId?: string; mail?: Mail } {
  const search = asked(query, "search")?.slice(0, 200);
  const customerId = parseIdParam(query, "customer");
  const mail = MAILS.find((one) => one === asked(query, "mail"));
  return { ...(search && { search }), ...(customerId && { customerId }), ...(mail && { mail }) };
}
