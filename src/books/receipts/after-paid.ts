// What a receipt's house charge is judged by: the account and the job once what the same receipt pays on account is in. It makes
// room, and what held the account for its age may be settled by it.
import { jobAfterPaid, type JobFigures } from "@/domain/jobs/job-limit.ts";
import { figuresAfter, sumOfEffects } from "@/domain/ledger/figures-after.ts";
import { heldForAgeOnceSettled } from "@/domain/ledger/holds.ts";
import { effectOf, type Posting } from "@/domain/ledger/posting.ts";
import type { Day } from "@/domain/values/day.ts";
import type { LockedAccount } from "../ledger/locked-account.ts";
import type { OpenDebt } from "../ledger/open-balances.ts";

/** `items`: what was open before, by the day on which it is due. */
type Paying = { payments: readonly Posting[]; items: readonly OpenDebt[] };

const appliedBy = (payments: readonly Posting[]) => payments.flatMap((payment) => payment.allocations);

export function accountAfterPaid(
  { figures, credit }: LockedAccount,
  { payments, items }: Paying,
  on: Day,
): Pick<LockedAccount, "figures" | "credit"> {
  const { after } = figuresAfter(figures, sumOfEffects(payments.map(effectOf)));
  if (payments.length === 0) return { figures: after, credit };
  const settled = { debts: items, applied: appliedBy(payments) };
  return {
    figures: after,
    credit: { ...credit, heldForAge: heldForAgeOnceSettled(credit.heldForAge, settled, on) },
  };
}

/** And of the job, by what they settle of its invoices. */
export const jobOncePaid = (
  job: JobFigures,
  { jobId, payments, items }: Paying & { jobId: string | null },
): JobFigures => jobAfterPaid(job, { jobId, applied: appliedBy(payments), debts: items });
