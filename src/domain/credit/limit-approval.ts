// Which changes of credit terms take a second person, and what becomes of a request for one.
import { z } from "zod";
import type { Cents } from "../values/money.ts";
import type { DecidedTerms } from "./credit-terms.ts";

/**
 * A standing limit above what one person may give alone that is more than the standing one was; or a limit for a while above
 * both, unless the one before was as high and as long. The guard of the database says the same (more_credit).
 */
export function needsApproval(before: DecidedTerms, after: DecidedTerms, aloneCents: Cents | null): boolean {
  if (aloneCents === null) return false;
  const most = Math.max(aloneCents, standingOf(before));
  if (standingOf(after) > most) return true;
  const [was, now] = [before.temporary, after.temporary];
  if (now === null || now.limitCents <= most) return false;
  return was === null || now.limitCents > was.limitCents || now.until > was.until;
}

function standingOf({ limit }: DecidedTerms): number {
  if (limit.kind === "unlimited") return Number.POSITIVE_INFINITY;
  return limit.kind === "limit" ? limit.limitCents : -1;
}

/** Said at a row of a file whose limit takes a second person. */
export const TAKES_TWO =
  "That is more than one person may give. Ask for it under the customer’s credit terms, where somebody else approves it.";

export const LIMIT_REQUEST_STATES = ["waiting", "approved", "declined", "withdrawn"] as const;
export type LimitRequestState = (typeof LIMIT_REQUEST_STATES)[number];

export const LimitRequestId = z.strictObject({ requestId: z.uuid() });

export const DeclinedLimit = z.strictObject({
  requestId: z.uuid(),
  answer: z.string().trim().min(3, "Say why not, in a few words.").max(500),
});
