// Two customers that were one: everything open moves to the one that stays, on one day, keeping its dates and documents;
// the stricter terms and both texts count, and the other's number keeps leading there. Its reversal reverses every move
// (product.md A13); terms and texts stay as the merge left them, for nobody may loosen terms without deciding it. Who is a
// parent isn't merged away; a child leaves its family with the merge, and whoever stays keeps their own.
import { sql } from "drizzle-orm";
import type { NewMerge, MergeReversal } from "@/domain/customers/merge-input.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import { saysWhoMayCharge } from "../credit/charging-rules.ts";
import { keepChanges } from "./customer-changes.ts";
import { carryLabels } from "./labels.ts";
import { carryTerms, readMergeProfiles } from "./merge-terms.ts";
import { addEarmark, releaseEarmark } from "../ledger/earmarks.ts";
import type { Books } from "../open.ts";
import { lockAccounts } from "../ledger/post.ts";
import { endExpired } from "../ledger/reservations.ts";
import { unApply, transferAccount, type TransferEvent } from "../corrections/transfers.ts";

/** Where nothing is chosen, the stricter terms count. */
type Order = Omit<NewMerge, "choices"> & Partial<Pick<NewMerge, "choices">>;
type AccountRow = { id: string; customer_id: string; currency: string };

/** Refuses a customer with itself, one that was merged before or is the parent of others, and a day before something open was there. */
export async function mergeCustomers(
  books: Books,
  input: Order,
): Promise<{ mergeId: string; events: number }> {
  const { fromCustomerId, intoCustomerId, mergedOn, reason, choices = [] } = input;
  if (fromCustomerId === intoCustomerId) throw new Refusal("merged-with-itself");
  const names = await lockCustomers(books, [fromCustomerId, intoCustomerId]);
  if (names.some((each) => each.merged_into !== null)) throw new Refusal("merged-before");
  if (names.some((each) => each.id === fromCustomerId && each.is_parent)) throw new Refusal("has-children");
  const accounts = await lockAccountsOf(books, [fromCustomerId, intoCustomerId]);
  const theirs = accounts.filter((each) => each.customer_id === fromCustomerId);
  if (await isReservedOn(books, theirs)) throw new Refusal("reserved-still");
  if (await saysWhoMayCharge(books, theirs)) throw new Refusal("charging-said");
  // As both stand before anything moves: an account that moves as it is keeps its own terms.
  const profiles = await readMergeProfiles(books, { from: fromCustomerId, into: intoCustomerId });
  await carryTerms(books, profiles, { intoCustomerId, reason, choices });
  await carryLabels(books, fromCustomerId, intoCustomerId);
  const inCurrency = new Map(
    accounts.filter((each) => each.customer_id === intoCustomerId).map((each) => [each.currency, each.id]),
  );
  const movedAccounts: string[] = [];
  const earmarks: string[] = [];
  let events = 0;
  for (const { id, currency } of theirs) {
    const toAccountId = inCurrency.get(currency);
    if (toAccountId === undefined) {
      await giveAccount(books, id, intoCustomerId);
      movedAccounts.push(id);
    } else {
      const moved = await moveAll(books, { fromAccountId: id, toAccountId, on: mergedOn, reason });
      earmarks.push(...moved.earmarks);
      events += moved.events;
    }
  }
  await books.tx.execute(sql`
    update books.accounts set merged_away = true where customer_id = ${fromCustomerId}::uuid`);
  await books.tx.execute(sql`
    update books.customers set merged_into = ${intoCustomerId}::uuid, parent_id = null, archived_at = coalesce(archived_at, clock_timestamp()),
      version = version + 1 where id = ${fromCustomerId}::uuid`);
  const [row] = await books.tx.execute<{ id: string }>(sql`
    insert into books.merges (from_customer_id, into_customer_id, merged_on, merged_by, command_id, moved_accounts, earmarks)
    values (${fromCustomerId}::uuid, ${intoCustomerId}::uuid, ${mergedOn}::date, ${books.userName}, ${books.commandId}::uuid,
      ${sql.param(movedAccounts)}::uuid[], ${sql.param(earmarks)}::uuid[]) returning id`);
  if (!row) throw new Error("a merge was kept");
  await tell(books, names, { from: fromCustomerId, into: intoCustomerId, reversed: false });
  const parent = names.find((each) => each.id === fromCustomerId)?.parent ?? "";
  await keepChanges(books, fromCustomerId, [{ field: "Parent", before: parent, after: "" }]);
  return { mergeId: row.id, events };
}

