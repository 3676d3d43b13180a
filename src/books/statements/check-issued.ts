// Whether a statement that somebody holds was issued by this business, and whether what it was made of still stands in the books as it
// did: each event that it carries has the hash that it had, that hash is still the one of its facts, and the statement before
// it is still what it was. Whoever asks knows the seal, and so has the statement; nobody else is told anything.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { Statement } from "@/domain/statements/statement.ts";
import type { StatementProof } from "@/domain/statements/statement-proof.ts";
import type { Standing } from "@/domain/statements/standing.ts";
import type { Books } from "../open.ts";

/** So many changed events are told by number. */
const TOLD = 20;

/** `seal`: 64 hex digits. "unknown" for every other one than that of a statement that carries its proof. */
export async function checkIssued(books: Books, seal: string): Promise<Standing> {
  const [row] = await books.tx.execute<{ number: string; snapshot: string; issued_at: string }>(sql`
    select number, snapshot, issued_at from books.statements where snapshot_hash = decode(${seal}, 'hex')`);
  if (!row) return { kind: "unknown" };
  const issued = { number: row.number, issuedAt: row.issued_at };
  const isWhole = createHash("sha256").update(row.snapshot).digest("hex") === seal;
  if (!isWhole) return { kind: "changed", ...issued, events: [], statements: [row.number] };
  const { proof } = Statement.parse(JSON.parse(row.snapshot));
  if (!proof) return { kind: "unknown" };
  const [events, statements] = [await changedEvents(books, proof), await changedBefore(books, proof)];
  return events.length + statements.length === 0
    ? { kind: "stands", ...issued }
    : { kind: "changed", ...issued, events, statements };
}

/** Those that are gone, have another hash, or whose facts no longer make theirs. */
async function changedEvents({ tx }: Books, { events, named }: StatementProof): Promise<number[]> {
  const told = [...events, ...named].map(({ eventId, hash }) => ({ number: eventId, hash }));
  const rows = await tx.execute<{ number: number }>(sql`
    select n.number from json_to_recordset(${JSON.stringify(told)}::text::json) as n (number bigint, hash text)
    left join books.events e on e.number = n.number
    where e.number is null or encode(e.hash, 'hex') <> n.hash
      or books.chain_step(null, e.prev_hash, books.event_canonical(e)) <> e.hash
    order by n.number limit ${TOLD}`);
  return rows.map(({ number }) => number);
}

async function changedBefore({ tx }: Books, { previous }: StatementProof): Promise<string[]> {
  if (!previous) return [];
  const rows = await tx.execute(sql`
    select from books.statements where number = ${previous.number} and snapshot_hash = decode(${previous.seal}, 'hex')
      and sha256(convert_to(snapshot, 'UTF8')) = snapshot_hash`);
  return rows.length === 1 ? [] : [previous.number];
}
