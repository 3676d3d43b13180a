// How the lists of documents are searched and paged. Behind the wall only what is asked by the bytes can use an index,
// so a number is found by how it begins, a customer by their own search, and each way is a short read of its own.
// Digits alone are also the series' own number, whatever its prefix and zeros. Only digits with which no number begins are
// looked for in every number of the business.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { Books } from "../open.ts";
import { seek, type Key, type Place } from "./list-order.ts";

/** `foundIds` are the accounts of customers whom the text means; `accountIds` null means anyone's. */
export type Wanted = {
  text: string;
  /** How a number begins that the text means. */
  written: readonly string[];
  /** No number begins so: it may be any part of one. Those that have it in them, or that these are many; "none" where it isn't asked. */
  part: "none" | "many" | readonly string[];
  accountIds: readonly string[] | null;
  foundIds: readonly string[];
};

/** More customers than these aren't a search any more. */
const CUSTOMERS_FOUND = 50;

/** A document's table, and how it is asked, as `d`, whether what a person reads off the paper begins so. */
export type Written = { table: SQL; series: string; begins: readonly ((text: string) => SQL)[] };

export async function readWanted(
  books: Books,
  { search, customerId }: { search?: string | undefined; customerId?: string | undefined },
  written: Written,
): Promise<Wanted> {
  const text = (search ?? "").trim();
  const one = z.uuid().safeParse(customerId);
  const said = await readBeginnings(books, text, written.series);
  const [accountIds, isWritten] = await Promise.all([
    one.success ? readAccountIds(books, one.data) : null,
    /\d/.test(text) ? isOnPaper(books, said, written) : false,
  ]);
  const foundIds = text === "" || isWritten ? [] : await findAccounts(books, text);
  const part = !isWritten && /^\S*\d\S*$/.test(text) ? await findPart(books, text, written) : "none";
  return { text, written: said, part, accountIds, foundIds };
}

/** More are met soon by walking the list; fewer are read by what they are. */
const MOST_PARTS = 2_000;

async function findPart({ tx }: Books, text: string, { series }: Written): Promise<"many" | string[]> {
  const [row] = await tx.execute<{ ids: string[] | null }>(
    sql`select books.numbers_with(${series}, ${text}, ${MOST_PARTS}) as ids`,
  );
  return row?.ids ?? "many";
}

/** As it was typed, in capitals, and of digits alone as the series writes them: "2011" is INV-02011. */
async function readBeginnings({ tx }: Books, text: string, series: string): Promise<string[]> {
  const typed = [...new Set([text, text.toUpperCase()])];
  const digits = /^0*(\d{1,15})$/.exec(text)?.[1];
  if (digits === undefined) return typed;
  const [row] = await tx.execute<{ number: string }>(sql`
    select prefix || lpad(${digits}::text, greatest(padding, length(${digits}::text)), '0') as number
    from books.counters where series = ${series}`);
  return row ? [...new Set([...typed, row.number])] : typed;
}

/** Whether a number begins so: then it is that number, and no customer who is called nearly the same. */
async function isOnPaper(
  { tx }: Books,
  said: readonly string[],
  { table, begins }: Written,
): Promise<boolean> {
  // Each asked by itself: with an "or" between them no index is used.
  const asked = beginnings(said, begins).map((begin) => sql`exists (select from ${table} d where ${begin})`);
  const [row] = await tx.execute<{ there: boolean }>(sql`select ${sql.join(asked, sql` or `)} as there`);
  return row?.there ?? false;
}

async function readAccountIds({ tx }: Books, customerId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from books.accounts where customer_id = any (books.merged_family(${customerId}::uuid))`);
  return rows.map((row) => row.id);
}

async function findAccounts({ tx }: Books, text: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select a.id from books.find_customers(${text}, ${CUSTOMERS_FOUND}) f
    join books.accounts a on a.customer_id = f.customer_id`);
  return rows.map((row) => row.id);
}

const beginnings = (said: readonly string[], begins: Written["begins"]): SQL[] =>
  begins.flatMap((begin) => said.map((each) => begin(each)));

/** The ways in which a text can mean a document: it begins so, however it is written, has it in it, or is theirs. */
export function lookups({ text, written: said, part, foundIds }: Wanted, { begins }: Written): SQL[] {
  if (text === "") return [sql`true`];
  const written = part === "none" ? beginnings(said, begins) : [hasPart(part, text)];
  return foundIds.length === 0
    ? written
    : [...written, sql`d.account_id = any (${sql.param(foundIds)}::uuid[])`];
}

const hasPart = (part: "many" | readonly string[], text: string): SQL =>
  part === "many"
    ? sql`strpos(lower(d.number), lower(${text}::text)) > 0`
    : sql`d.id = any (${sql.param([...part])}::uuid[])`;

/**
 * One way to find documents, each as `d`: where they stand, what they are ordered by, and what lies behind the page
 * before. `order` sorts as `key` and `id` do, in the words of an index.
 */
export type Way = { from: SQL; where: SQL; key: SQL; id: SQL; after: SQL; order: SQL };

/** The ways in which those that match are found, no two of which find the same; what is read of those on the page, joined on `id`. */
export type Documents = { ways: readonly Way[]; columns: SQL; tables: SQL; id: SQL };

/** Of a document `d`. Few events reverse another, and an index has them alone. */
export const REVERSED: SQL = sql`
  (select reverses from books.events where reverses is not null offset 0) v on v.reverses = d.event_number`;

/** The one way of a list whose order an index has. */
export const oneWay = (from: SQL, where: SQL, key: Key, place: Place): Way => ({
  from,
  where,
  key: key.key,
  id: key.id,
  ...seek(key, place),
});

/** A page of them and one more, for `pageOf`. */
export function documentsPage(
  wanted: Wanted,
  written: Written,
  { ways, columns, tables, id }: Documents,
  { direction, size }: Pick<Place, "direction"> & { size: number },
): SQL {
  const turn = direction === "desc" ? sql`desc` : sql`asc`;
  const most = size + 1;
  // Each way to find is cut to a page before they are put together.
  const cut = lookups(wanted, written).flatMap((found) =>
    ways.map(
      (way) => sql`(
        select d.id, ${way.key} as sort_key, ${way.id} as sort_id from ${way.from}
        where ${found} and ${way.where} and ${way.after} order by ${way.order} limit ${most})`,
    ),
  );
  return sql`
    select ${columns}, f.sort_key::text, f.sort_id::text from (
      select * from (${sql.join(cut, sql` union `)}) f order by sort_key ${turn}, sort_id ${turn} limit ${most}) f
    join ${tables} on ${id} = f.id
    order by f.sort_key ${turn}, f.sort_id ${turn}`;
}
