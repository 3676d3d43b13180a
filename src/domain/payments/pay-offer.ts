// What the customer behind a link can pay online, and how a payment of theirs stands.
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";
import type { OnlineState } from "./online-state.ts";

/** `name`: the invoice's number, or what the item is called. */
export type ChoosableItem = { itemId: number; name: string; dueOn: Day; openCents: Cents };

export type PayOffer = {
  /** What "all" comes to, 0 where nothing more can be paid, and what is past due of it, each after the credit that is used. */
  allCents: Cents;
  pastDueCents: Cents;
  creditCents: Cents;
  /** Of the open credit, what the business keeps aside: it isn't used. */
  setAsideCents: Cents;
  /** Paid, and not there yet: left out. */
  underWayCents: Cents;
  /** Disputed, and left out. */
  disputedCents: Cents;
  surcharge: string;
  smallestCents: Cents;
  items: ChoosableItem[];
};

/** As the one who pays it sees it. `creditCents`: of a payment that is there, what settled nothing. */
export type SeenPayment = {
  state: OnlineState;
  amountCents: Cents;
  surchargeCents: Cents;
  currency: string;
  creditCents: Cents;
  sessionUrl: string | null;
};
