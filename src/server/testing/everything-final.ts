// Tests beside this one write into the same database, and what is told of events waits for every write that is open.
import { sql } from "drizzle-orm";
import { safeKnownAt } from "@/books/ledger/known-at.ts";
import { directoryDb } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";

/** Waits until everything that is recorded by now can be told. */
export async function everythingFinal(): Promise<void> {
  const [row] = await directoryDb().execute<{ at: string }>(sql`select clock_timestamp() as at`);
  const { at } = present(row, "a select without from returns a row");
  while ((await safeKnownAt(at)) !== at) await new Promise((later) => setTimeout(later, 5));
}
