// The credit terms of an account as they lie in the database: read in one way by the counter, the page and the payment
// screen, so that none of them can forget a hold or a limit that ends.
import { sql, type SQL } from "drizzle-orm";
import type { CreditStatus, KeptSharedLimit, KeptTerms } from "@/domain/ledger/account.ts";
import type { Day } from "@/domain/values/day.ts";
import { RESERVED } from "./account-figures.ts";

/** Of an account `a`: when the oldest of what is open on it was due; asked only where that can hold it. */
const OLDEST_DUE = (account: SQL) => sql`
  case when ${account}.open_items > 0 and not ${account}.hold_exempt and (select hold_after_days from books.settings) is not null then (
    select i.due_on from books.items i where i.account_id = ${account}.id and i.amount - i.applied - i.reversed > 0
    order by i.due_on limit 1) end`;

/** Of an account `a` and its customer `c`. */
export const CREDIT_COLUMNS = sql`
  a.status, a.charging_allowed, a.unlimited, a.limit_cents, a.temporary_limit_cents, a.temporary_until,
  ${OLDEST_DUE(sql`a`)} as oldest_due_on, (select hold_after_days from books.settings) as hold_after_days,
  case when not a.hold_exempt then (select hold_over from books.settings) end as hold_over,
  case when a.status = 'hold' then (
    select l.reason from books.limit_changes l
    where l.account_id = a.id and l.after::jsonb ->> 'status' = 'hold' and l.before::jsonb ->> 'status' <> 'hold'
    order by l.recorded_at desc limit 1) end as hold_reason,
  (cardinality(c.address_lines) > 0 or c.city <> '') as has_address,
  case when a.limit_of is not null then (
    select jsonb_build_object('customerId', h.id, 'name', h.name, 'isOwn', p.id = a.id,
      'isOnHold', p.status <> 'good', 'oldestDueOn', ${OLDEST_DUE(sql`p`)},
      'afterDays', (select hold_after_days from books.settings), 'unlimited', p.unlimited, 'limitCents', p.limit_cents,
      'temporaryLimitCents', p.temporary_limit_cents, 'temporaryUntil', p.temporary_until,
      'usedElsewhereCents', (f.net - a.net) + case when f.reserved > a.reserved
          then (f.reserved - books.lapsed_together(a.org_id, f.account_id)) - (a.reserved - books.lapsed(a.org_id, a.id)) else 0 end
        + case when (select count_earmarked from books.settings) then 0 else f.earmarked - a.earmarked end)
    from books.shared_limits f join books.accounts p on p.id = f.account_id join books.customers h on h.id = p.customer_id
    where f.account_id = a.limit_of) end as shared`;

/** Of an account `a`, on a day: something on it has been due for so long that it holds it (heldForAgeOn). */
export const heldForAge = (on: Day): SQL => sql`
  (a.open_items > 0 and not a.hold_exempt and exists (
    select from books.items i where i.account_id = a.id and i.amount - i.applied - i.reversed > 0
      and i.due_on <= ${on}::date - (select hold_after_days from books.settings)))`;

/** Of an account `a`: on hold whether somebody did it or age. */
export const statusOn = (on: Day): SQL =>
  sql`case when a.status = 'good' and ${heldForAge(on)} then 'hold' else a.status end as status`;

/** How much of an account `a`'s limit is in use: usedOfLimit of domain/account.ts, for lists that sort by it. */
export const usedOf = (balance: SQL, credit: SQL): SQL => sql`
  (${balance} - (${credit} - case when (select count_earmarked from books.settings) then 0 else least(a.earmarked, ${credit}) end) + ${RESERVED})`;
export const USED = usedOf(sql`a.open_items`, sql`a.open_credit`);

export type CreditRow = {
  status: CreditStatus;
  charging_allowed: boolean;
  oldest_due_on: Day | null;
  hold_after_days: number | null;
  hold_over: number | null;
  hold_reason: string | null;
  unlimited: boolean;
  limit_cents: number | null;
  temporary_limit_cents: number | null;
  temporary_until: Day | null;
  has_address: boolean;
  shared: KeptSharedLimit | null;
};

export const keptTermsOf = (row: CreditRow): KeptTerms => ({
  status: row.status,
  chargingAllowed: row.charging_allowed,
  age: { oldestDueOn: row.oldest_due_on, afterDays: row.hold_after_days },
  holdOverCents: row.hold_over,
  holdReason: row.hold_reason,
  unlimited: row.unlimited,
  limitCents: row.limit_cents,
  temporaryLimitCents: row.temporary_limit_cents,
  temporaryUntil: row.temporary_until,
  hasAddress: row.has_address,
  shared: row.shared,
});
