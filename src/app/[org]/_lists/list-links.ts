// The addresses that a list leads to: the same rows in another order, another part of them, the page that follows, and
// all of it as a file. Whatever isn't changed stays as it was asked for.
import type { Route } from "next";
import type { Direction } from "@/domain/lists/list-query.ts";
import type { Query as Params } from "../_shell/links.ts";

export type LinkedList<Query, Sort> = {
  write: (query: Partial<Query>) => Record<string, string>;
  match: (query: Query) => object;
  nextOrder: (query: Query, sort: Sort) => { direction: Direction; now: Direction | null };
};

/** What the head of a column that sorts is told. */
export type SortBy<Sort extends string> = (sort: Sort) => { href: Route; direction: Direction | null };
export type SortsOf<List extends { sorts: object }> = SortBy<keyof List["sorts"] & string>;

export type PageLinks = {
  /** Everything, as nobody asked for anything. */
  all: Route;
  csv: Route;
  first: Route | null;
  next: (cursor: string) => Route;
};

export function listLinks<Query extends { cursor?: string | undefined }, Sort extends string>(
  list: LinkedList<Query, Sort>,
  query: Query,
  at: (params?: Params) => Route,
) {
  /** From the first page on. */
  const to = (change: Partial<Query> = {}): Route =>
    at(list.write({ ...query, cursor: undefined, ...change }));
  const sortBy: SortBy<Sort> = (sort) => {
    const { direction, now } = list.nextOrder(query, sort);
    return { href: to({ sort, direction } as object), direction: now };
  };
  return {
    to,
    sortBy,
    all: at(),
    csv: to().replace(/(?=\?|$)/, "/csv") as Route,
    first: query.cursor === undefined ? null : to(),
    next: (cursor: string): Route => to({ cursor } as Partial<Query>),
    /** Whether less than everything is asked for. */
    isFiltered: Object.values(list.match(query)).some((value) => value !== undefined),
    /** What a form keeps that asks for these itself. */
    kept: (...asked: (keyof Query)[]): Record<string, string> =>
      list.write({ ...query, ...Object.fromEntries([...asked, "cursor"].map((name) => [name, undefined])) }),
  };
}
