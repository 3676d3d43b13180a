// Whether somebody runs the jobs that something is billed on: asked of who may bill their own only (domain/permission.ts).
import { sql, type SQL } from "drizzle-orm";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

/** `managerId`: of the jobs that they run only. */
export type WhoseJobs = { managerId: string | null };

/** Of a job `j`. */
export const ownJobs = ({ managerId }: WhoseJobs): SQL =>
  managerId === null ? sql`true` : sql`j.manager_id = ${managerId}::uuid`;

/** Refuses "not-your-job" for a job that they don't manage, for one that isn't there, and for none at all. */
export async function assertBillsJobs(
  { tx }: Books,
  userId: string,
  jobIds: readonly (string | null | undefined)[],
): Promise<void> {
  const asked = new Set(jobIds);
  const rows = await tx.execute<{ id: string }>(sql`
    select id from books.jobs
    where id = any (${sql.param([...asked].filter(Boolean))}::text[]::uuid[]) and manager_id = ${userId}::uuid`);
  if (asked.size === 0 || rows.length < asked.size) throw new Refusal("not-your-job", { field: "jobId" });
}
