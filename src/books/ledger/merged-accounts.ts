// The accounts that a customer's page shows as one: the customer's own, and those of customers merged into them, so that
// the days before a merge are seen together.
import { sql, type SQL } from "drizzle-orm";

/** An account's id, or the ids of several that are read as one. */
export type MergedAccounts = string | readonly string[];

export const membersOf = (family: MergedAccounts): readonly string[] =>
  typeof family === "string" ? [family] : family;

/** Condition on a column that names an account, false for none; of one account it is an equality, which an index can follow in order. */
export function isOf(column: SQL, family: MergedAccounts): SQL {
  const [first, ...more] = membersOf(family);
  if (first === undefined) return sql`false`;
  return more.length === 0
    ? sql`${column} = ${first}`
    : sql`${column} = any (${sql.param([first, ...more])}::uuid[])`;
}

/** Of an account `a` and its customer `c`, with the numbers that lead there; null where nobody was merged into them. */
export const MERGED_ACCOUNTS: SQL = sql`
  case when exists (select from books.customers m where m.merged_into = c.id) then array(
    select f.id from books.accounts f
    where f.customer_id = any (books.merged_family(c.id)) and f.currency = a.currency order by f.id) end as family,
  case when exists (select from books.customers m where m.merged_into = c.id) then array(
    select m.number from books.customers m
    where m.id = any (books.merged_family(c.id)) and m.id <> c.id order by m.number collate books.natural) end as merged_numbers`;
