// What the list of jobs can be asked for.
import { z } from "zod";
import { CUSTOMER, SEARCH, listQuery, oneOf } from "../lists/list-query.ts";

/** All that are being worked on, unless jobs in one state, all of them, or those put away are asked for. */
export const JOB_FILTERS = {
  open: "Open",
  "on-hold": "On hold",
  complete: "Complete",
  closed: "Closed",
  all: "All",
  archived: "Archived",
} as const;
export type JobFilter = keyof typeof JOB_FILTERS;

export const jobList = listQuery({
  filters: { ...SEARCH, ...CUSTOMER, show: oneOf(JOB_FILTERS), managerId: z.uuid().optional() },
  sorts: { number: "asc", name: "asc", customer: "asc", contract: "desc", open: "desc" },
  params: { managerId: "manager" },
});
