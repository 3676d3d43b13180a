// The job of an invoice under its lock: its own customer's, not closed, and with room for what is charged. Said before the
// database would say it (functions/expose_jobs.sql, functions/invoice_on_job.sql).
import { sql } from "drizzle-orm";
import { jobRoom, type JobFigures } from "@/domain/jobs/job-limit.ts";
import { takesInvoices, type JobStatus } from "@/domain/jobs/job-status.ts";
import { Refusal } from "@/domain/refusal.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
import type { Gate } from "./post-statement.ts";

type Row = {
  own: boolean;
  status: JobStatus;
  archived: boolean;
  corrected: boolean;
  limit_cents: number | null;
  exposure: number;
};
type Promised = { reserved: number };

/** `corrects`: an invoice of theirs is corrected. On its own job nothing new is billed then, so that may be closed. */
type JobOf = { jobId: string; accountId: string; corrects?: string | null };

/**
 * To be asked for after the account is locked: every writer locks the account first, then the job. What is reserved on it
 * counts as used.
 */
export async function lockJobOf(
  { tx }: Books,
  { jobId, accountId, corrects = null }: JobOf,
): Promise<JobFigures> {
  const [row] = await tx.execute<Row>(sql`
    select books.survivor(j.customer_id) = books.survivor(a.customer_id) and j.currency = a.currency as own, j.status,
      j.archived_at is not null as archived, j.limit_cents, j.exposure,
      exists (select from books.invoices d where d.id = ${corrects}::uuid and d.job_id = j.id) as corrected
    from books.jobs j join books.accounts a on a.id = ${accountId}::uuid
    where j.id = ${jobId}::uuid for no key update of j`);
  // One that isn't there is answered like a neighbour's.
  if (!row?.own) throw new Refusal("job-of-another", { field: "jobId" });
  if (!row.corrected && !takesInvoices({ status: row.status, isArchived: row.archived }))
    throw new Refusal("job-closed", { field: "jobId" });
  if (row.limit_cents === null) return { limitCents: null, exposureCents: cents(row.exposure) };
  // Asked after the lock, under which all of them are made.
  const [promised] = await tx.execute<Promised>(sql`
    select books.reserved_on_job(org_id, id) as reserved from books.jobs where id = ${jobId}::uuid`);
  return {
    limitCents: cents(row.limit_cents),
    exposureCents: cents(row.exposure + (promised?.reserved ?? 0)),
  };
}

/** An approved override passes the job's limit, too. */
export function assertRoomOnJob(job: JobFigures, chargeCents: Cents, { overrideId }: Gate): void {
  const room = jobRoom(job);
  if (room !== null && overrideId === null && chargeCents > room)
    throw new Refusal("over-job-limit", { canChargeCents: room });
}
