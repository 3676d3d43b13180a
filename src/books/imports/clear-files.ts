// Takes files out that were sent and that nobody brings in any more.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { Books } from "../open.ts";

/** Whether files wait that nobody brings in any more, as clear_files has it. */
export async function areFilesOver({ tx }: Books): Promise<boolean> {
  const [row] = await tx.execute(sql`
    select 1 from books.import_files f
    where (f.discarded_at < clock_timestamp() - interval '1 hour' or f.uploaded_at < clock_timestamp() - interval '90 days')
      and f.state not in ('importing', 'undoing') and not exists (select from books.imports i where i.file_id = f.id) limit 1`);
  return row !== undefined;
}

/** Those that were discarded, and those that lay for ninety days without being brought in. */
export async function clearFiles({ tx }: Books): Promise<{ cleared: number }> {
  const [row] = await tx.execute<{ cleared: number }>(sql`select books.clear_files() as cleared`);
  return present(row, "a function answers");
}
