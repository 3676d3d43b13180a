// The credit terms of an account as they lie in the database: read in one way by the counter, the page and the payment
// screen, so that none of them can forget a hold or a limit that ends.
import { sql } from "drizzle-orm";
import type { CreditStatus, KeptTerms } from "@/domain/ledger/account.ts";
import type { Day } from "@/domain/values/day.ts";

/** Of an account `a` and its customer `c`. */
export const CREDIT_COLUMNS = sql`
  a.status, a.charging_allowed, a.held_for_age, a.unlimited, a.limit_cents, a.temporary_limit_cents, a.temporary_until,
  (cardinality(c.address_lines) > 0 or c.city <> '') as has_address`;

/** Of an account `a`: on hold whether somebody did it or age. */
export const STATUS = sql`case when a.held_for_age and a.status = 'good' then 'hold' else a.status end as status`;

/** How much of an account `a`'s limit is in use: usedOfLimit of domain/account.ts, for lists that sort by it. */
export const USED = sql`
  (a.open_items - (a.open_credit - case when (select count_earmarked from books.settings) then 0 else a.earmarked end) + a.reserved)`;

export type CreditRow = {
  status: CreditStatus;
  charging_allowed: boolean;
  held_for_age: boolean;
  unlimited: boolean;
  limit_cents: number | null;
  temporary_limit_cents: number | null;
  temporary_until: Day | null;
  has_address: boolean;
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
});
