// A payment on account at the counter: each tender that carries some of it is a payment of its own, and settles what was
// chosen, or the oldest debts, after those of the tenders before it.
import { sql } from "drizzle-orm";
import {
  allocateChosen,
  allocateOldestFirst,
  shareAmong,
  type OpenItem,
} from "@/domain/ledger/allocation.ts";
import { sum, type Cents } from "@/domain/values/money.ts";
import { postPayment } from "@/domain/payments/payment.ts";
import { PAYMENT_METHODS } from "@/domain/ledger/payment-method.ts";
import type { EventHeader, Posting } from "@/domain/ledger/posting.ts";
import type { ReceiptApplied, Tender } from "@/domain/receipts/receipt.ts";
import { keepNumbered } from "../ledger/number-series.ts";
import type { Books } from "../open.ts";

/** What of a tender is paid on account, and the event and payment that it becomes. */
export type PaidPart = {
  tender: Exclude<Tender, "house-charge">;
  reference: string;
  amountCents: Cents;
  place: EventHeader;
  paymentId: string;
};

/** Refuses to settle more of an item than is open, and one before the day it was issued. */
export function postPaidParts(
  parts: readonly PaidPart[],
  { applied, items }: { applied: ReceiptApplied; items: readonly OpenItem[] },
): Posting[] {
  const paidCents = sum(parts.map((part) => part.amountCents));
  const on = parts[0]?.place.effectiveOn;
  if (on === undefined) return [];
  const settled =
    applied === "oldest-first"
      ? allocateOldestFirst(paidCents, on, items)
      : allocateChosen(paidCents, on, { chosen: applied, items });
  const shares = shareAmong(
    settled.applied,
    parts.map((part) => part.amountCents),
  );
  return parts.map(({ tender, reference, amountCents, place, paymentId }, at) => {
    const label = [PAYMENT_METHODS[tender], reference].filter(Boolean).join(" ");
    return postPayment(place, { paymentId, amountCents, label, applied: shares[at] ?? [] });
  });
}

/** Answers with the payment's number. */
export function keepPaidPart(
  books: Books,
  { receiptId, currency }: { receiptId: string; currency: string },
  { tender, reference, amountCents, place, paymentId }: PaidPart,
): Promise<string> {
  return keepNumbered(
    books,
    { series: "payment" },
    sql`
    payment as (
      insert into books.payments (id, account_id, currency, number, method, reference, received_on, amount, receipt_id,
        event_number)
      select ${paymentId}::uuid, ${place.accountId}::uuid, ${currency}, number, ${tender}, ${reference},
        ${place.effectiveOn}::date, ${amountCents}::bigint, ${receiptId}::uuid, ${place.number}::bigint
      from free)`,
  );
}
