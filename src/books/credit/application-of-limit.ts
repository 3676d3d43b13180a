// The application for credit that a change of terms came from: approved with it; or, where a second person says no or somebody
// takes it back, again one that waits for an answer.
import { sql } from "drizzle-orm";
import type { LimitRequestState } from "@/domain/credit/limit-approval.ts";
import type { Books } from "../open.ts";

/** The application, where it is answered by that. */
export async function answerWithLimit(
  { tx }: Books,
  requestId: string,
  state: LimitRequestState,
  by: readonly string[],
): Promise<{ applicationId: string | null }> {
  if (state !== "approved") {
    await tx.execute(sql`
      update books.credit_applications set request_id = null, given = null, reason = '', told = ''
      where request_id = ${requestId}::uuid`);
    return { applicationId: null };
  }
  const [row] = await tx.execute<{ id: string }>(sql`
    update books.credit_applications set request_id = null, state = 'approved', decided_by = ${by.join(", ")},
      decided_at = clock_timestamp()
    where request_id = ${requestId}::uuid returning id`);
  return { applicationId: row?.id ?? null };
}
