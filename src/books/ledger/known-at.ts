// As known at which instant? A write that is still open may yet be recorded at an instant before now, so the newest
// instant that can be asked for lies before the oldest open write: what was known once stays what was known.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { directoryDb } from "@/db/client.ts";

/** Asked on its own, before the snapshot is taken that it is for. */
export async function safeKnownAt(knownAt: string): Promise<string> {
  const [row] = await directoryDb().execute<{ at: string }>(sql`
    select least(${knownAt}::timestamptz, statement_timestamp(), (
      select min(xact_start) - interval '1 microsecond' from pg_stat_activity
      where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid())) as at`);
  return present(row, "a select without from returns a row").at;
}
