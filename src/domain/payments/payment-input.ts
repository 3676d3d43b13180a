// What is said to record a payment, to apply one later, and to say that the bank returned it.
import { z } from "zod";
import { ReversalInput } from "../corrections/reversal-input.ts";
import { CustomerNote } from "../ledger/event-input.ts";
import { AppliedInput, AppliedToItem } from "../ledger/application-input.ts";
import { Period } from "../ledger/event-input.ts";
import { PAYMENT_METHODS, type MethodByHand, type PaymentMethod } from "../ledger/payment-method.ts";
import { AnyDay } from "../values/day-shape.ts";
import { PositiveCents } from "../values/money-shapes.ts";

const METHODS_BY_HAND = (Object.keys(PAYMENT_METHODS) as PaymentMethod[]).filter(
  (method): method is MethodByHand => method !== "online",
);
export const Method = z.enum(METHODS_BY_HAND);

export const NewPayment = z.strictObject({
  accountId: z.uuid(),
  amountCents: PositiveCents,
  method: Method,
  /** A check's number, a transfer's reference. */
  reference: z.string().trim().max(60).default(""),
  /** The number of the bank account that it went to; null for Undeposited Funds, where it waits for a deposit. */
  toAccount: z.string().max(20).nullable().default(null),
  receivedOn: AnyDay,
  period: Period,
  applied: AppliedInput,
  /** Kept for paying early, of items that this payment settles in full together with it. */
  discounts: z.array(AppliedToItem).max(1000).default([]),
  memo: z.string().max(2000).default(""),
  customerNote: CustomerNote,
});
export type NewPayment = z.output<typeof NewPayment>;
/** One that nobody typed, too: it may have come in online. */
export type PaymentToRecord = Omit<NewPayment, "method"> & { method: PaymentMethod };

/** Named by the address of its page: what can be none's id is not there. */
export const PaymentId = z.string().max(60);

/** What is open of one payment, applied later. */
export const PaymentApplication = z.strictObject({
  paymentId: PaymentId,
  appliedOn: AnyDay,
  applied: z.array(AppliedToItem).min(1).max(1000),
});
export type PaymentApplication = z.output<typeof PaymentApplication>;

export const PaymentReturn = z.strictObject({
  paymentId: PaymentId,
  /** Charged on. */
  feeCents: PositiveCents.optional(),
  ...ReversalInput,
});
export type PaymentReturn = z.output<typeof PaymentReturn>;
