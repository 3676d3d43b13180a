// What Stripe says of an online payment, in our words. It is asked for whole each time, so that it doesn't matter in which order, how
// often, or whether at all we were told of what happened.
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";

export type OnlineTruth = {
  /** "open": it can still be paid, or its money is on the way. */
  state: "open" | "paid" | "failed" | "expired";
  money: PaidMoney | null;
  /** What it is paid by, where the payer is done and the money isn't there yet: a bank account takes days. */
  underWayBy: string | null;
  /** Done, each by its own id; `failed`: it was, or would have been, and the money came back. */
  refunds: readonly { stripeId: string; amountCents: Cents; failed: boolean }[];
  /** Those for which money was taken; `won`: it came back. */
  chargebacks: readonly { stripeId: string; amountCents: Cents; won: boolean }[];
};

export type PaidMoney = {
  intentId: string;
  amountCents: Cents;
  paidOn: Day;
  /** "Visa 4242"; "" where Stripe says nothing. */
  by: string;
  /** null until Stripe says it. */
  feeCents: Cents | null;
};
