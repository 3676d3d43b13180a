// The proof of one business's books: every invariant is looked for in one snapshot, and what was found is kept, so
// that anybody may see when the books were last proven and by how many events.
import { sql } from "drizzle-orm";
import { runChecks, type Broken } from "@/db/checks/checks.ts";
import type { Books } from "../open.ts";

/** At most ten rows are told of each rule that is broken. */
export type Proof = { provenAt: string; events: number; tookMs: number; broken: Broken[] };

/** Reads only, and holds no row in memory but the broken ones: the counting is the database's. */
export async function proveBooks({ tx }: Pick<Books, "tx">): Promise<Proof> {
  // A million events take longer than a page may.
  await tx.execute(sql`set local statement_timeout = '2h'`);
  const { broken, events } = await runChecks(tx);
  const [clock] = await tx.execute<{ began: string; took_ms: number }>(sql`
    select transaction_timestamp() as began,
      (extract(epoch from clock_timestamp() - transaction_timestamp()) * 1000)::int as took_ms`);
  if (!clock) throw new Error("the database tells the time");
  return { provenAt: clock.began, events, tookMs: clock.took_ms, broken };
}

export async function keepProof({ tx }: Books, { provenAt, events, tookMs, broken }: Proof): Promise<void> {
  await tx.execute(sql`
    insert into books.proofs (proven_at, events, broken, says, took_ms)
    values (${provenAt}::timestamptz, ${events}, ${broken.length}, ${broken.length > 0 ? JSON.stringify(broken) : ""}, ${tookMs})`);
}

/** Newest first. */
export async function readProofs({ tx }: Books, limit: number): Promise<Proof[]> {
  const rows = await tx.execute<{ proven_at: string; events: number; says: string; took_ms: number }>(sql`
    select proven_at, events, says, took_ms from books.proofs order by proven_at desc limit ${limit}`);
  return rows.map((row) => ({
    provenAt: row.proven_at,
    events: row.events,
    tookMs: row.took_ms,
    broken: row.says === "" ? [] : (JSON.parse(row.says) as Broken[]),
  }));
}

/** Whether a proof is older than a working day allows, or was never made. */
export async function isProofDue({ tx }: Books): Promise<boolean> {
  const [recent] = await tx.execute(sql`
    select 1 from books.proofs where proven_at > clock_timestamp() - interval '20 hours' limit 1`);
  return recent === undefined;
}
