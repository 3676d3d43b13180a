// What is said to take payments to the bank, and to undo that.
import { z } from "zod";
import { Reason } from "../corrections/reversal-input.ts";
import { Period } from "../ledger/event-input.ts";
import { AnyDay } from "../values/day-shape.ts";
import { DEPOSITED_AT_ONCE } from "./deposit.ts";

/** Named by the address of its page: what can be none's id is not there. */
export const DepositId = z.string().max(60);

export const NewDeposit = z.strictObject({
  /** In the order of the slip. */
  paymentIds: z
    .array(z.uuid())
    .min(1)
    .max(DEPOSITED_AT_ONCE)
    .refine((ids) => new Set(ids).size === ids.length, "A payment is in it twice."),
  /** The number of the bank account that it goes to; left out, the one that the business began with. */
  toAccount: z.string().max(20).optional(),
  depositedOn: AnyDay,
  period: Period,
  memo: z.string().trim().max(500).default(""),
});
export type NewDeposit = z.output<typeof NewDeposit>;

export const DepositReversal = z.strictObject({
  depositId: DepositId,
  on: AnyDay,
  period: Period,
  reason: Reason,
});
export type DepositReversal = z.output<typeof DepositReversal>;
