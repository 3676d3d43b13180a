// What people are told of by mail, beside what customers say: the queues, and what a job of each holds.

/** A change of credit terms that waits: who may answer is to be told, or one of them. */
export const LIMIT_QUEUE = "limit-asked";
export type LimitJob = { tenant: string; requestId: string; userId?: string };

/** An application for credit: whoever answers it is to be told that it came, or one of them; or who applied, what was answered. */
export const APPLICATION_QUEUE = "credit-application";
export type ApplicationJob = {
  tenant: string;
  applicationId: string;
  what: "came" | "answered";
  userId?: string;
};

/** An override that is asked for, to be told to those who may approve it. */
export const OVERRIDE_QUEUE = "override-asked";
export type OverrideJob = { tenant: string; overrideId: string };
