// The part of an account's credit terms that people decide, and when two decisions are the same. Apart from the shape
// that a door accepts, so that a page isn't sent the whole of zod.
import type { CreditLimit, CreditTerms } from "../ledger/account.ts";

export type DecidedTerms = Pick<CreditTerms, "status" | "chargingAllowed" | "limit">;

export function sameLimit(a: CreditLimit, b: CreditLimit): boolean {
  if (a.kind === "limit" && b.kind === "limit") return a.limitCents === b.limitCents;
  return a.kind === b.kind;
}

export const sameTerms = (a: DecidedTerms, b: DecidedTerms): boolean =>
  a.status === b.status && a.chargingAllowed === b.chargingAllowed && sameLimit(a.limit, b.limit);

/** The terms that would hold, for saying what a change does before it is made. */
export const withDecided = (terms: CreditTerms, decided: DecidedTerms): CreditTerms => ({
  ...terms,
  ...decided,
  raisedUntil: terms.raisedUntil,
});
