// Online payments as the business lists them, and what the list can be asked for.
import { CUSTOMER, listQuery, oneOf } from "../lists/list-query.ts";
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";
import { ONLINE_STATE_WORDS, type OnlineState, type ReturnKind } from "./online-state.ts";

export const onlineList = listQuery({
  filters: { ...CUSTOMER, state: oneOf(ONLINE_STATE_WORDS) },
  sorts: { begun: "desc" },
});

export type ListedOnlinePayment = {
  onlinePaymentId: string;
  customerId: string;
  customerName: string;
  currency: string;
  state: OnlineState;
  /** With its surcharge. */
  amountCents: Cents;
  surchargeCents: Cents;
  /** null until Stripe says it. */
  feeCents: Cents | null;
  payoutId: string | null;
  paidOutOn: Day | null;
  paymentId: string | null;
  paymentNumber: string | null;
  createdAt: string;
  intentId: string | null;
  returns: readonly ListedReturn[];
  fault: string | null;
};

/** `netCents`: what is away by it, negative where it came back. `fault`: why the books don't have it yet. */
export type ListedReturn = {
  kind: ReturnKind;
  amountCents: Cents;
  netCents: Cents;
  eventId: number | null;
  fault: string | null;
};