type Told = { from: string; into: string; reversed: boolean };

/** In the history of both profiles. */
async function tell(books: Books, names: readonly Named[], { from, into, reversed }: Told): Promise<void> {
  const change = (field: string, id: string) => {
    const other = names.find((each) => each.id === id);
    const said = other ? `${other.number} ${other.name}` : "";
    return [{ field, before: reversed ? said : "", after: reversed ? "" : said }];
  };
  await keepChanges(books, from, change("Merged into", into));
  await keepChanges(books, into, change("Merged from", from));
}

type Move = { fromAccountId: string; toAccountId: string; on: Day; reason: string };

/** What is set aside comes along with its note; who merges sets it aside anew. */
async function moveAll(books: Books, move: Move): Promise<{ earmarks: string[]; events: number }> {
  const { fromAccountId, toAccountId, on, reason } = move;
  const live = await books.tx.execute<{ amount: number; note: string }>(sql`
    select amount, note from books.earmarks where account_id = ${fromAccountId}::uuid and released_at is null
    order by created_at, id`);
  const { eventIds } = await transferAccount(books, { fromAccountId, toAccountId, on, reason });
  const earmarks: string[] = [];
  for (const { amount, note } of live) {
    const kept = { accountId: toAccountId, amountCents: cents(amount), note };
    earmarks.push((await addEarmark(books, kept)).earmarkId);
  }
  return { earmarks, events: eventIds.length };
}

type MergeRow = {
  from_customer_id: string;
  into_customer_id: string;
  command_id: string;
  moved_accounts: string[];
  earmarks: string[];
  reversed: boolean;
};

/**
 * Reverses a merge, the last first. Refuses what was reversed before, moves whose items or credits were used since, and
 * a merge into one that was merged on since. Who was archived before the merge stays so.
 */
export async function reverseMerge(
  books: Books,
  { mergeId, reversedOn }: MergeReversal,
): Promise<{ customerId: string }> {
  const [merge] = await books.tx.execute<MergeRow>(sql`
    select from_customer_id, into_customer_id, command_id, moved_accounts, earmarks, reversed_at is not null as reversed
    from books.merges where id = ${mergeId}::uuid for no key update`);
  if (!merge) throw new Refusal("not-found");
  if (merge.reversed) throw new Refusal("merge-reversed-before");
  const { from_customer_id: customerId, into_customer_id: intoCustomerId } = merge;
  const names = await lockCustomers(books, [customerId, intoCustomerId]);
  if (names.some((each) => each.id === intoCustomerId && each.merged_into !== null))
    throw new Refusal("used-since");
  await lockAccountsOf(books, [customerId, intoCustomerId]);
  await books.tx.execute(sql`
    update books.customers set merged_into = null, version = version + 1, archived_at = case
      when archived_at < (select recorded_at from books.commands where id = ${merge.command_id}::uuid) then archived_at end
    where id = ${customerId}::uuid`);
  await books.tx.execute(sql`
    update books.accounts set merged_away = false where customer_id = ${customerId}::uuid`);
  for (const id of merge.moved_accounts) await giveAccount(books, id, customerId);
  const setAside = await releaseCopies(books, merge.earmarks);
  const moved = await readMoved(books, customerId, intoCustomerId);
  if (moved.length > 0) await unApply(books, moved, { on: reversedOn, reason: "" });
  await setAsideAgain(books, customerId, setAside);
  await books.tx.execute(sql`
    update books.merges set reversed_by = ${books.userName}, reversed_at = clock_timestamp() where id = ${mergeId}::uuid`);
  await tell(books, names, { from: customerId, into: intoCustomerId, reversed: true });
  return { customerId };
}

