// Moves everything one account has open to another, as when two customers turn out to be one, and reverses that.
import { sql } from "drizzle-orm";
import { assert, present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, larger, plus, sum } from "@/domain/values/money.ts";
import { effectOf, type Allocation, type EventHeader, type Posting } from "@/domain/ledger/posting.ts";
import { Refusal } from "@/domain/refusal.ts";
import { postReversal } from "@/domain/corrections/reversal.ts";
import { transferCredit, transferItem, transferRetainage } from "@/domain/corrections/transfer.ts";
import { makeRoom } from "../ledger/earmarks.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import { readHeldRetainage, readOpenCredits, readOpenItems } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { lockAccounts, post } from "../ledger/post.ts";
import { readEventState } from "./event-state.ts";
import { payReturned } from "./returned-debts.ts";

export type NewTransfer = { fromAccountId: string; toAccountId: string; on: Day; reason: string };

export type Transferred = { eventIds: number[]; releasedEarmarks: string[] };

/** Items, credits and held retainage, each by a pair of events. Refuses accounts of two currencies. */
export async function transferAccount(books: Books, input: NewTransfer): Promise<Transferred> {
  const { fromAccountId, toAccountId, on, reason: memo } = input;
  if (fromAccountId === toAccountId) throw new Refusal("not-found");
  await lockAccounts(books, [fromAccountId, toAccountId]);
  const [from, to, items, credits, held] = await Promise.all([
    lockAccount(books, fromAccountId),
    lockAccount(books, toAccountId),
    readOpenItems(books, fromAccountId),
    readOpenCredits(books, fromAccountId),
    readHeldRetainage(books, fromAccountId),
  ]);
  if (from.currency !== to.currency) throw new Refusal("wrong-currency");
  const since = [...items.map((item) => item.issuedOn), ...credits.map((credit) => credit.countsFrom)];
  if (since.some((day) => day > on)) throw new Refusal("out-of-turn");
  const moves = [
    ...items.map(
      (item) => (ends: Ends) => transferItem(ends, { ...item, id: item.itemId, issuedOn: item.documentOn }),
    ),
    ...credits.map((credit) => (ends: Ends) => transferCredit(ends, { ...credit, id: credit.creditId })),
    ...(held.length > 0 ? [(ends: Ends) => transferRetainage(ends, held)] : []),
  ];
  const wheres = moves.flatMap(() => [
    { accountId: fromAccountId, on, memo },
    { accountId: toAccountId, on, memo },
  ]);
  const places = await reserveEvents(books, wheres);
  const postings = moves.flatMap((move, at) =>
    move({ from: placeAt(places, 2 * at), to: placeAt(places, 2 * at + 1) }),
  );
  const releasedEarmarks = await makeRoom(books, from, ZERO);
  await post(books, postings);
  return { eventIds: postings.map((each) => each.number), releasedEarmarks };
}

type Ends = { from: EventHeader; to: EventHeader };
const placeAt = (places: readonly EventHeader[], at: number): EventHeader =>
  present(places[at], "a place per event");

/** Whatever was moved can be moved back: a merge moves thousands of open items, two events each. */
export type NewTransferReversal = { eventIds: readonly number[]; on: Day; reason: string };

/** Reverses a transfer: the exact opposite of each of its events, all or none. */
export async function reverseTransfer(books: Books, input: NewTransferReversal): Promise<Transferred> {
  const { eventIds, on, reason } = input;
  assert(eventIds.length >= 2, "a transfer is a pair of events");
  return unApply(books, await readWhole(books, eventIds), { on, reason });
}

export type TransferEvent = { number: number; account_id: string };

/** Both sides of each transfer, newest first. */
export async function unApply(
  books: Books,
  rows: readonly TransferEvent[],
  { on, reason: memo }: { on: Day; reason: string },
): Promise<Transferred> {
  const accountIds = [...new Set(rows.map((row) => row.account_id))];
  await lockAccounts(books, accountIds);
  const places = await reserveEvents(
    books,
    rows.map((row) => ({ accountId: row.account_id, on, memo })),
  );
  const postings: Posting[] = [];
  // What one side of the transfer settled of the other is there on both, and is un-applied once.
  const reversed = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const event = await readEventState(books, row.account_id, row.number);
    const pairOf = ({ creditId, itemId }: Allocation) => `${creditId} on ${itemId}`;
    const standing = event.standing.filter((each) => !reversed.has(pairOf(each)));
    for (const each of standing) reversed.add(pairOf(each));
    postings.push(postReversal(placeAt(places, at), { ...event, standing }));
  }
  const releasedEarmarks: string[] = [];
  for (const accountId of accountIds) {
    const theirs = postings.filter((each) => each.accountId === accountId);
    const account = await lockAccount(books, accountId);
    const creditCents = plus(
      account.figures.openCreditCents,
      sum(theirs.map((each) => effectOf(each).openCreditCents)),
    );
    releasedEarmarks.push(...(await makeRoom(books, account, larger(ZERO, creditCents))));
  }
  await post(books, postings);
  const paid = await payReturned(books, postings);
  return { eventIds: [...postings, ...paid].map((each) => each.number), releasedEarmarks };
}

/** The transfers that these events belong to, newest first; refuses a part of one. */
async function readWhole({ tx }: Books, eventIds: readonly number[]) {
  const rows = await tx.execute<{ number: number; account_id: string; asked: boolean }>(sql`
    select number, account_id, number = any (${sql.param(eventIds)}::bigint[]) as asked from books.events
    where kind in ('transfer-out', 'transfer-in') and command_id in (
      select command_id from books.events where number = any (${sql.param(eventIds)}::bigint[]))
    order by number desc`);
  if (rows.filter((row) => row.asked).length !== new Set(eventIds).size) throw new Refusal("not-found");
  if (rows.some((row) => !row.asked)) throw new Refusal("reversed-in-pairs");
  return rows;
}
