// Autopay as the customer behind their link sees it, and as the business lists it.
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";
import type { ChargeState } from "./autopay.ts";

/** `told`: what was announced and isn't taken yet. */
export type SeenAutopay = {
  autopayId: string;
  /** Not yet: we wait to hear that Stripe has the means to pay. */
  isActive: boolean;
  onDay: number;
  mostCents: Cents | null;
  paidBy: string;
  nextOn: Day;
  told: { amountCents: Cents; on: Day } | null;
};

export type ListedAutopay = {
  autopayId: string;
  customerId: string;
  customerName: string;
  currency: string;
  onDay: number;
  mostCents: Cents | null;
  paidBy: string;
  nextOn: Day;
  startedAt: string;
  /** The last that was reckoned; `fault`: why it isn’t told yet, or wasn’t taken. */
  last: { on: Day; amountCents: Cents; state: ChargeState; isTold: boolean; fault: string } | null;
};
