// What is taken back on an account that was merged away is owed, or is open credit, on the one that stays. It moves on at
// once, from account to account as the merges did, so that each of them takes its part along when it is undone.
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
  type Reopened,
} from "@/domain/corrections/transfer.ts";
import type { Books } from "../open.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { lockAccounts } from "../ledger/post.ts";

/** Locks an account and those that it leads to, the one that stays last. Refuses what was merged or undone meanwhile. */
export async function lockChain(books: Books, accountId: string): Promise<string[]> {
  const chain = await readChain(books, accountId);
  await lockAccounts(books, chain);
  const locked = await readChain(books, accountId);
  if (locked.join() !== chain.join()) throw new Refusal("changed-meanwhile");
  return chain;
}

async function readChain({ tx }: Books, accountId: string): Promise<string[]> {
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
  const hops = chain.slice(1).map((to, at) => ({ from: present(chain[at], "a hop leaves an account"), to }));
  if (hops.length === 0) return [];
  const reopened = reopenedBy(reversal);
  if (reversesTransferred(reopened)) throw new Refusal("used-since");
  const moves = await readMoves(books, reopened);
  const { effectiveOn: on, memo } = reversal;
  const wheres = hops.flatMap(({ from, to }) =>
    moves.flatMap(() => [
      { accountId: from, on, memo },
      { accountId: to, on, memo },
    ]),
  );
  const places = await reserveEvents(books, wheres);
  const placeAt = (at: number): EventHeader => present(places[at], "a place per event");
  return hops.flatMap((_hop, hop) =>
    moves.flatMap((move, at) => {
      const own = 2 * (hop * moves.length + at);
      // What the hop before made on its account is what this one moves.
      const made = hop === 0 ? null : placeAt(own - 2 * moves.length + 1).number;
      return move({ from: placeAt(own), to: placeAt(own + 1) }, made);
    }),
  );
}

type Move = (ends: { from: EventHeader; to: EventHeader }, made: number | null) => Posting[];

async function readMoves({ tx }: Books, { items, credits, retainage }: Reopened): Promise<Move[]> {
  type Row = { id: number; issued_on: Day; due_on: Day | null; document_id: string | null };
  const ids = (of: ReadonlyMap<number, Cents>) => sql.param([...of.keys()]);
  const rows = await tx.execute<Row>(sql`
    select id, issued_on, due_on, document_id from books.items where id = any (${ids(items)}::bigint[])
    union all
    select id, issued_on, null, document_id from books.credits where id = any (${ids(credits)}::bigint[]) order by id`);
  const moves = rows.map(({ id, issued_on: issuedOn, due_on: dueOn, document_id: documentId }): Move => {
    const openCents = present(items.get(id) ?? credits.get(id), "it is open again");
    const moved = { openCents, issuedOn, documentId };
    return (ends, made) =>
      dueOn === null
        ? transferCredit(ends, { ...moved, id: made ?? id })
        : transferItem(ends, { ...moved, id: made ?? id, dueOn });
  });
  return retainage.length > 0 ? [...moves, (ends) => transferRetainage(ends, retainage)] : moves;
}
