// Who can run a job, as the directory says it now, and what whoever asks may do with one: for the doors of jobs and of what
// is billed on them.
import { colleaguesIn } from "@/db/directory/members.ts";
import type { Office } from "@/books/jobs/jobs.ts";
import { assertBillsJobs } from "@/books/jobs/own-jobs.ts";
import type { Books } from "@/books/open.ts";
import { billsOwnJobsOnly } from "@/domain/permission.ts";
import { may, type Insider } from "./actor.ts";

export async function officeOf({ member, books }: { member: Insider; books: Books }): Promise<Office> {
  return {
    members: await colleaguesIn(member.orgSlug, books.tx),
    mayLimit: may(member, "limit:change"),
  };
}

/** Of whose jobs something may be billed by whoever asks: null for everybody's. */
export const billedBy = (member: Insider): { managerId: string | null } => ({
  managerId: ownJobsOf(member),
});

/** Who may bill only the jobs that they run; null for whoever may bill everybody's, as a key may. */
export const ownJobsOf = ({ kind, role, userId }: Insider): string | null =>
  kind === "member" && billsOwnJobsOnly(role) ? userId : null;

/** Refuses "not-your-job" to a project manager for anything that isn't on a job of their own; an empty list is of none. */
export async function assertMayBill(
  { member, books }: { member: Insider; books: Books },
  jobIds: readonly (string | null | undefined)[],
): Promise<void> {
  const managerId = ownJobsOf(member);
  if (managerId !== null) await assertBillsJobs(books, managerId, jobIds);
}
