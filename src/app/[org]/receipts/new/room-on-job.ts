// What the job of a house charge has left once the same receipt's payment on account is in: what posting will reckon with.
import { jobAfterPaid, jobRoom } from "@/domain/jobs/job-limit.ts";
import { allocateOldestFirst, type Applied, type OpenItem } from "@/domain/ledger/allocation.ts";
import type { Day } from "@/domain/values/day.ts";
import type { Cents } from "@/domain/values/money.ts";
import type { Customer } from "./use-customer.ts";

type Job = Customer["jobs"][number];
type Paid = {
  paidCents: Cents;
  applied: "oldest-first" | readonly Applied[];
  debts: readonly (OpenItem & { jobId?: string })[] | null;
  on: Day;
};

/** null where the job has no limit of its own, or where it isn't known what the payment settles: then posting says. */
export function roomOnJob(job: Job | null, { paidCents, applied, debts, on }: Paid): Cents | null {
  if (job === null) return null;
  if (paidCents <= 0) return job.roomCents;
  if (debts === null) return null;
  const settled = applied === "oldest-first" ? allocateOldestFirst(paidCents, on, debts).applied : applied;
  return jobRoom(jobAfterPaid(job.figures, { jobId: job.jobId, applied: settled, debts }));
}
