// What is said to refund open credit: how much, how the money went, and why.
import { z } from "zod";
import type { PaymentMethod } from "../ledger/payment-method.ts";
import { Reason } from "../corrections/reversal-input.ts";
import { CustomerNote, EventId, Period, SeenSeq } from "../ledger/event-input.ts";
import { AnyDay } from "../values/day-shape.ts";
import { PositiveCents } from "../values/money-shapes.ts";
import { Method } from "./payment-input.ts";

export const NewRefund = z.strictObject({
  accountId: z.uuid(),
  amountCents: PositiveCents,
  refundedOn: AnyDay,
  /** One payment's credit; left out, the oldest first. */
  creditId: EventId.optional(),
  method: Method.default("record-only"),
  reference: z.string().trim().max(60).default(""),
  reason: Reason,
  customerNote: CustomerNote,
  seenSeq: SeenSeq,
  period: Period,
});
export type NewRefund = z.output<typeof NewRefund>;
export type RefundToPost = Omit<NewRefund, "method"> & { method: PaymentMethod };
