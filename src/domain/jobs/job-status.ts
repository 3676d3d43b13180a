// How a job stands, and whether new work on it can be billed.
export const JOB_STATUSES = ["open", "on-hold", "complete", "closed"] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

export const JOB_STATUS_WORDS: Readonly<Record<JobStatus, string>> = {
  open: "Open",
  "on-hold": "On hold",
  complete: "Complete",
  closed: "Closed",
};

/** Retainage that was held back before is billed even so. */
export const takesInvoices = (job: { status: JobStatus; isArchived: boolean }): boolean =>
  job.status !== "closed" && !job.isArchived;
