// The customer that an address names, by id or by number. One that was merged into another leads to it, whatever its
// number was printed on.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";

/**
 * Tables of a query: the customer `c`, and `asked`, the one that was named. "offset 0" keeps the planner to the key: as
 * an ordinary join over a condition with a case in it, it reads every customer of the business for one of them.
 */
export function customersNamed(customer: string): SQL {
  const id = z.uuid().safeParse(customer);
  return sql`
    (select id, number, merged_into from books.customers
      where ${id.success ? sql`id = ${id.data}::uuid` : sql`number_key = upper(${customer}::text)`}) asked
    cross join lateral (
      select * from books.customers
      where id = case when asked.merged_into is null then asked.id else books.survivor(asked.id) end offset 0) c`;
}

/** The number of the merged customer that was named; null where it is the customer's own. */
export const MERGED_FROM: SQL = sql`case when asked.id <> c.id then asked.number end as merged_from`;
