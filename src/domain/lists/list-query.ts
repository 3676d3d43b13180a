// What a list can be asked for: searched, filtered, sorted and paged. Said once for each list, it is the shape of its
// procedures, the reader and the writer of its address, and the type that the books get. Every filter is a text, as an
// address carries it.
import { z } from "zod";
import { AnyDay } from "../values/day-shape.ts";
import { isDay } from "../values/day.ts";
import { Cursor } from "./cursor.ts";
import { SearchText, readParams, type SearchParams } from "./search-params.ts";

export type Direction = "asc" | "desc";

/** What several lists are filtered by. */
export const SEARCH = { search: SearchText.optional() };
export const CUSTOMER = { customerId: z.uuid().optional() };
export const JOB = { jobId: z.uuid().optional() };
/** The first and the last day that count. */
export const DAYS = { fromOn: AnyDay.optional(), throughOn: AnyDay.optional() };

/** One of the words of a closed list. */
export const oneOf = <Word extends string>(words: Readonly<Record<Word, unknown>>) =>
  z.enum(Object.keys(words) as Word[]).optional();

/** What the address calls it, where that is another name. */
const PARAMS: Readonly<Record<string, string>> = {
  customerId: "customer",
  jobId: "job",
  fromOn: "from",
  throughOn: "through",
  jumpOn: "jump",
};

type Spec<Filters extends z.ZodRawShape, Sort extends string> = {
  filters: Filters;
  /** Each order with the direction in which it begins; the first is the one that nobody has to ask for. */
  sorts: Readonly<Record<Sort, Direction>>;
  /** Where two lists share an address: other names of this one's parameters. */
  params?: Readonly<Record<string, string>>;
};

/** Which order, as it is asked for. */
type Sorted<Sort extends string> = { sort?: Sort | undefined; direction?: Direction | undefined };

export function listQuery<Filters extends z.ZodRawShape, Sort extends string>(spec: Spec<Filters, Sort>) {
  const { filters, sorts } = spec;
  const names = Object.keys(sorts) as Sort[];
  const matching = z.strictObject(filters);
  const query = z.strictObject({
    ...filters,
    sort: z.enum(names).optional(),
    direction: z.enum(names.length > 0 ? ["asc", "desc"] : []).optional(),
    cursor: Cursor.optional(),
  });
  const paramOf = (name: string) => spec.params?.[name] ?? PARAMS[name] ?? name;

  /** The order that is asked for, or else the first one. */
  function orderOf({ sort = names[0], direction }: Sorted<Sort>): { sort: Sort; direction: Direction } {
    if (sort === undefined) throw new Error("this list has one order only");
    return { sort, direction: direction ?? sorts[sort] };
  }
  return {
    /** The shape of the procedure that lists, and of those that count or add up what matches. */
    query,
    matching,
    sorts,
    orderOf,
    /** The order after a click on the head of the column that sorts by it, and how the rows stand now. */
    nextOrder(asked: Sorted<Sort>, sort: Sort): { direction: Direction; now: Direction | null } {
      const now = orderOf(asked);
      if (now.sort !== sort) return { direction: sorts[sort], now: null };
      return { direction: now.direction === "asc" ? "desc" : "asc", now: now.direction };
    },
    /** Which rows are asked for, without their order and page. */
    match: (asked: z.output<typeof query>): z.output<typeof matching> =>
      matching.parse(Object.fromEntries(Object.entries(asked).filter(([name]) => name in filters))),
    read: (params: SearchParams): z.output<typeof query> => {
      const named = Object.keys(query.shape).map((name) => [name, params[paramOf(name)]]);
      return readParams(query.shape, Object.fromEntries(named)) as z.output<typeof query>;
    },
    /** By its filter, each day that was asked for and is none: its field says so, and a file isn't made. */
    unreadDays: (params: SearchParams): Readonly<Record<string, string>> =>
      Object.fromEntries(
        Object.keys(filters)
          .filter((name) => name in PARAMS && name.endsWith("On"))
          .flatMap((name) => {
            const typed = params[paramOf(name)];
            return typeof typed !== "string" || typed === "" || isDay(typed) ? [] : [[name, typed]];
          }),
      ),
    /** What an address of the same rows says. */
    write: (asked: object): Record<string, string> =>
      Object.fromEntries(
        Object.entries(asked).flatMap(([name, value]) =>
          value === undefined ? [] : [[paramOf(name), String(value)]],
        ),
      ),
  };
}

/** What a list can be asked for, and what of it says which rows match. */
export type QueryOf<List extends { query: z.ZodType }> = z.output<List["query"]>;
export type MatchOf<List extends { matching: z.ZodType }> = z.output<List["matching"]>;
