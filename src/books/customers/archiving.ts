// Puts customers away that nobody deals with any more, and brings them back. What they did stays where it is; they only
// leave the lists and the pickers. Nobody goes while there is money on the account.
import { sql } from "drizzle-orm";
import { cents, type Cents } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import { keepChanges } from "./customer-changes.ts";
import { RESERVED } from "../ledger/account-figures.ts";
import { IS_EMPTY } from "./customer-filters.ts";
import type { Books } from "../open.ts";

export type LeftOnAccount = {
  currency: string;
  balanceCents: Cents;
  openCreditCents: Cents;
  earmarkedCents: Cents;
  retainedCents: Cents;
};

const PUT_AWAY = { field: "Archived", before: "no", after: "yes" };
const BROUGHT_BACK = { field: "Archived", before: "yes", after: "no" };

/** Refuses with "account-unsettled" and what is left, by currency. Archiving twice changes nothing. */
export async function archiveCustomer(books: Books, customerId: string): Promise<{ archived: boolean }> {
  const wasArchived = await lockCustomer(books, customerId);
  if (wasArchived) return { archived: true };
  const left = await lockWhatIsLeft(books, customerId);
  if (left.length > 0) throw new Refusal("account-unsettled", { left });
  await books.tx.execute(sql`
    update books.customers set archived_at = clock_timestamp(), version = version + 1 where id = ${customerId}::uuid`);
  await keepChanges(books, customerId, [PUT_AWAY]);
  return { archived: true };
}

/** Bringing back who is there changes nothing. */
export async function unarchiveCustomer(books: Books, customerId: string): Promise<{ archived: boolean }> {
  if (!(await lockCustomer(books, customerId))) return { archived: false };
  await books.tx.execute(sql`
    update books.customers set archived_at = null, version = version + 1 where id = ${customerId}::uuid`);
  await keepChanges(books, customerId, [BROUGHT_BACK]);
  return { archived: false };
}

/** Of those chosen, the ones that are still empty; who was dealt with meanwhile stays. Refuses "not-found" whole. */
export async function archiveEmptyCustomers(
  books: Books,
  customerIds: readonly string[],
): Promise<{ archived: number; kept: number }> {
  const chosen = sql`(${sql.param(customerIds)}::text[]::uuid[])`;
  // Locked first: what somebody posts meanwhile is then seen below, or waits.
  const there = await books.tx.execute(
    sql`select id from books.customers where id = any ${chosen} order by id for update`,
  );
  const asked = new Set(customerIds).size;
  if (there.length < asked) throw new Refusal("not-found");
  await books.tx.execute(
    sql`select id from books.accounts where customer_id = any ${chosen} order by id for update`,
  );
  const rows = await books.tx.execute<{ id: string }>(sql`
    with gone as (
      update books.customers c set archived_at = clock_timestamp(), version = version + 1
      where c.id = any ${chosen} and c.archived_at is null and c.merged_into is null and ${IS_EMPTY}
      returning c.id),
    told as (
      insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
      select id, ${PUT_AWAY.field}, ${PUT_AWAY.before}, ${PUT_AWAY.after}, ${books.userName}, ${books.commandId}::uuid
      from gone)
    select id from gone`);
  return { archived: rows.length, kept: asked - rows.length };
}

/** Says whether they are archived. Who was merged into another stays away until that is reversed. */
async function lockCustomer({ tx }: Books, customerId: string): Promise<boolean> {
  const [row] = await tx.execute<{ archived: boolean; merged: boolean }>(sql`
    select archived_at is not null as archived, merged_into is not null as merged
    from books.customers where id = ${customerId}::uuid for update`);
  if (!row) throw new Refusal("not-found");
  if (row.merged) throw new Refusal("merged-away");
  return row.archived;
}

/** The accounts stay locked, so that nothing comes in between. */
async function lockWhatIsLeft({ tx }: Books, customerId: string): Promise<LeftOnAccount[]> {
  const rows = await tx.execute<{
    currency: string;
    open_items: number;
    open_credit: number;
    earmarked: number;
    retained: number;
    reserved: number;
  }>(sql`
    select currency, open_items, open_credit, earmarked, retained, (${RESERVED}) as reserved from books.accounts a
    where customer_id = ${customerId}::uuid order by currency for update`);
  return rows
    .filter((row) => row.open_items + row.open_credit + row.earmarked + row.retained + row.reserved > 0)
    .map((row) => ({
      currency: row.currency,
      balanceCents: cents(row.open_items),
      openCreditCents: cents(row.open_credit),
      earmarkedCents: cents(row.earmarked),
      retainedCents: cents(row.retained),
    }));
}
