// One account under its lock: what it says can't move until the transaction ends. Every verb that posts
// decides on these values and on what it reads after them, never on what a page showed before.
import { sql } from "drizzle-orm";
import { z } from "zod";
import { assert } from "@/domain/assert.ts";
import { limitOf, type AccountFigures, type CreditStatus, type CreditTerms } from "@/domain/account.ts";
import { cents, type Cents } from "@/domain/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "./open.ts";

export type LockedAccount = {
  accountId: string;
  currency: string;
  termsDays: number;
  openCreditCents: Cents;
  earmarkedCents: Cents;
  /** What decides whether the customer may charge, as of now. */
  figures: AccountFigures;
  credit: CreditTerms;
};

type Row = {
  currency: string;
  terms_days: number;
  open_items: number;
  open_credit: number;
  earmarked: number;
  reserved: number;
  retained: number;
  net: number;
  status: CreditStatus;
  charging_allowed: boolean;
  held_for_age: boolean;
  unlimited: boolean;
  limit_cents: number | null;
  temporary_limit: number | null;
  has_address: boolean;
};

/** Refuses what isn't there with "not-found". */
export async function lockAccount(books: Books, accountId: string): Promise<LockedAccount> {
  assert(books.commandId, "an account is locked to be changed");
  if (!z.uuid().safeParse(accountId).success) throw new Refusal("not-found");
  const [row] = await books.tx.execute<Row>(sql`
    select a.currency, c.terms_days, a.open_items, a.open_credit, a.earmarked, a.reserved, a.retained, a.net, a.status,
      a.charging_allowed, a.held_for_age, a.unlimited, a.limit_cents,
      case when a.temporary_until >= ${books.today}::date then a.temporary_limit_cents end as temporary_limit,
      cardinality(c.address_lines) > 0 as has_address
    from books.accounts a join books.customers c on c.id = a.customer_id
    where a.id = ${accountId}::uuid for no key update of a`);
  if (!row) throw new Refusal("not-found");
  const figures: AccountFigures = {
    balanceCents: cents(row.open_items),
    openCreditCents: cents(row.open_credit),
    earmarkedCents: cents(row.earmarked),
    reservedCents: cents(row.reserved),
    retainedCents: cents(row.retained),
    netCents: cents(row.net),
  };
  const limitCents = row.limit_cents === null ? null : Math.max(row.limit_cents, row.temporary_limit ?? 0);
  const credit: CreditTerms = {
    status: row.status === "good" && row.held_for_age ? "hold" : row.status,
    chargingAllowed: row.charging_allowed,
    limit: limitOf(row.unlimited, limitCents),
    hasAddress: row.has_address,
  };
  const { openCreditCents, earmarkedCents } = figures;
  return {
    accountId,
    currency: row.currency,
    termsDays: row.terms_days,
    openCreditCents,
    earmarkedCents,
    figures,
    credit,
  };
}
