// What an event was, in a sentence that a customer would understand.
import type { EventKind } from "./account.ts";
import type { EventPage } from "./event.ts";
import { larger, negative, sum, type Cents } from "../values/money.ts";

const WORDS: Record<EventKind, (amount: string) => string> = {
  invoice: (amount) => `The customer was invoiced ${amount}.`,
  opening: (amount) => `${amount} was brought forward when the books began.`,
  "credit-memo": (amount) => `The customer was credited ${amount} by a credit memo.`,
  payment: (amount) => `The customer paid ${amount}.`,
  deposit: () => "Money that the customer had paid was taken to the bank, or such a deposit was reversed.",
  application: (amount) => `${amount} of open credit was applied to what is owed. No money moved.`,
  "un-application": (amount) => `${amount} that had been applied was made open credit again. No money moved.`,
  refund: (amount) => `${amount} of open credit was paid back to the customer.`,
  "returned-payment": (amount) =>
    `A payment of ${amount} came back unpaid; what it had settled is owed again.`,
  "returned-payment-fee": (amount) => `The customer was charged ${amount} for a payment that came back.`,
  "adjustment-up": (amount) => `What is owed was adjusted up by ${amount}.`,
  "adjustment-down": (amount) => `The customer was credited ${amount} by an adjustment.`,
  "write-off": (amount) => `${amount} was given up as not collectable.`,
  recovery: (amount) => `${amount} that had been written off is owed again.`,
  "finance-charge": (amount) => `The customer was charged ${amount} for paying late.`,
  discount: (amount) => `The customer was given a discount of ${amount} for paying early.`,
  "retainage-release": (amount) => `${amount} that the customer had held back became due.`,
  "transfer-out": (amount) => `${amount} was moved to another customer’s account.`,
  "transfer-in": (amount) => `${amount} was moved here from another customer’s account.`,
  reversal: (amount) => `An earlier event of ${amount} was reversed.`,
};

const size = (amount: Cents): Cents => larger(amount, negative(amount));

/** `write` says an amount with its currency. */
export function eventWords(
  event: Pick<EventPage, "kind" | "amountCents" | "uses">,
  write: (amount: Cents) => string,
): string {
  const applied = sum(event.uses.filter(({ kind }) => kind === "applied").map((use) => use.amountCents));
  const amount = event.amountCents === 0 ? size(applied) : size(event.amountCents);
  return WORDS[event.kind](write(amount));
}

/** "Applied to Invoice A-1", "Un-applied from Invoice A-1": what a use did, from where this event stands. */
const DID: Record<EventPage["uses"][number]["kind"], readonly [string, string]> = {
  applied: ["Applied", "Un-applied"],
  reversed: ["Reversed", "Reinstated"],
  refunded: ["Refunded", "Refund reversed"],
  transferred: ["Transferred", "Transfer reversed"],
};

export const useWords = ({ kind, amountCents }: EventPage["uses"][number]): string =>
  DID[kind][amountCents < 0 ? 1 : 0];
