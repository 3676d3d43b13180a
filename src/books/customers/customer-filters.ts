// Which customers a list shows: all that are dealt with, those with a certain kind of account, those with nothing to
// their name, and those put away.
import { sql, type SQL } from "drizzle-orm";
import type { CustomerFilter } from "@/domain/customers/customer-list.ts";
import { WARNED_DAYS } from "@/domain/ledger/tax-in-force.ts";
import type { Day } from "@/domain/values/day.ts";
import { usedOf } from "../ledger/credit-terms.ts";

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

export type Figures = { balance: SQL; credit: SQL; overdue: SQL };
const TODAYS: Figures = {
  balance: sql`a.open_items`,
  credit: sql`a.open_credit`,
  overdue: sql`late.overdue`,
};

/** Of a customer `c` and their account `a`; `figures` are today's unless others are given, with what is overdue as `late.overdue`. */
export function shownBy(show: CustomerFilter | undefined, today: Day, figures = TODAYS): SQL {
  const kept = sql`c.archived_at is null`;
  // A raise that ends counts while it lasts; no limit at all isn't one that is passed.
  const limit = sql`
    greatest(a.limit_cents, case when a.temporary_until >= ${today}::date then a.temporary_limit_cents end)`;
  const shown: Record<CustomerFilter, SQL> = {
    balance: sql`${kept} and ${figures.balance} > 0`,
    overdue: sql`${kept} and ${figures.overdue} > 0`,
    "over-limit": sql`${kept} and not a.unlimited and ${usedOf(figures.balance, figures.credit)} > ${limit}`,
    "exemption-ends": sql`${kept} and c.merged_into is null and c.id in (
      select e.customer_id from books.tax_exemptions e where e.ended_at is null and e.expires_on < ${today}::date + ${WARNED_DAYS}::int)`,
    empty: sql`${kept} and c.merged_into is null and ${IS_EMPTY}`,
    archived: sql`c.archived_at is not null`,
  };
  return show ? shown[show] : kept;
}
