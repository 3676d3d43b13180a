// What one customer's account says of itself: its figures, its credit terms, and how much may still be charged to it.
// The formulas are product.md's.
import type { Day } from "../values/day.ts";
import { ZERO, cents, larger, minus, plus, type Cents } from "../values/money.ts";

export const CREDIT_STATUSES = ["good", "hold", "charge-off", "closed"] as const;
export type CreditStatus = (typeof CREDIT_STATUSES)[number];

export type CreditLimit = { kind: "none" } | { kind: "unlimited" } | { kind: "limit"; limitCents: Cents };

/** As it is stored: a flag for unlimited, never a zero; null is no limit set. */
export function limitOf(unlimited: boolean, limitCents: number | null): CreditLimit {
  if (unlimited) return { kind: "unlimited" };
  return limitCents === null ? { kind: "none" } : { kind: "limit", limitCents: cents(limitCents) };
}

/** What decides whether a customer may charge, on one day. */
export type CreditTerms = {
  status: CreditStatus;
  chargingAllowed: boolean;
  /** Put on hold by itself, because something has been due for too long. */
  heldForAge: boolean;
  limit: CreditLimit;
  /** The last day of a limit that is higher for a while; null when it is the standing one. */
  raisedUntil: Day | null;
  hasAddress: boolean;
};

/** The terms as they are kept: a standing limit, and a temporary one with its last day. */
export type KeptTerms = Pick<CreditTerms, "status" | "chargingAllowed" | "heldForAge" | "hasAddress"> & {
  unlimited: boolean;
  limitCents: number | null;
  temporaryLimitCents: number | null;
  temporaryUntil: Day | null;
};

/** The terms that hold on a day: until its last day a temporary limit counts where it is the higher one. */
export function creditTermsOf(kept: KeptTerms, on: Day): CreditTerms {
  const { status, chargingAllowed, heldForAge, hasAddress, unlimited, limitCents, temporaryUntil } = kept;
  const raised = temporaryUntil !== null && temporaryUntil >= on ? kept.temporaryLimitCents : null;
  const counts = raised !== null && !unlimited && raised > (limitCents ?? -1);
  return {
    status,
    chargingAllowed,
    heldForAge,
    hasAddress,
    limit: limitOf(unlimited, counts ? raised : limitCents),
    raisedUntil: counts ? temporaryUntil : null,
  };
}

export type AccountFigures = {
  balanceCents: Cents;
  openCreditCents: Cents;
  earmarkedCents: Cents;
  reservedCents: Cents;
  retainedCents: Cents;
  /** Account balance less open credit. */
  netCents: Cents;
  /** The business's setting: credit that is set aside counts towards Can Charge, too. */
  countEarmarked: boolean;
};

export type CanCharge =
  | { kind: "unlimited" }
  | { kind: "amount"; amountCents: Cents }
  | { kind: "refused"; because: WhyNot };
export type WhyNot =
  | Exclude<CreditStatus, "good">
  | "held-for-age"
  | "not-allowed"
  | "no-limit"
  | "no-address";

/**
 * Can Charge = limit − (balance − (open credit − earmarked)) − reserved, never below zero. The guards of the database
 * (events_posted, charge_addressed) say the same of what is charged; charging.db.test.ts holds the two together.
 */
export function canCharge(figures: AccountFigures, terms: CreditTerms): CanCharge {
  if (terms.status !== "good") return { kind: "refused", because: terms.status };
  if (terms.heldForAge) return { kind: "refused", because: "held-for-age" };
  if (!terms.chargingAllowed) return { kind: "refused", because: "not-allowed" };
  if (terms.limit.kind === "none") return { kind: "refused", because: "no-limit" };
  if (!terms.hasAddress) return { kind: "refused", because: "no-address" };
  if (terms.limit.kind === "unlimited") return { kind: "unlimited" };
  const headroom = minus(terms.limit.limitCents, usedOfLimit(figures));
  return { kind: "amount", amountCents: larger(ZERO, headroom) };
}

/**
 * How much of a limit is in use: what is owed less the credit that is free, plus what is reserved. Which credit is free
 * is said here and in events_posted, and nowhere else: earmarked credit isn't, unless the business counts it.
 */
export function usedOfLimit(figures: AccountFigures): Cents {
  const freeCredit = countingCreditOf(figures);
  return plus(minus(figures.balanceCents, freeCredit), figures.reservedCents);
}

/** The credit that widens what can be charged. */
export const countingCreditOf = (
  figures: Pick<AccountFigures, "openCreditCents" | "earmarkedCents" | "countEarmarked">,
): Cents =>
  figures.countEarmarked ? figures.openCreditCents : minus(figures.openCreditCents, figures.earmarkedCents);
export const EVENT_KINDS = [
  "invoice",
  "opening",
  "credit-memo",
  "payment",
  "deposit",
  "application",
  "un-application",
  "refund",
  "returned-payment",
  "returned-payment-fee",
  "adjustment-up",
  "adjustment-down",
  "write-off",
  "recovery",
  "finance-charge",
  "discount",
  "retainage-release",
  "transfer-out",
  "transfer-in",
  "reversal",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
