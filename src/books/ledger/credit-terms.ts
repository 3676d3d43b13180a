// The credit terms of an account as they lie in the database: read in one way by the counter, the page and the payment
// screen, so that none of them can forget a hold or a limit that ends.
import { sql } from "drizzle-orm";
import type { CreditStatus, KeptSharedLimit, KeptTerms } from "@/domain/ledger/account.ts";
import type { Day } from "@/domain/values/day.ts";
import { RESERVED } from "./account-figures.ts";

/** Of an account `a` and its customer `c`. */
export const CREDIT_COLUMNS = sql`
  a.status, a.charging_allowed, a.held_for_age, a.unlimited, a.limit_cents, a.temporary_limit_cents, a.temporary_until,
  (cardinality(c.address_lines) > 0 or c.city <> '') as has_address,
  case when a.limit_of is not null then (
    select jsonb_build_object('customerId', h.id, 'name', h.name, 'isOwn', p.id = a.id,
      'isOnHold', p.status <> 'good' or p.held_for_age, 'unlimited', p.unlimited, 'limitCents', p.limit_cents,
      'temporaryLimitCents', p.temporary_limit_cents, 'temporaryUntil', p.temporary_until,
      'usedElsewhereCents', (f.net - a.net) + case when f.reserved > a.reserved
          then (f.reserved - books.lapsed_together(a.org_id, f.account_id)) - (a.reserved - books.lapsed(a.org_id, a.id)) else 0 end
        + case when (select count_earmarked from books.settings) then 0 else f.earmarked - a.earmarked end)
    from books.shared_limits f join books.accounts p on p.id = f.account_id join books.customers h on h.id = p.customer_id
    where f.account_id = a.limit_of) end as shared`;

/** Of an account `a`: on hold whether somebody did it or age. */
export const STATUS = sql`case when a.held_for_age and a.status = 'good' then 'hold' else a.status end as status`;

/** How much of an account `a`'s limit is in use: usedOfLimit of domain/account.ts, for lists that sort by it. */
export const USED = sql`
  (a.open_items - (a.open_credit - case when (select count_earmarked from books.settings) then 0 else a.earmarked end) + ${RESERVED})`;

export type CreditRow = {
  status: CreditStatus;
  charging_allowed: boolean;
  held_for_age: boolean;
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
  heldForAge: row.held_for_age,
  unlimited: row.unlimited,
  limitCents: row.limit_cents,
  temporaryLimitCents: row.temporary_limit_cents,
  temporaryUntil: row.temporary_until,
  hasAddress: row.has_address,
  shared: row.shared,
});
