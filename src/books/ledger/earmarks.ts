// Sets part of an account's open credit aside, with a note that says for what. All live earmarks together
// never exceed the open credit; releasing one is kept with who did it.
import { sql } from "drizzle-orm";
import { freeCreditOf } from "@/domain/ledger/earmark.ts";
import type { NewEarmark } from "@/domain/ledger/earmark-input.ts";
import type { LiveEarmark } from "@/domain/ledger/released-earmarks.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import { lockAccount, type LockedAccount } from "./locked-account.ts";
import type { Books } from "../open.ts";

/** Refuses more than the credit that is open and not yet set aside. */
export async function addEarmark(
  books: Books,
  { accountId, amountCents, note }: NewEarmark,
): Promise<{ earmarkId: string }> {
  const account = await lockAccount(books, accountId);
  const freeCents = freeCreditOf(account.figures);
  if (amountCents > freeCents) throw new Refusal("more-than-credit", { freeCents });
  const [row] = await books.tx.execute<{ id: string }>(sql`
    with moved as (
      update books.accounts set earmarked = earmarked + ${amountCents}::bigint where id = ${accountId} returning id)
    insert into books.earmarks (account_id, amount, note, created_by)
    select id, ${amountCents}::bigint, ${note}, ${books.userName} from moved returning id`);
  if (!row) throw new Error("an earmark was kept");
  return { earmarkId: row.id };
}

/** Releasing what was released before changes nothing. */
export async function releaseEarmark(books: Books, earmarkId: string): Promise<{ releasedCents: Cents }> {
  const [earmark] = await books.tx.execute<{ account_id: string }>(sql`
    select account_id from books.earmarks where id = ${earmarkId}::uuid`);
  if (!earmark) throw new Refusal("not-found");
  await lockAccount(books, earmark.account_id);
  const [released] = await books.tx.execute<{ amount: number }>(sql`
    with earmark as (
      update books.earmarks set released_by = ${books.userName}, released_at = clock_timestamp()
      where id = ${earmarkId}::uuid and released_at is null returning account_id, amount)
    update books.accounts a set earmarked = a.earmarked - e.amount
    from earmark e where a.id = e.account_id returning e.amount`);
  return { releasedCents: cents(released?.amount ?? 0) };
}

/** Those that still set credit aside, oldest first. */
export async function readLiveEarmarks({ tx }: Books, accountId: string): Promise<LiveEarmark[]> {
  const rows = await tx.execute<{ id: string; amount: number; note: string }>(sql`
    select id, amount, note from books.earmarks
    where account_id = ${accountId}::uuid and released_at is null order by created_at, id`);
  return rows.map(({ id, amount, note }) => ({ id, amountCents: cents(amount), note }));
}

/** Releases the newest earmarks until what is set aside fits into `creditCents`; says which. */
export async function makeRoom(books: Books, account: LockedAccount, creditCents: Cents): Promise<string[]> {
  if (account.figures.earmarkedCents <= creditCents) return [];
  const released = await books.tx.execute<{ note: string }>(sql`
    with live as (
      select id, amount, sum(amount) over (order by created_at, id) as up_to from books.earmarks
      where account_id = ${account.accountId}::uuid and released_at is null),
    gone as (
      update books.earmarks e set released_by = ${books.userName}, released_at = clock_timestamp()
      from live l where e.id = l.id and l.up_to > ${creditCents}::bigint returning e.note, e.amount),
    moved as (
      update books.accounts set earmarked = earmarked - (select sum(amount) from gone)
      where id = ${account.accountId}::uuid and exists (select from gone))
    select note from gone`);
  return released.map((row) => row.note);
}
