// Which changes of credit terms take a second person, and what becomes of a request for one.
import { z } from "zod";
import type { Cents } from "../values/money.ts";
import type { DecidedTerms } from "./credit-terms.ts";

/** More than may be decided alone, and more than it was; the guard of the database says the same (limit_approved). */
export const needsApproval = (
  before: DecidedTerms,
  after: DecidedTerms,
  approveAboveCents: Cents | null,
): boolean =>
  approveAboveCents !== null && mostOf(after) > approveAboveCents && mostOf(after) > mostOf(before);

/** The most that terms let be owed on any day. */
function mostOf({ limit, temporary }: DecidedTerms): number {
  if (limit.kind === "unlimited") return Number.POSITIVE_INFINITY;
  return Math.max(limit.kind === "limit" ? limit.limitCents : -1, temporary?.limitCents ?? -1);
}

export const LIMIT_REQUEST_STATES = ["waiting", "approved", "declined", "withdrawn"] as const;
export type LimitRequestState = (typeof LIMIT_REQUEST_STATES)[number];

export const LimitRequestId = z.strictObject({ requestId: z.uuid() });

export const DeclinedLimit = z.strictObject({
  requestId: z.uuid(),
  answer: z.string().trim().min(3, "Say why not, in a few words.").max(500),
});
