// Which customers a list shows: all that are dealt with, those with a certain kind of account, those with nothing to
// their name, and those put away.
import { sql, type SQL } from "drizzle-orm";

export const CUSTOMER_SHOWS = ["all", "balance", "overdue", "over-limit", "empty", "archived"] as const;
export type CustomerShow = (typeof CUSTOMER_SHOWS)[number];

/** Of a customer `c`: nothing was ever posted, and no paper hangs on them. */
export const IS_EMPTY: SQL = sql`
  not exists (
    select from books.accounts x where x.customer_id = c.id and (x.last_seq is not null
      or exists (select from books.invoices d where d.account_id = x.id)
      or exists (select from books.receipts d where d.account_id = x.id)
      or exists (select from books.statements d where d.account_id = x.id)))
  and not exists (select from books.jobs j where j.customer_id = c.id)
  and not exists (select from books.attachments f where f.customer_id = c.id and f.removed_at is null)
  and not exists (select from books.customers m where m.merged_into = c.id)`;

/** Of a customer `c`, their account `a` and what is overdue on it, `late.overdue`. */
export const SHOWN: Readonly<Record<CustomerShow, SQL>> = {
  all: sql`c.archived_at is null`,
  balance: sql`c.archived_at is null and a.open_items > 0`,
  overdue: sql`c.archived_at is null and late.overdue > 0`,
  "over-limit": sql`c.archived_at is null and not a.unlimited and a.limit_cents is not null
    and a.open_items - (a.open_credit - a.earmarked) + a.reserved > a.limit_cents`,
  empty: sql`c.archived_at is null and c.merged_into is null and ${IS_EMPTY}`,
  archived: sql`c.archived_at is not null`,
};
