// Credit that is kept for a charge to come. Its time is over by itself: what has expired counts nowhere (RESERVED); here it
// is written down, so that there is little of it to leave out.
import { sql } from "drizzle-orm";
import type { Books } from "../open.ts";

/** To be called under the accounts' locks. */
export async function endExpired({ tx }: Books, accountIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update books.reservations set ended_at = clock_timestamp(), ended_as = 'expired', ended_by = 'Onaccount'
    where account_id = any (${sql.param([...accountIds])}::uuid[]) and ended_at is null and expires_at <= statement_timestamp()`);
}
