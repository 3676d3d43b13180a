// What is said of an override, in the app and in its mail.
import type { OverrideCause, OverrideState } from "./override.ts";

export const OVERRIDE_CAUSE: Readonly<Record<OverrideCause, string>> = {
  "over-limit": "Above what the account can charge",
  "over-job-limit": "Above what is left of the job’s limit",
  hold: "The account is on hold",
  "held-for-age": "On hold: something has been due for too long",
  "held-over": "On hold: too much is in use above the limit",
  "no-limit": "No credit limit is set",
  "no-shared-limit": "The parent has no credit limit",
  "parent-on-hold": "The parent is on hold",
};

export const OVERRIDE_STATE: Readonly<Record<OverrideState, string>> = {
  waiting: "Waiting",
  approved: "Approved",
  used: "Used",
  declined: "Declined",
  lapsed: "Lapsed",
};

/** "15 minutes", "1 hour", "24 hours". */
export const minutesWords = (minutes: number): string =>
  minutes < 60 ? `${minutes} minutes` : minutes === 60 ? "1 hour" : `${minutes / 60} hours`;
