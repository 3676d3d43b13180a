// What is said to correct an account from the office: how much, from which day on, and why.
import { z } from "zod";
import { EventId } from "../ledger/event-input.ts";
import { PositiveCents } from "../values/money-shapes.ts";
import { ReversalInput } from "./reversal-input.ts";

export const NewAdjustment = z.strictObject({
  accountId: z.uuid(),
  amountCents: PositiveCents,
  ...ReversalInput,
});
export type NewAdjustment = z.output<typeof NewAdjustment>;

/** Of one item, or of part of it. */
export const NewWriteOff = NewAdjustment.extend({ itemId: EventId });
export type NewWriteOff = z.output<typeof NewWriteOff>;