/** What the merge moved, and what was reversed on the merged account since and moved on: both sides, newest first. */
async function readMoved({ tx }: Books, fromId: string, intoId: string): Promise<TransferEvent[]> {
  return [
    ...(await tx.execute<TransferEvent>(sql`
      with standing as materialized (
        select e.number, e.account_id, e.kind, e.command_id, a.customer_id
        from books.accounts a join books.events e on e.account_id = a.id
        where a.customer_id in (${fromId}::uuid, ${intoId}::uuid) and e.kind in ('transfer-out', 'transfer-in')
          and not exists (select from books.events r where r.reverses = e.number)),
      gone as (select * from standing where customer_id = ${fromId}::uuid and kind = 'transfer-out')
      select number, account_id from gone
      union all
      select number, account_id from standing
      where customer_id = ${intoId}::uuid and kind = 'transfer-in' and command_id in (select command_id from gone)
      order by number desc`)),
  ];
}

type SetAside = { amount: number; note: string; currency: string };

/** What of the earmarks that came along is still set aside goes back; what was used or released since doesn't. */
async function releaseCopies(books: Books, earmarkIds: readonly string[]): Promise<SetAside[]> {
  const live = await books.tx.execute<SetAside & { id: string }>(sql`
    select k.id, k.amount, k.note, a.currency from books.earmarks k join books.accounts a on a.id = k.account_id
    where k.id = any (${sql.param([...earmarkIds])}::uuid[]) and k.released_at is null order by k.created_at, k.id`);
  for (const { id } of live) await releaseEarmark(books, id);
  return live;
}

async function setAsideAgain(books: Books, customerId: string, setAside: readonly SetAside[]): Promise<void> {
  for (const { amount, note, currency } of setAside) {
    const [account] = await books.tx.execute<{ id: string }>(sql`
      select id from books.accounts where customer_id = ${customerId}::uuid and currency = ${currency}`);
    if (account) await addEarmark(books, { accountId: account.id, amountCents: cents(amount), note });
  }
}

type Named = {
  id: string;
  number: string;
  name: string;
  merged_into: string | null;
  /** Number and name, as the history of the profile says it. */
  parent: string | null;
  is_parent: boolean;
};

async function lockCustomers({ tx }: Books, ids: readonly string[]): Promise<Named[]> {
  const rows = await tx.execute<Named>(sql`
    select c.id, c.number, c.name, c.merged_into,
      (select p.number || ' ' || p.name from books.customers p where p.id = c.parent_id) as parent,
      exists (select from books.customers k where k.parent_id = c.id) as is_parent
    from books.customers c where c.id = any (${sql.param([...ids])}::uuid[]) order by c.id for no key update of c`);
  if (rows.length !== ids.length) throw new Refusal("not-found");
  return rows;
}

async function lockAccountsOf(books: Books, customerIds: readonly string[]): Promise<AccountRow[]> {
  const rows = await books.tx.execute<AccountRow>(sql`
    select id, customer_id, currency from books.accounts
    where customer_id = any (${sql.param([...customerIds])}::uuid[])`);
  await lockAccounts(
    books,
    rows.map((row) => row.id),
  );
  return rows;
}

/** What has expired goes first: it is promised to nobody any more. */
async function isReservedOn(books: Books, accounts: readonly AccountRow[]): Promise<boolean> {
  const ids = accounts.map((account) => account.id);
  await endExpired(books, ids);
  const rows = await books.tx.execute(sql`
    select 1 from books.accounts where id = any (${sql.param(ids)}::uuid[]) and reserved > 0`);
  return rows.length > 0;
}

async function giveAccount({ tx }: Books, accountId: string, customerId: string): Promise<void> {
  await tx.execute(
    sql`update books.accounts set customer_id = ${customerId}::uuid where id = ${accountId}::uuid`,
  );
}
