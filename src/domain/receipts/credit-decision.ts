// Whether an amount may be charged to an account, as a till is answered: yes or no, with the reason, the figures, and what
// would make it pass. The rules are canCharge's and the job's limit; a decision adds none.
import { z } from "zod";
import { canCharge, type AccountFigures, type CanCharge, type CreditTerms } from "../ledger/account.ts";
import { AnyCents, Currency, PositiveCents } from "../values/money-shapes.ts";
import { ZERO, type Cents } from "../values/money.ts";
import { ReceiptLine } from "./receipt.ts";
import { DrawnSignature } from "./signature-input.ts";

/** How long the room is kept: a quarter of an hour unless a till asks for less or more. */
export const EXPIRY_SECONDS = { least: 1, usual: 15 * 60, most: 24 * 60 * 60 };

export const NewDecision = z.strictObject({
  /** The customer's number or id. */
  customer: z.string().min(1).max(100),
  /** The business's own where it is left out. */
  currency: Currency.optional(),
  amountCents: PositiveCents,
  /** The customer's job that the charge is for. */
  jobId: z.uuid().nullable().default(null),
  /** Who charges, their PIN where they have one, and the purchase order, where the account or the job asks for them. */
  buyerId: z.uuid().nullable().default(null),
  buyerPin: z.string().max(20).default(""),
  poNumber: z.string().trim().max(60).default(""),
  /** A blanket purchase order: a yes keeps its room, too. */
  orderId: z.uuid().nullable().default(null),
  /** What the till calls the sale; printed on the receipt where nothing else is said. */
  reference: z.string().trim().max(200).default(""),
  expiresInSeconds: z
    .number()
    .int()
    .min(EXPIRY_SECONDS.least)
    .max(EXPIRY_SECONDS.most)
    .default(EXPIRY_SECONDS.usual),
});
export type NewDecision = z.output<typeof NewDecision>;

export const NewCapture = z.strictObject({
  decisionId: z.uuid(),
  /** Left out: all that was reserved. What isn't captured is given back. */
  amountCents: PositiveCents.optional(),
  /** What was sold; left out, the receipt has one line with the reference. Their total and tax are the amount. */
  lines: z.array(ReceiptLine).min(1).max(500).optional(),
  /** What the customer signed for it: a person's capture takes one where the business asks for it, a program's may have one. */
  signature: DrawnSignature.optional(),
  note: z.string().trim().max(500, "Shorten it to 500 characters.").default(""),
});
export type NewCapture = z.output<typeof NewCapture>;

const WHY_NOT = [
  "hold",
  "charge-off",
  "closed",
  "held-for-age",
  "held-over",
  "not-allowed",
  "no-limit",
  "no-address",
  "parent-on-hold",
  "no-shared-limit",
  "archived",
  "buyer-needed",
  "buyer-not-authorised",
  "over-buyer-limit",
  "po-needed",
  "order-needed",
  "order-ended",
  "over-order",
  "over-limit",
  "over-shared-limit",
  "over-job-limit",
] as const;
export type DecidedNo = (typeof WHY_NOT)[number];

/** As they were when it was decided, before what was asked for. */
export const DecisionFigures = z.strictObject({
  /** null: none is set, or `unlimited`. */
  limitCents: AnyCents.nullable(),
  unlimited: z.boolean(),
  balanceCents: AnyCents,
  openCreditCents: AnyCents,
  earmarkedCents: AnyCents,
  /** For charges to come, without this one. */
  reservedCents: AnyCents,
  /** null: any amount. */
  canChargeCents: AnyCents.nullable(),
  /** What the job's own limit leaves; null where none counts. */
  jobRoomCents: AnyCents.nullable(),
});
export type DecisionFigures = z.output<typeof DecisionFigures>;

export const Decision = z.strictObject({
  decisionId: z.uuid(),
  approved: z.boolean(),
  amountCents: AnyCents,
  currency: z.string(),
  customerId: z.uuid(),
  because: z.enum(WHY_NOT).nullable(),
  /** `because`, for people. */
  reason: z.string().nullable(),
  wouldPass: z.string().nullable(),
  figures: DecisionFigures,
  /** Until when the room is kept; null where it was refused. */
  expiresAt: z.string().nullable(),
});
export type Decision = z.output<typeof Decision>;

/** The receipt that a capture made, and its invoice. */
export const CapturedReservation = z.strictObject({
  receiptId: z.uuid(),
  /** The receipt's. */
  number: z.string(),
  houseCharge: z.strictObject({ invoiceId: z.uuid(), number: z.string(), eventId: z.number() }),
  capturedCents: AnyCents,
  /** Given back. */
  releasedCents: AnyCents,
});
export type CapturedReservation = z.output<typeof CapturedReservation>;

export const ReleasedReservation = z.strictObject({ releasedCents: AnyCents });
export type ReleasedReservation = z.output<typeof ReleasedReservation>;

/** What a decision was, and what became of it by now. */
export const KeptDecision = z.strictObject({
  decisionId: z.uuid(),
  state: z.enum(["refused", "reserved", "captured", "released", "expired"]),
  amountCents: AnyCents,
  currency: z.string(),
  customerId: z.uuid(),
  because: z.enum(WHY_NOT).nullable(),
  figures: DecisionFigures,
  decidedAt: z.string(),
  expiresAt: z.string().nullable(),
  capturedCents: AnyCents.nullable(),
  receiptId: z.uuid().nullable(),
});
export type KeptDecision = z.output<typeof KeptDecision>;

/** Room that is kept just now. */
export const LiveReservation = z.strictObject({
  decisionId: z.uuid(),
  amountCents: AnyCents,
  reference: z.string(),
  jobName: z.string().nullable(),
  askedBy: z.string(),
  reservedAt: z.string(),
  expiresAt: z.string(),
});
export type LiveReservation = z.output<typeof LiveReservation>;

export type Facts = {
  figures: AccountFigures;
  credit: CreditTerms;
  isArchived: boolean;
  /** What the job's own limit leaves; null where none counts. */
  jobRoomCents: Cents | null;
};

export type Decided = { because: DecidedNo | null; figures: DecisionFigures; can: CanCharge };

/** What is missing is asked for in the order in which the counter asks: the account, its limits, the job's. */
export function decideCharge(facts: Facts, amountCents: Cents): Decided {
  const { figures, credit, isArchived, jobRoomCents } = facts;
  const can = canCharge(figures, credit);
  return { because: whyNot(), figures: figuresOf(facts, can), can };

  function whyNot(): DecidedNo | null {
    if (isArchived) return "archived";
    if (can.kind === "refused") return can.because;
    if (can.kind === "amount" && amountCents > can.amountCents)
      return can.bound ? "over-shared-limit" : "over-limit";
    return jobRoomCents !== null && amountCents > jobRoomCents ? "over-job-limit" : null;
  }
}

function figuresOf({ figures, credit, jobRoomCents }: Facts, can: CanCharge): DecisionFigures {
  const { balanceCents, openCreditCents, earmarkedCents, reservedCents } = figures;
  const own = credit.limit.kind === "none" && credit.shared ? credit.shared.limit : credit.limit;
  return {
    limitCents: own.kind === "limit" ? own.limitCents : null,
    unlimited: own.kind === "unlimited",
    balanceCents,
    openCreditCents,
    earmarkedCents,
    reservedCents,
    canChargeCents: can.kind === "unlimited" ? null : can.kind === "amount" ? can.amountCents : ZERO,
    jobRoomCents,
  };
}
