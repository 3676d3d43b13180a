// One account under its lock: what it says can't move until the transaction ends. Every verb that posts
// decides on these values and on what it reads after them, never on what a page showed before.
import { sql } from "drizzle-orm";
import { z } from "zod";
import { assert } from "@/domain/assert.ts";
import { cents, type Cents } from "@/domain/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "./open.ts";

export type LockedAccount = {
  accountId: string;
  currency: string;
  termsDays: number;
  openCreditCents: Cents;
  earmarkedCents: Cents;
};

type Row = { currency: string; terms_days: number; open_credit: number; earmarked: number };

/** Refuses what isn't there with "not-found". */
export async function lockAccount(books: Books, accountId: string): Promise<LockedAccount> {
  assert(books.commandId, "an account is locked to be changed");
  if (!z.uuid().safeParse(accountId).success) throw new Refusal("not-found");
  const [row] = await books.tx.execute<Row>(sql`
    select a.currency, c.terms_days, a.open_credit, a.earmarked
    from books.accounts a join books.customers c on c.id = a.customer_id
    where a.id = ${accountId}::uuid for no key update of a`);
  if (!row) throw new Refusal("not-found");
  return {
    accountId,
    currency: row.currency,
    termsDays: row.terms_days,
    openCreditCents: cents(row.open_credit),
    earmarkedCents: cents(row.earmarked),
  };
}
