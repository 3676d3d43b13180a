// Who can run a job, as the directory says it now, and what whoever asks may do with one: for the doors of jobs and of what
// is billed on them.
import { colleaguesIn } from "@/db/directory/members.ts";
import type { Office } from "@/books/jobs/jobs.ts";
import { assertBillsJobs } from "@/books/jobs/own-jobs.ts";
import type { Books } from "@/books/open.ts";
import { billsOwnJobsOnly, mayDo } from "@/domain/permission.ts";
import type { MemberActor } from "./actor.ts";

export async function officeOf({ member, books }: { member: MemberActor; books: Books }): Promise<Office> {
  return {
    members: await colleaguesIn(member.orgSlug, books.tx),
    mayLimit: mayDo(member.role, "limit:change"),
  };
}

/** Of whose jobs something may be billed by whoever asks: null for everybody's. */
export const billedBy = ({ role, userId }: MemberActor): { managerId: string | null } => ({
  managerId: billsOwnJobsOnly(role) ? userId : null,
});

/** Refuses "not-your-job" to a project manager for anything that isn't on a job of their own; an empty list is of none. */
export async function assertMayBill(
  { member, books }: { member: MemberActor; books: Books },
  jobIds: readonly (string | null | undefined)[],
): Promise<void> {
  if (billsOwnJobsOnly(member.role)) await assertBillsJobs(books, member.userId, jobIds);
}
