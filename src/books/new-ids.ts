// Ids for documents that must be named before they are kept: an event says which document posted it.
import { sql } from "drizzle-orm";
import type { Books } from "./open.ts";

export async function newIds({ tx }: Books, count: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select books.new_id() as id from generate_series(1, ${count}::int)`,
  );
  return rows.map((row) => row.id);
}
