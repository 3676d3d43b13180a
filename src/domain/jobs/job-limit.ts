// How much can still be charged on a job: what its own limit leaves, beside what the account's does. The guard of the
// database (expose_jobs) says the same of what is charged.
import type { Applied } from "../ledger/allocation.ts";
import { ZERO, larger, minus, sum, type Cents } from "../values/money.ts";

export type JobFigures = {
  /** null: no limit of its own. */
  limitCents: Cents | null;
  /** Left to pay of all its invoices. */
  exposureCents: Cents;
};

/** Never below nothing; null where only the account's limit counts. */
export const jobRoom = ({ limitCents, exposureCents }: JobFigures): Cents | null =>
  limitCents === null ? null : larger(ZERO, minus(limitCents, exposureCents));

type Settled = {
  jobId: string | null;
  applied: readonly Applied[];
  /** What was open, by the job that it is of. */
  debts: readonly { itemId: number; jobId?: string | null }[];
};

/** What is paid on the same receipt makes room on the job whose invoices it settles. */
export function jobAfterPaid(job: JobFigures, { jobId, applied, debts }: Settled): JobFigures {
  const ofJob = new Set(debts.filter((debt) => debt.jobId === jobId).map(({ itemId }) => itemId));
  const settled = sum(applied.filter(({ itemId }) => ofJob.has(itemId)).map((each) => each.amountCents));
  return { ...job, exposureCents: minus(job.exposureCents, settled) };
}
