// What of an event its customer is told, written with the event's command; what is said inside is the event's memo.
import { sql } from "drizzle-orm";
import type { Books } from "../open.ts";

/** The same words for each of the events; nothing to say is nothing to keep. */
export async function keepCustomerNote(
  { tx }: Books,
  eventNumbers: readonly number[],
  note: string | undefined,
): Promise<void> {
  if (!note?.trim() || eventNumbers.length === 0) return;
  await tx.execute(sql`
    insert into books.event_notes (event_number, note)
    select number, ${note.trim()} from unnest(${sql.param([...eventNumbers])}::bigint[]) as e (number)`);
}
