// Autopay as the books keep it: asked for behind a link, active once Stripe has the means to pay, stopped by whoever wants to.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { nextCharge, type AutopayState } from "@/domain/payments/autopay.ts";
import type { SeenAutopay } from "@/domain/payments/autopay-seen.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { readRecipients } from "../customers/recipients.ts";
import type { Books } from "../open.ts";
import { readOnlineSettings } from "./online-settings.ts";

type Asked = {
  accountId: string;
  currency: string;
  onDay: number;
  mostCents: Cents | null;
  /** The words that were agreed to. */
  consent: string;
};

/** Refuses with "online-off", and with "nothing-to-send" where nobody could be told of a charge. */
export async function askAutopay(
  books: Books,
  { accountId, currency, onDay, mostCents, consent }: Asked,
): Promise<{ autopayId: string; createdAt: string }> {
  if (!(await readOnlineSettings(books)).inUse) throw new Refusal("online-off");
  if ((await readRecipient(books, accountId)) === null) throw new Refusal("nothing-to-send");
  const [row] = await books.tx.execute<{ id: string; created_at: string }>(sql`
    insert into books.autopays (account_id, currency, on_day, most, consent, agreed_by, next_on)
    values (${accountId}::uuid, ${currency}, ${onDay}::int, ${mostCents}::bigint, ${consent}, ${books.subject},
      ${nextCharge(onDay, books.today)}::date)
    returning id, created_at`);
  const { id: autopayId, created_at: createdAt } = present(row, "it was asked for");
  return { autopayId, createdAt };
}

/** Who is told: the first of those that get statements and whose mail arrives; null for nobody. */
export async function readRecipient(books: Books, accountId: string): Promise<string | null> {
  const [row] = await books.tx.execute<{ customer_id: string }>(sql`
    select customer_id from books.accounts where id = ${accountId}::uuid`);
  const { customer_id: customerId } = present(row, "the account is there");
  return (await readRecipients(books, customerId, "statements")).live[0] ?? null;
}

export async function noteAutopaySession({ tx }: Books, autopayId: string, sessionId: string): Promise<void> {
  await tx.execute(sql`
    update books.autopays set session_id = ${sessionId} where id = ${autopayId}::uuid and session_id is null`);
}

export type Means = { customer: string; method: string; paidBy: string };

/** Once: what was stopped before it began stays stopped. The one before it, if there is one, is over. */
export async function startAutopay(
  books: Books,
  autopayId: string,
  { customer, method, paidBy }: Means,
): Promise<{ started: boolean }> {
  const { tx } = books;
  const [row] = await tx.execute<{ account_id: string; on_day: number }>(sql`
    select account_id, on_day from books.autopays where id = ${autopayId}::uuid and state = 'asked' for update`);
  if (!row) return { started: false };
  await tx.execute(sql`
    update books.autopays set state = 'stopped', stopped_at = clock_timestamp(), stopped_by = 'Set up anew'
    where account_id = ${row.account_id}::uuid and state = 'active'`);
  await tx.execute(sql`
    update books.autopays set state = 'active', stripe_customer = ${customer}, stripe_method = ${method},
      paid_by = ${paidBy}, next_on = ${nextCharge(row.on_day, books.today)}::date
    where id = ${autopayId}::uuid`);
  return { started: true };
}

/**
 * Whatever isn't taken yet is not taken any more. Refuses what isn't there, or is of another account, with "not-found", and what
 * was stopped before with "nothing-changed".
 */
export async function stopAutopay(
  { tx, userName }: Books,
  { autopayId, accountId = null }: { autopayId: string; accountId?: string | null },
): Promise<{ stopped: true }> {
  const [row] = await tx.execute<{ account_id: string; state: AutopayState }>(sql`
    select account_id, state from books.autopays where id = ${autopayId}::uuid for update`);
  if (!row || (accountId !== null && row.account_id !== accountId)) throw new Refusal("not-found");
  if (row.state === "stopped") throw new Refusal("nothing-changed");
  await tx.execute(sql`
    update books.autopays set state = 'stopped', stopped_at = clock_timestamp(), stopped_by = ${userName}
    where id = ${autopayId}::uuid`);
  return { stopped: true };
}

/** It was asked for, and nothing came of it. */
export async function noteAutopayOver({ tx }: Books, autopayId: string): Promise<{ over: boolean }> {
  const rows = await tx.execute(sql`
    update books.autopays set state = 'stopped', stopped_at = clock_timestamp(), stopped_by = 'Not entered'
    where id = ${autopayId}::uuid and state = 'asked' returning id`);
  return { over: rows.length > 0 };
}

export type KeptAutopay = {
  autopayId: string;
  accountId: string;
  currency: string;
  state: AutopayState;
  sessionId: string | null;
};

export async function findAutopay({ tx }: Books, autopayId: string): Promise<KeptAutopay | null> {
  const [row] = await tx.execute<{
    account_id: string;
    currency: string;
    state: AutopayState;
    session_id: string | null;
  }>(sql`
    select account_id, currency, state, session_id from books.autopays where id = ${autopayId}::uuid`);
  if (!row) return null;
  const { account_id: accountId, currency, state, session_id: sessionId } = row;
  return { autopayId, accountId, currency, state, sessionId };
}

/** Asked for some minutes ago and not heard of since. */
export async function readUnheardAutopays({ tx }: Books): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from books.autopays where state = 'asked' and session_id is not null
      and created_at between clock_timestamp() - interval '2 days' and clock_timestamp() - interval '5 minutes'
    limit 100`);
  return rows.map(({ id }) => id);
}

/** The one that is active, or else was asked for in the last hours; null for none. */
export async function readAutopayOf({ tx }: Books, accountId: string): Promise<SeenAutopay | null> {
  const [row] = await tx.execute<{
    id: string;
    state: AutopayState;
    on_day: number;
    most: number | null;
    paid_by: string;
    next_on: Day;
    told: number | null;
    try_on: Day | null;
  }>(sql`
    select a.id, a.state, a.on_day, a.most, a.paid_by, a.next_on, h.amount as told, h.try_on
    from books.autopays a left join books.autopay_charges h on h.autopay_id = a.id and h.told_at is not null
      and h.state in ('announced', 'retrying')
    where a.account_id = ${accountId}::uuid
      and (a.state = 'active' or (a.state = 'asked' and a.created_at > clock_timestamp() - interval '1 hour'))
    order by a.state, h.try_on limit 1`);
  if (!row) return null;
  return {
    autopayId: row.id,
    isActive: row.state === "active",
    onDay: row.on_day,
    mostCents: row.most === null ? null : cents(row.most),
    paidBy: row.paid_by,
    nextOn: row.next_on,
    told: row.told === null || row.try_on === null ? null : { amountCents: cents(row.told), on: row.try_on },
  };
}
