// Whose child a customer is, as every page of them names it.
import { sql, type SQL } from "drizzle-orm";

export type Parent = { customerId: string; name: string };

/** Of a customer `c`; null where they have none. */
export const PARENT: SQL = sql`
  case when c.parent_id is not null then (
    select jsonb_build_object('customerId', h.id, 'name', h.name) from books.customers h where h.id = c.parent_id) end as parent`;
