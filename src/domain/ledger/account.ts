// What one customer's account says of itself: its figures, its credit terms, and how much may still be charged to it.
// The formulas are product.md's.
import type { Day } from "../values/day.ts";
import { ZERO, cents, larger, minus, plus, type Cents } from "../values/money.ts";
import { heldForAgeOn, isOverHeld, type AgePolicy, type HeldForAge, type HoldFacts } from "./holds.ts";

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
  /** On hold by itself, because something has been due for too long; null once it is paid, and where nothing holds it. */
  heldForAge: HeldForAge | null;
  /** What somebody said when they put it on hold; left out where nobody did. */
  holdReason?: string;
  /** On hold by itself once more than this is in use above its limit; left out where nothing is. */
  holdOverCents?: Cents;
  limit: CreditLimit;
  /** The last day of a limit that is higher for a while; null when it is the standing one. */
  raisedUntil: Day | null;
  hasAddress: boolean;
  /** Left out where no limit but its own counts. */
  shared?: SharedLimit;
};

/** A limit that counts for several accounts together: the parent's of a family, at the parent and at each child. */
export type SharedLimit = {
  /** The parent, and their name. */
  customerId: string;
  name: string;
  /** At the parent itself. */
  isOwn: boolean;
  isOnHold: boolean;
  limit: CreditLimit;
  /** What the others have in use of it. */
  usedElsewhereCents: Cents;
};

/** The terms as they are kept: a standing limit, and a temporary one with its last day. */
export type KeptTerms = Pick<CreditTerms, "status" | "chargingAllowed" | "hasAddress"> & {
  /** What may put it on hold by itself; none of it where the account is exempt. */
  age: AgePolicy;
  holdOverCents: number | null;
  holdReason: string | null;
  unlimited: boolean;
  limitCents: number | null;
  temporaryLimitCents: number | null;
  temporaryUntil: Day | null;
  shared: KeptSharedLimit | null;
};

/** `isOnHold`: by hand; what holds it for age is told by its oldest debt. */
export type KeptSharedLimit = Omit<SharedLimit, "limit" | "usedElsewhereCents"> &
  Pick<KeptTerms, "unlimited" | "limitCents" | "temporaryLimitCents" | "temporaryUntil"> & {
    usedElsewhereCents: number;
    oldestDueOn: Day | null;
    afterDays: number | null;
  };

/** The terms that hold on a day: until its last day a temporary limit counts where it is the higher one. */
export function creditTermsOf(kept: KeptTerms, on: Day): CreditTerms {
  const { status, chargingAllowed, hasAddress, shared, holdReason, holdOverCents } = kept;
  return {
    status,
    chargingAllowed,
    heldForAge: heldForAgeOn(kept.age, on),
    hasAddress,
    ...(holdReason !== null && { holdReason }),
    ...(holdOverCents !== null && { holdOverCents: cents(holdOverCents) }),
    ...limitOn(kept, on),
    ...(shared && { shared: sharedOn(shared, on) }),
  };
}

type KeptLimit = Pick<KeptTerms, "unlimited" | "limitCents" | "temporaryLimitCents" | "temporaryUntil">;

/** The limit that counts on a day, and the last day of a temporary one that does. */
export function limitOn({ unlimited, limitCents, temporaryUntil, temporaryLimitCents }: KeptLimit, on: Day) {
  const raised = temporaryUntil !== null && temporaryUntil >= on ? temporaryLimitCents : null;
  const counts = raised !== null && !unlimited && raised > (limitCents ?? -1);
  return {
    limit: limitOf(unlimited, counts ? raised : limitCents),
    raisedUntil: counts ? temporaryUntil : null,
  };
}

function sharedOn(kept: KeptSharedLimit, on: Day): SharedLimit {
  const { customerId, name, isOwn } = kept;
  const isOnHold = kept.isOnHold || heldForAgeOn(kept, on) !== null;
  const { limit } = limitOn(kept, on);
  return { customerId, name, isOwn, isOnHold, limit, usedElsewhereCents: cents(kept.usedElsewhereCents) };
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
  /** `bound`: where it isn't the account's own limit that leaves no more. */
  | { kind: "amount"; amountCents: Cents; bound?: BoundBy }
  /** `about`: what holds it, where it is on hold and that is known. */
  | { kind: "refused"; because: WhyNot; about?: HoldFacts };
export type WhyNot =
  | Exclude<CreditStatus, "good">
  | "held-for-age"
  | "held-over"
  | "not-allowed"
  | "no-limit"
  | "no-address"
  | "parent-on-hold"
  | "no-shared-limit";
/** A shared limit that leaves less than the account's own: whose it is, what it is, what of it all have in use. */
export type BoundBy = { name: string; isOwn: boolean; limitCents: Cents; usedCents: Cents };

/**
 * Can Charge = limit − (balance − (open credit − earmarked)) − reserved, never below zero; of a limit that is shared, less
 * what the others use of it; the smaller where two count. A child without a limit of its own charges on its parent's. The
 * guards of the database (events_posted, limit_used, charge_addressed) say the same of what is charged; charging.db.test.ts
 * and shared-limit.db.test.ts hold the two together.
 */
export function canCharge(figures: AccountFigures, terms: CreditTerms): CanCharge {
  const because = whyNot(terms);
  if (because !== null) return refused(because, terms);
  const { limit, shared, holdOverCents } = terms;
  const used = usedOfLimit(figures);
  if (limit.kind === "limit" && holdOverCents !== undefined) {
    const overCents = minus(used, limit.limitCents);
    if (isOverHeld(overCents, holdOverCents))
      return { kind: "refused", because: "held-over", about: { overCents } };
  }
  const own = roomIn(limit, used);
  const usedCents = plus(shared?.usedElsewhereCents ?? ZERO, used);
  const room = shared ? roomIn(shared.limit, usedCents) : null;
  if (shared?.limit.kind === "limit" && room !== null && (own === null || room < own)) {
    const { name, isOwn, limit: all } = shared;
    return {
      kind: "amount",
      amountCents: room,
      bound: { name, isOwn, limitCents: all.limitCents, usedCents },
    };
  }
  return own === null ? { kind: "unlimited" } : { kind: "amount", amountCents: own };
}

function refused(because: WhyNot, { holdReason, heldForAge }: CreditTerms): CanCharge {
  if (because === "hold" && holdReason !== undefined)
    return { kind: "refused", because, about: { reason: holdReason } };
  if (because === "held-for-age" && heldForAge) return { kind: "refused", because, about: heldForAge };
  return { kind: "refused", because };
}

/** In the order in which a person would ask. */
function whyNot({
  status,
  heldForAge,
  chargingAllowed,
  limit,
  hasAddress,
  shared,
}: CreditTerms): WhyNot | null {
  if (status !== "good") return status;
  if (heldForAge) return "held-for-age";
  if (!chargingAllowed) return "not-allowed";
  const isChild = shared !== undefined && !shared.isOwn;
  if (isChild && shared.isOnHold) return "parent-on-hold";
  if (isChild && shared.limit.kind === "none") return "no-shared-limit";
  if (!isChild && limit.kind === "none") return "no-limit";
  return hasAddress ? null : "no-address";
}

/** Never below nothing; null where there is no upper limit. */
const roomIn = (limit: CreditLimit, used: Cents): Cents | null =>
  limit.kind === "limit" ? larger(ZERO, minus(limit.limitCents, used)) : null;

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
