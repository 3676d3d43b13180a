// What the API tells of payments, and of open credit that is applied, un-applied, set aside and refunded.
import { z } from "zod";
import { EVENT_KINDS } from "../ledger/account.ts";
import { PAYMENT_METHODS, type PaymentMethod } from "../ledger/payment-method.ts";
import { AnyInstant, AnySum, listOf, pageOf } from "../values/answer-shapes.ts";
import { AnyDay } from "../values/day-shape.ts";

const Payment = z.object({
  paymentId: z.string(),
  number: z.string().nullable(),
  eventId: z.number().int(),
  customerId: z.string(),
  customerNumber: z.string(),
  customerName: z.string(),
  reference: z.string(),
  memo: z.string(),
  receivedOn: AnyDay,
  currency: z.string(),
  amountCents: AnySum,
  appliedCents: AnySum,
  openCents: AnySum,
  cameBack: z.boolean(),
  toAccount: z.object({ code: z.string(), name: z.string() }).nullable(),
});
export const PaymentsAnswer = pageOf(Payment);

export const PaymentAnswer = Payment.extend({
  method: z.enum(Object.keys(PAYMENT_METHODS) as PaymentMethod[]),
  customerNote: z.string().nullable(),
  recordedAt: AnyInstant,
  period: AnyDay,
  settled: listOf(
    z.object({
      itemId: z.number().int(),
      name: z.string(),
      invoiceId: z.string().nullable(),
      dueOn: AnyDay,
      appliedOn: AnyDay,
      amountCents: AnySum,
    }),
  ),
  reversed: z
    .object({
      eventId: z.number().int(),
      kind: z.enum(["returned-payment", "reversal"]),
      on: AnyDay,
      reason: z.string(),
    })
    .nullable(),
});

export const NewPaymentAnswer = z.object({
  paymentId: z.string(),
  number: z.string(),
  eventId: z.number().int(),
  period: AnyDay,
  applied: listOf(z.object({ itemId: z.number().int(), amountCents: AnySum })),
  /** What is left of it, as open credit. */
  creditCents: AnySum,
});

/** The event that did it, and the month of the books that took it. */
export const PostedAnswer = z.object({ eventId: z.number().int(), period: AnyDay });
export const PostedReleasingAnswer = PostedAnswer.extend({ releasedEarmarks: listOf(z.string()) });

export const OpenCreditAnswer = z.object({
  account: z.object({
    accountId: z.string(),
    customerId: z.string(),
    currency: z.string(),
    /** The number of events on the account: say it back, and what happened meanwhile refuses the change. */
    seenSeq: z.number().int(),
  }),
  credits: listOf(
    z.object({
      creditId: z.number().int(),
      name: z.string(),
      kind: z.enum(EVENT_KINDS),
      paymentId: z.string().nullable(),
      creditMemoId: z.string().nullable(),
      countsFrom: AnyDay,
      amountCents: AnySum,
      openCents: AnySum,
    }),
  ),
  applications: pageOf(
    z.object({
      creditId: z.number().int(),
      itemId: z.number().int(),
      itemName: z.string(),
      appliedOn: AnyDay,
      amountCents: AnySum,
    }),
  ),
});

export const NewEarmarkAnswer = z.object({ earmarkId: z.string() });
export const ReleasedAnswer = z.object({ releasedCents: AnySum });
