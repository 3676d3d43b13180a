// Who applied for credit and was declined is forgotten a year later: their words and files go, what was answered when stays.
import { sql } from "drizzle-orm";
import type { Books } from "../open.ts";

/** Whether there is anybody to forget. */
export async function areApplicationsOver({ tx }: Books): Promise<boolean> {
  const [row] = await tx.execute<{ over: boolean }>(sql`
    select exists (select from books.credit_applications where state = 'declined' and forgotten_at is null
      and decided_at < clock_timestamp() - interval '12 months') as over`);
  return row?.over ?? false;
}

/** Of every application that was declined twelve months ago; the database knows which those are. */
export async function forgetApplications({ tx }: Books): Promise<{ forgotten: number }> {
  const [row] = await tx.execute<{ forgotten: number }>(
    sql`select books.forget_applications()::int as forgotten`,
  );
  return { forgotten: row?.forgotten ?? 0 };
}
