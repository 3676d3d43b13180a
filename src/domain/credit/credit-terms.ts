// The part of an account's credit terms that people decide, and when two decisions are the same. Apart from the shape
// that a door accepts, so that a page isn't sent the whole of zod.
import { limitOn, type CreditLimit, type CreditTerms } from "../ledger/account.ts";
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";

/** A limit that counts, where it is the higher one, to the end of its last day. */
export type TemporaryLimit = { limitCents: Cents; until: Day };

/** `limit`: the standing one. */
export type DecidedTerms = Pick<CreditTerms, "status" | "chargingAllowed" | "limit"> & {
  temporary: TemporaryLimit | null;
  /** Never put on hold by itself. */
  holdExempt: boolean;
  /** When somebody looks at it again. */
  reviewOn: Day | null;
};

/** What an earlier decision didn't know of yet. */
export const NOTHING_DECIDED = { temporary: null, holdExempt: false, reviewOn: null } as const;

export function sameLimit(a: CreditLimit, b: CreditLimit): boolean {
  if (a.kind === "limit" && b.kind === "limit") return a.limitCents === b.limitCents;
  return a.kind === b.kind;
}

export const sameTerms = (a: DecidedTerms, b: DecidedTerms): boolean =>
  a.status === b.status &&
  a.chargingAllowed === b.chargingAllowed &&
  sameLimit(a.limit, b.limit) &&
  sameTemporary(a.temporary, b.temporary) &&
  a.holdExempt === b.holdExempt &&
  a.reviewOn === b.reviewOn;

export const sameTemporary = (a: TemporaryLimit | null, b: TemporaryLimit | null): boolean =>
  a?.limitCents === b?.limitCents && a?.until === b?.until;

/** The terms that would hold on a day, for saying what a change does before it is made. */
export function withDecided(terms: CreditTerms, decided: DecidedTerms, on: Day): CreditTerms {
  const { status, chargingAllowed, limit, temporary, holdExempt } = decided;
  const { holdOverCents, heldForAge, ...rest } = terms;
  const kept = {
    unlimited: limit.kind === "unlimited",
    limitCents: limit.kind === "limit" ? limit.limitCents : null,
    temporaryLimitCents: temporary?.limitCents ?? null,
    temporaryUntil: temporary?.until ?? null,
  };
  return {
    ...rest,
    status,
    chargingAllowed,
    ...limitOn(kept, on),
    heldForAge: holdExempt ? null : heldForAge,
    ...(!holdExempt && holdOverCents !== undefined && { holdOverCents }),
  };
}
