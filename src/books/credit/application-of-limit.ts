// The application for credit that a change of terms came from: approved with it; or, where a second person says no or somebody
// takes it back, again one that waits for an answer.
import { sql } from "drizzle-orm";
import type { Books } from "../open.ts";

/** The application, where it is answered by that; `changeId`: the line of the history that gives the limit. */
export async function answerWithLimit(
  { tx }: Books,
  requestId: string,
  { changeId, by }: { changeId: string; by: readonly string[] },
): Promise<{ applicationId: string | null }> {
  const [row] = await tx.execute<{ id: string }>(sql`
    update books.credit_applications set request_id = null, state = 'approved', change_id = ${changeId}::uuid,
      decided_by = ${by.join(", ")}, decided_at = clock_timestamp()
    where request_id = ${requestId}::uuid returning id`);
  return { applicationId: row?.id ?? null };
}

/** The limit isn't given: who applied waits for an answer as before. */
export async function waitAnew({ tx }: Books, requestId: string): Promise<void> {
  await tx.execute(sql`
    update books.credit_applications set request_id = null, given = null, reason = '', told = ''
    where request_id = ${requestId}::uuid`);
}
