// What the list of jobs can be asked for.
import { z } from "zod";
import { billsOwnJobsOnly, type Role } from "../permission.ts";
import { CUSTOMER, SEARCH, listQuery, oneOf } from "../lists/list-query.ts";

/** All that are being worked on, unless jobs in one state, all of them, those put away, or those of whose retainage some may be billed today are asked for. */
export const JOB_FILTERS = {
  open: "Open",
  "on-hold": "On hold",
  complete: "Complete",
  closed: "Closed",
  all: "All",
  archived: "Archived",
  "may-be-billed": "May be billed",
} as const;
export type JobFilter = keyof typeof JOB_FILTERS;

/** Whose they are: a project manager sees their own unless all are asked for, everybody else all unless their own are. */
export const JOBS_OF = { mine: "My jobs", all: "All jobs" } as const;

/** The manager whose jobs are asked for; undefined: everybody's. */
export function managerAsked(
  { whose, managerId }: { whose?: keyof typeof JOBS_OF | undefined; managerId?: string | undefined },
  { userId, role }: { userId: string | null; role: Role | null },
): string | undefined {
  if (managerId !== undefined) return managerId;
  const isMine = whose === undefined ? role !== null && billsOwnJobsOnly(role) : whose === "mine";
  return isMine && userId !== null ? userId : undefined;
}

export const jobList = listQuery({
  filters: {
    ...SEARCH,
    ...CUSTOMER,
    show: oneOf(JOB_FILTERS),
    whose: oneOf(JOBS_OF),
    managerId: z.uuid().optional(),
  },
  sorts: { number: "asc", name: "asc", customer: "asc", contract: "desc", open: "desc" },
  params: { managerId: "manager" },
});
