// One customer's account as a person reads it: the figures at the top of the A/R page, the unpaid invoices,
// and the history with its running balance. Formulas are product.md's.
import type { Aging } from "./aging.ts";
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

export type UnpaidInvoice = {
  itemId: number;
  documentId: string | null;
  /** Its invoice, where it is one. */
  invoiceId: string | null;
  /** What the document is called: an invoice number, or the kind of item when it has none. */
  number: string;
  /** The receipt that the charge came from. */
  receiptNumber: string | null;
  receiptId: string | null;
  /** Number and name. */
  job: string | null;
  issuedOn: Day;
  dueOn: Day;
  /** Positive when late, zero or negative when not yet due, as of the day asked for. */
  daysPastDue: number;
  amountCents: Cents;
  openCents: Cents;
  /** Payable now: the open amount less an unexpired prompt-payment discount. */
  dueCents: Cents;
};

/** Of all unpaid invoices that match, not only of those on a page. */
export type UnpaidTotals = { count: number; amountCents: Cents; openCents: Cents; dueCents: Cents };

export const EVENT_KINDS = [
  "invoice",
  "opening",
  "credit-memo",
  "payment",
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

export type HistoryLine = {
  /** The Event ID: unique within the business, gaps allowed. */
  eventId: number;
  effectiveOn: Day;
  recordedAt: string;
  kind: EventKind;
  /** "Invoice", "Check 4471", "House charge": what a person calls it. */
  type: string;
  invoiceNumber: string | null;
  invoiceId: string | null;
  paymentId: string | null;
  /** The receipt that it was charged, paid or credited on. */
  receiptNumber: string | null;
  receiptId: string | null;
  chargeCents: Cents;
  creditCents: Cents;
  /** Net balance after this line, in order of effective date, then Event ID. */
  balanceCents: Cents;
  /** Total payment of the transaction when the receipt held other purchases. */
  totalPaidCents: Cents | null;
  notes: string;
};

/** By which event a line was taken back, and which one it takes back itself; null for neither. */
export type Undone = { reverses: number | null; reversedBy: number | null };

/** A page of history, newest first. */
export type HistoryPage = {
  lines: (HistoryLine & Undone)[];
  /** Where the older lines start; null where the account began. */
  next: string | null;
  /** Where the newer lines start; null on the newest page. */
  newer: string | null;
  /** A search reads so many events at a time: the day it came to; null when there was nothing left to read. */
  lookedTo: Day | null;
};

/** Everything the A/R page draws, read in one snapshot. */
export type AccountPage = {
  accountId: string;
  customerId: string;
  /** The number of a customer merged into this one, when it was that which was asked for. */
  mergedFrom: string | null;
  /** The numbers of the customers merged into this one. */
  mergedNumbers: readonly string[];
  customerNumber: string;
  name: string;
  terms: string;
  email: string | null;
  /** What whoever serves them should know. */
  memo: string;
  isArchived: boolean;
  currency: string;
  /** Of each account that the customer has, the business's own first. */
  currencies: readonly string[];
  asOf: Day;
  /** As it was known at this instant; null is now. */
  knownAt: string | null;
  /** Today as known now: nothing on the page is of the past. */
  isToday: boolean;
  /** On hold whether somebody did it or age. */
  status: CreditStatus;
  limit: CreditLimit;
  /** The last day of the limit, where it is a temporary one. */
  limitUntil: Day | null;
  figures: AccountFigures;
  canCharge: CanCharge;
  /** As they stand today, whatever day the page speaks of. */
  credit: CreditTerms;
  aging: Aging;
  /** A page of those that match, and where the following one starts. */
  unpaid: UnpaidInvoice[];
  unpaidNext: string | null;
  unpaidTotals: UnpaidTotals;
  /** Of all that is unpaid, whatever is looked for. */
  unpaidCount: number;
  earmarks: { id: string; amountCents: Cents; note: string; by: string; madeAt: string }[];
  history: HistoryPage;
};
