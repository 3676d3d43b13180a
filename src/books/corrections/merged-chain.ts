// What is reversed on an account that was merged away is owed, or is open credit, on the one that stays. It moves on at
// once, from account to account as the merges did, so that each of them takes its part along when it is reversed.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import type { Cents } from "@/domain/values/money.ts";
import type { EventHeader, Posting } from "@/domain/ledger/posting.ts";
import { Refusal } from "@/domain/refusal.ts";
import {
  reopenedBy,
  reversesTransferred,
  transferCredit,
  transferItem,
  transferRetainage,
} from "@/domain/corrections/transfer.ts";
import type { Books } from "../open.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { lockAccounts } from "../ledger/post.ts";

/** Locks an account and those that it leads to, the one that stays last. Refuses what was merged or reversed meanwhile. */
export async function lockChain(books: Books, accountId: string): Promise<string[]> {
  const chain = await readChain(books, accountId);
  await lockAccounts(books, chain);
  const locked = await readChain(books, accountId);
  if (locked.join() !== chain.join()) throw new Refusal("changed-meanwhile");
  return chain;
}

/** The account, and those that it was merged into, the one that stays last. */
export async function readChain({ tx }: Books, accountId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with recursive chain (customer_id, currency, place) as (
      select customer_id, currency, 1 from books.accounts where id = ${accountId}::uuid
      union all
      select c.merged_into, h.currency, h.place + 1 from chain h join books.customers c on c.id = h.customer_id
      where c.merged_into is not null)
    select a.id from chain h join books.accounts a on a.customer_id = h.customer_id and a.currency = h.currency
    order by h.place`);
  return rows.map((row) => row.id);
}

/**
 * The transfers behind a reversal on the first of the chain; none where it is the only one. Refuses with "used-since"
 * what takes away something that the merge moved.
 */
export async function moveOn(books: Books, chain: readonly string[], reversal: Posting): Promise<Posting[]> {
  if (chain.length === 1) return [];
  const reopened = reopenedBy(reversal);
  if (reversesTransferred(reopened)) throw new Refusal("used-since");
  const { effectiveOn: on, memo } = reversal;
  const open = [...reopened.items, ...reopened.credits].map(([id, openCents]) => ({
    id,
    openCents,
    on,
    from: 0,
  }));
  const { retainage } = reopened;
  const held: Move[] =
    retainage.length === 0 ? [] : [{ on, from: 0, transfer: (ends) => transferRetainage(ends, retainage) }];
  const moves = [...(await movesOf(books, open)), ...held];
  return (await moveAlong(books, chain, { moves, memo })).postings;
}

/** Something that moves on, from a place in the chain to its end, on a day. `made` is what the hop before made of it. */
export type Move = {
  from: number;
  on: Day;
  transfer: (ends: { from: EventHeader; to: EventHeader }, made: number | null) => [Posting, Posting];
};

/** The transfers, hop by hop, and what each move came to on the account that stays: the event that made it there. */
export async function moveAlong(
  books: Books,
  chain: readonly string[],
  { moves, memo }: { moves: readonly Move[]; memo: string },
): Promise<{ postings: Posting[]; made: (number | null)[] }> {
  const hops = chain
    .slice(1)
    .flatMap((_to, hop) => moves.flatMap((move, of) => (move.from <= hop ? [{ move, of, hop }] : [])));
  const accountAt = (place: number) => present(chain[place], "a hop joins two accounts");
  const places = await reserveEvents(
    books,
    hops.flatMap(({ move: { on }, hop }) => [
      { accountId: accountAt(hop), on, memo },
      { accountId: accountAt(hop + 1), on, memo },
    ]),
  );
  const placeAt = (at: number): EventHeader => present(places[at], "a place per event");
  const made: (number | null)[] = moves.map(() => null);
  const postings = hops.flatMap(({ move, of }, at) => {
    const pair = move.transfer({ from: placeAt(2 * at), to: placeAt(2 * at + 1) }, made[of] ?? null);
    made[of] = pair[1].number;
    return pair;
  });
  return { postings, made };
}

/** So much of an item or a credit, open again on an account of the chain. */
export type OpenAgain = { id: number; openCents: Cents; on: Day; from: number };

/** In the order given. */
export async function movesOf({ tx }: Books, open: readonly OpenAgain[]): Promise<Move[]> {
  if (open.length === 0) return [];
  type Row = { id: number; issued_on: Day; due_on: Day | null; document_id: string | null };
  const ids = sql.param(open.map(({ id }) => id));
  const rows = await tx.execute<Row>(sql`
    select id, issued_on, due_on, document_id from books.items where id = any (${ids}::bigint[])
    union all
    select id, issued_on, null, document_id from books.credits where id = any (${ids}::bigint[])`);
  const found = new Map(rows.map((row) => [row.id, row]));
  return open.map(({ id, openCents, on, from }) => {
    const row = present(found.get(id), "it is there");
    const moved = { openCents, issuedOn: row.issued_on, documentId: row.document_id };
    return {
      on,
      from,
      transfer: (ends, made) => transferOpen(ends, { ...moved, id: made ?? id, dueOn: row.due_on }),
    };
  });
}

type Open = { id: number; openCents: Cents; issuedOn: Day; documentId: string | null; dueOn: Day | null };

const transferOpen = (
  ends: { from: EventHeader; to: EventHeader },
  { dueOn, ...moved }: Open,
): [Posting, Posting] =>
  dueOn === null ? transferCredit(ends, moved) : transferItem(ends, { ...moved, dueOn });
