// That all of the books were taken home: what the audit log has of it. Noted where they begin to be sent, and when the last of them was.
import { sql } from "drizzle-orm";
import type { Books } from "../open.ts";

/** What the audit log calls it. */
export const TAKING = "everything";
export const TAKEN = "everything, sent whole";

/** When whoever asks did so last, within a day; null where they didn't. */
export async function takenHome({ tx, subject }: Books): Promise<string | null> {
  const [row] = await tx.execute<{ recorded_at: string }>(sql`
    select recorded_at from books.audit_entries
    where action = ${`export.${TAKEN}`} and actor = ${subject} and recorded_at > now() - interval '1 day'
    order by id desc limit 1`);
  return row?.recorded_at ?? null;
}
