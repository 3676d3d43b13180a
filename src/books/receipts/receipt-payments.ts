// A payment on account at the counter: each tender that carries some of it is a payment of its own, and settles the
// oldest debts first, after those of the tenders before it.
import { sql } from "drizzle-orm";
import { allocateOldestFirst, type OpenItem } from "@/domain/ledger/allocation.ts";
import { ZERO, minus, type Cents } from "@/domain/values/money.ts";
import { postPayment } from "@/domain/payments/payment.ts";
import { PAYMENT_METHODS } from "@/domain/ledger/payment-method.ts";
import type { EventHeader, Posting } from "@/domain/ledger/posting.ts";
import type { Tender } from "@/domain/receipts/receipt.ts";
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

export function postPaidParts(parts: readonly PaidPart[], items: readonly OpenItem[]): Posting[] {
  let open = items;
  return parts.map(({ tender, reference, amountCents, place, paymentId }) => {
    const { applied } = allocateOldestFirst(amountCents, place.effectiveOn, open);
    const used = new Map(applied.map((each) => [each.itemId, each.amountCents]));
    open = open
      .map((item) => ({ ...item, openCents: minus(item.openCents, used.get(item.itemId) ?? ZERO) }))
      .filter((item) => item.openCents > ZERO);
    const label = [PAYMENT_METHODS[tender], reference].filter(Boolean).join(" ");
    return postPayment(place, { paymentId, amountCents, label, applied });
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
