// What money that comes in posts, what goes back out, and what a discount for paying promptly does.
import { assert } from "../assert.ts";
import type { Day } from "../values/day.ts";
import { sum, type Cents } from "../values/money.ts";
import {
  applyTo,
  credit,
  debit,
  posting,
  type AppliedAtOnce,
  type EventHeader,
  type Posting,
} from "../ledger/posting.ts";
export type PaymentFacts = {
  paymentId: string;
  amountCents: Cents;
  label: string;
  applied: AppliedAtOnce;
  /** The bank account that it goes to; without one it waits for a deposit. */
  toAccount?: string | null;
};

/** Dr To Account or undeposited funds, Cr customer credit; then what is applied at once: Dr customer credit, Cr A/R. */
export function postPayment(place: EventHeader, payment: PaymentFacts): Posting {
  const { paymentId: documentId, amountCents, label, applied, toAccount = null } = payment;
  assert(sum(applied.map((a) => a.amountCents)) <= amountCents, "no more is applied than was paid");
  const made = { amountCents, issuedOn: place.effectiveOn };
  const what = {
    kind: "payment",
    label,
    documentId,
    credit: made,
    allocations: applyTo(place.number, applied),
  } as const;
  return posting(place, what, [
    toAccount === null
      ? debit("undeposited-funds", amountCents)
      : { role: "bank", chartCode: toAccount, amountCents },
  ]);
}

/**
 * Dr sales discounts, and the item is the smaller for it. Tax stays as it was charged: it is taken on the subtotal.
 * `paymentId`: with which payment it was kept; it goes when that comes back.
 */
export function postDiscount(
  place: EventHeader,
  {
    itemId,
    amountCents,
    paymentId = null,
  }: { itemId: number; amountCents: Cents; paymentId?: string | null },
): Posting {
  const allocations = applyTo(place.number, [{ itemId, amountCents }]);
  const made = { amountCents, issuedOn: place.effectiveOn };
  const what = { kind: "discount", label: "Prompt-payment discount", documentId: paymentId } as const;
  return posting(place, { ...what, credit: made, allocations }, [debit("sales-discounts", amountCents)]);
}

/** Open credit handed back: Dr customer credit, Cr the bank that pays. */
export function postRefund(
  place: EventHeader,
  { from, label }: { from: readonly { creditId: number; amountCents: Cents }[]; label: string },
): Posting {
  const reductions = from.map((part) => ({ itemId: null, kind: "refunded" as const, ...part }));
  const amountCents = sum(from.map((part) => part.amountCents));
  return posting(place, { kind: "refund", label, reductions }, [credit("bank", amountCents)]);
}

/** The bank's fee for a payment that came back, charged on: Dr A/R, Cr fees. */
export function postReturnedPaymentFee(
  place: EventHeader,
  { amountCents, dueOn }: { amountCents: Cents; dueOn: Day },
): Posting {
  const item = { amountCents, issuedOn: place.effectiveOn, dueOn };
  return posting(place, { kind: "returned-payment-fee", label: "Returned-payment fee", item }, [
    credit("fees", amountCents),
  ]);
}
