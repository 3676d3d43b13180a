// What the customer behind a link can pay online, and how a payment of theirs stands.
import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";
import { offersTogether, type Offer } from "../values/terms.ts";
import type { OnlineState } from "./online-state.ts";
import type { PayableItem, PayPlan } from "./online.ts";

/** `name`: the invoice's number, or what the item is called; `offer`: what may be kept of it today. */
export type ChoosableItem = {
  itemId: number;
  name: string;
  dueOn: Day;
  openCents: Cents;
  offer: Offer | null;
};

export type PayOffer = {
  /** What "all" comes to, 0 where nothing more can be paid, and what is past due of it, each after the credit that is used. */
  allCents: Cents;
  pastDueCents: Cents;
  creditCents: Cents;
  /** Of all of it, what is kept for paying early, and the first last day of that; null for nothing. */
  kept: Offer | null;
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

/** What can be paid of one of the accounts that a parent's statement is of. */
export type PayOfferOfAccount = {
  accountId: string;
  customerNumber: string;
  customerName: string;
  offer: PayOffer;
};
/** `more`: how many accounts on which something is open aren't among these. */
export type FamilyPayOffer = { accounts: PayOfferOfAccount[]; more: number };

/** What a plan keeps for paying early, and the first day after which it is less. */
export function keptEarly({ items }: PayPlan, of: readonly PayableItem[]): Offer | null {
  const offers = new Map(of.map((item) => [item.itemId, item.offer]));
  return offersTogether(
    items.map(({ itemId, discountCents: offeredCents }) => {
      const offer = offeredCents > 0 ? offers.get(itemId) : null;
      return offer ? { offeredCents, untilOn: offer.untilOn } : null;
    }),
  );
}

/**
 * As the one who pays it sees it. `creditCents`: of a payment that is there, what settled nothing; `keptCents`: what was kept for
 * paying early, and `lostCents`: what was meant to be and wasn't.
 */
export type SeenPayment = {
  state: OnlineState;
  amountCents: Cents;
  surchargeCents: Cents;
  currency: string;
  creditCents: Cents;
  keptCents: Cents;
  lostCents: Cents;
  sessionUrl: string | null;
};
