// How the lists are ordered and paged: by a key, where a page begins behind the last row of the one before. Most lists are
// one select, read by `readPage`; another query selects `columns`, asks for one row more than the page has, and leaves
// the rest to `pageOf`.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { readCursor, writeCursor } from "@/domain/lists/cursor.ts";
import type { Direction } from "@/domain/lists/list-query.ts";
import { isDay } from "@/domain/values/day.ts";
import { isInstant } from "@/domain/values/instant.ts";
import type { Books } from "../open.ts";

export const PAGE = 50;

/** The rows of a page, and where the following one begins; null on the last. */
export type Page<Row> = { rows: Row[]; next: string | null };

/** How a key is written, by its type in Postgres: a cursor that can't be one is stale or mangled. */
const SHAPES = {
  text: z.string(),
  bigint: z.string().regex(/^-?\d{1,16}$/),
  numeric: z.string().regex(/^-?\d{1,20}(\.\d{1,20})?$/),
  date: z.string().refine(isDay),
  timestamptz: z.string().refine(isInstant),
  uuid: z.uuid(),
};
type Type = keyof typeof SHAPES;

/** What rows are sorted by; rows that are equal in it go by `id`, which is no other row's. */
export type Key = { key: SQL; type: Type; id: SQL; idType?: "uuid" | "bigint" };
export type Place = { direction: Direction; cursor?: string | undefined };

export type Seek = {
  /** To be selected, for `pageOf`. */
  columns: SQL;
  /** That a row comes behind the page before. */
  after: SQL;
  order: SQL;
};

export function seek({ key, type, id, idType = "uuid" }: Key, { direction, cursor }: Place): Seek {
  const turn = direction === "desc" ? sql`desc` : sql`asc`;
  const beyond = direction === "desc" ? sql`<` : sql`>`;
  const from = readCursor(cursor, [SHAPES[type], SHAPES[idType]]);
  return {
    columns: sql`(${key})::text as sort_key, (${id})::text as sort_id`,
    after: from
      ? sql`(${key}, ${id}) ${beyond} (${from[0]}::${sql.raw(type)}, ${from[1]}::${sql.raw(idType)})`
      : sql`true`,
    order: sql`${key} ${turn}, ${id} ${turn}`,
  };
}

export type Sorted = { sort_key: string; sort_id: string };

/** Of the rows of a page and one more. */
export function pageOf<From extends Sorted, Row>(
  rows: readonly From[],
  size: number,
  rowOf: (row: From) => Row,
): Page<Row> {
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return { rows: page.map(rowOf), next: last ? writeCursor(last.sort_key, last.sort_id) : null };
}

/** What a list is selected from: an order for each that its `listQuery` knows, and what becomes of a row. */
type Selection<Sort extends string, From, Row> = {
  list: { orderOf: (asked: Asked<Sort>) => { sort: Sort; direction: Direction } };
  keys: Readonly<Record<Sort, Key>>;
  select: SQL;
  from: SQL;
  where: SQL;
  rowOf: (row: From) => Row;
};
type Asked<Sort> = {
  sort?: Sort | undefined;
  direction?: Direction | undefined;
  cursor?: string | undefined;
};

/** A page of a list that is one select, in the order that is asked for. */
export async function readPage<Sort extends string, From extends object, Row>(
  { tx }: Books,
  { list, keys, select, from, where, rowOf }: Selection<Sort, From, Row>,
  query: Asked<Sort>,
  size = PAGE,
): Promise<Page<Row>> {
  const { sort, direction } = list.orderOf(query);
  const { columns, after, order } = seek(keys[sort], { direction, cursor: query.cursor });
  const rows = await tx.execute<From & Sorted>(sql`
    select ${select}, ${columns} from ${from}
    where ${where} and ${after} order by ${order} limit ${size + 1}`);
  // What it is ordered by is the cursor's, and no part of a row.
  return pageOf(rows, size, ({ sort_key: _key, sort_id: _id, ...row }) => rowOf(row as unknown as From));
}

/** By the alphabet that people know, in any language: Ż beside Z. */
export const byName = (name: SQL): Pick<Key, "key" | "type"> => ({
  key: sql`lower(${name}) collate "und-x-icu"`,
  type: "text",
});

/** As people count: C-9 before C-10, INV-9998 before INV-10000. */
export const byNumber = (number: SQL): Pick<Key, "key" | "type"> => ({
  key: sql`${number} collate books.natural`,
  type: "text",
});

/** Each word, in whatever order, somewhere in `column`, which is text as `books.search_text` makes it. */
export function everyWord(column: SQL, search: string | undefined): SQL {
  const found = wordsOf(search).map(
    // A subquery, so that the word is made ready once and not for every row.
    (word) => sql`and ${column} like (select '%' || books.search_text(${literal(word)}) || '%')`,
  );
  return sql`true ${sql.join(found, sql` `)}`;
}

export const wordsOf = (search: string | undefined): string[] =>
  (search ?? "").trim().split(/\s+/).filter(Boolean).slice(0, 8);

/** Without the signs that mean something to `like`. */
export const literal = (word: string): string => word.replace(/[\\%_]/g, (sign) => `\\${sign}`);
