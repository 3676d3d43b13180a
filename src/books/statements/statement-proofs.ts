// What statements carry as their proof, read for a hundred accounts as for one: three queries, of the snapshot that the statements
// are of. Their accounts are locked, so that nothing comes in between.
import { sql } from "drizzle-orm";
import {
  namedEvents,
  PROVEN_EVENTS,
  type ProofFacts,
  type ProvenEvent,
} from "@/domain/statements/statement-proof.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";

type Proven = { accountId: string; headSeq: number | null; statement: Statement };

/** By account. */
export async function readProofFacts(
  books: Books,
  all: readonly Proven[],
): Promise<ReadonlyMap<string, ProofFacts>> {
  const previous = await readPrevious(books, all);
  const stretches = await readStretches(books, all, previous);
  const hashes = await readHashes(
    books,
    all.flatMap(({ statement }) => namedEvents(statement)),
  );
  return new Map(
    all.map(({ accountId, statement }) => {
      const { from, events } = stretches.get(accountId) ?? { from: null, events: [] };
      const carried = new Set(events.map(({ eventId }) => eventId));
      const named = namedEvents(statement).flatMap((eventId) => {
        const hash = carried.has(eventId) ? undefined : hashes.get(eventId);
        return hash === undefined ? [] : [{ eventId, hash }];
      });
      const before = previous.get(accountId);
      return [
        accountId,
        { previous: before ? { number: before.number, seal: before.seal } : null, from, events, named },
      ];
    }),
  );
}

type Previous = { number: string; seal: string; headSeq: number };

/** The newest statement of each account. */
async function readPrevious({ tx }: Books, all: readonly Proven[]): Promise<Map<string, Previous>> {
  const rows = await tx.execute<{
    account_id: string;
    number: string;
    seal: string;
    head_seq: number | null;
  }>(sql`
    select a.id as account_id, s.number, encode(s.snapshot_hash, 'hex') as seal, s.head_seq
    from unnest(${sql.param(all.map(({ accountId }) => accountId))}::uuid[]) as a (id)
    cross join lateral (select number, snapshot_hash, head_seq from books.statements
      where account_id = a.id order by issued_at desc limit 1) s`);
  return new Map(
    rows.map((row) => [row.account_id, { number: row.number, seal: row.seal, headSeq: row.head_seq ?? 0 }]),
  );
}

type Stretch = Pick<ProofFacts, "from" | "events">;
type EventRow = {
  account_id: string;
  seq: number;
  number: number;
  effective_on: Day;
  amount: number;
  balance_after: number;
  hash: string;
  is_before: boolean;
};

/** What happened since the statement before, and the event that this stands on. */
async function readStretches(
  { tx }: Books,
  all: readonly Proven[],
  previous: ReadonlyMap<string, Previous>,
): Promise<Map<string, Stretch>> {
  const asked = all.map(({ accountId, headSeq }) => ({
    account_id: accountId,
    head: headSeq ?? 0,
    after: Math.max(previous.get(accountId)?.headSeq ?? 0, (headSeq ?? 0) - PROVEN_EVENTS, 0),
  }));
  const rows = await tx.execute<EventRow>(sql`
    select e.account_id, e.seq, e.number, e.effective_on, e.amount, e.balance_after, encode(e.hash, 'hex') as hash,
      e.seq = n.after as is_before
    from json_to_recordset(${JSON.stringify(asked)}::text::json) as n (account_id uuid, head bigint, after bigint)
    join books.events e on e.account_id = n.account_id and e.seq between n.after and n.head
    order by e.account_id, e.seq`);
  const found = new Map<string, Stretch>();
  for (const row of rows) {
    const stretch = found.get(row.account_id) ?? { from: null, events: [] };
    if (row.is_before)
      stretch.from = { seq: row.seq, balanceCents: cents(row.balance_after), hash: row.hash };
    else stretch.events.push(provenOf(row));
    found.set(row.account_id, stretch);
  }
  return found;
}

const provenOf = ({ seq, number, effective_on, amount, hash }: EventRow): ProvenEvent => ({
  seq,
  eventId: number,
  onDay: effective_on,
  amountCents: cents(amount),
  hash,
});

async function readHashes({ tx }: Books, events: readonly number[]): Promise<Map<number, string>> {
  if (events.length === 0) return new Map();
  const rows = await tx.execute<{ number: number; hash: string }>(sql`
    select number, encode(hash, 'hex') as hash from books.events where number = any (${sql.param([...events])}::bigint[])`);
  return new Map(rows.map(({ number, hash }) => [number, hash]));
}
