// How the lists of documents are searched and paged. Behind the wall only what is asked by the bytes can use an index,
// so a number is found by how it begins, a customer by their own search, and each way is a short read of its own:
// none of them looks at every document of the business.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { Books } from "./open.ts";

export const PAGE = 50;

/** A search for nothing in particular; `accountIds` null means anyone's. */
export type Wanted = { text: string; accountIds: readonly string[] | null; foundIds: readonly string[] };

/** More customers than these aren't a search any more. */
const CUSTOMERS_FOUND = 50;

export async function readWanted(
  books: Books,
  { search, customerId }: { search?: string | undefined; customerId?: string | undefined },
): Promise<Wanted> {
  const text = (search ?? "").trim();
  const one = z.uuid().safeParse(customerId);
  const [accountIds, foundIds] = await Promise.all([
    one.success ? readAccountIds(books, one.data) : null,
    text === "" ? [] : findAccounts(books, text),
  ]);
  return { text, accountIds, foundIds };
}

async function readAccountIds({ tx }: Books, customerId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from books.accounts where customer_id = ${customerId}::uuid`);
  return rows.map((row) => row.id);
}

async function findAccounts({ tx }: Books, text: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select a.id from books.find_customers(${text}, ${CUSTOMERS_FOUND}) f
    join books.accounts a on a.customer_id = f.customer_id`);
  return rows.map((row) => row.id);
}

/** The ways in which a text can mean a document of table `d`: it begins so, however it is written, or is theirs. */
export function waysToFind({ text, foundIds }: Wanted, columns: readonly SQL[]): SQL[] {
  if (text === "") return [sql`true`];
  const written = [...new Set([text, text.toUpperCase()])];
  const ways = columns.flatMap((column) => written.map((begin) => sql`${column} ^@ ${begin}::text`));
  return foundIds.length === 0 ? ways : [...ways, sql`d.account_id = any (${sql.param(foundIds)}::uuid[])`];
}

/** Where a page starts: the key of the last row before it, and its event. */
export type Cursor = { key: string; eventId: number };

export const cursorAfter = ({ key, eventId }: Cursor): string => `${key}.${eventId}`;

/** A stale or mangled link starts at the first page. */
export function readCursor(text: string | undefined, keyLike: RegExp): Cursor | null {
  const [key = "", event = "", ...more] = (text ?? "").split(".");
  if (more.length > 0 || !keyLike.test(key) || !/^\d{1,15}$/.test(event)) return null;
  return { key, eventId: Number(event) };
}
