// Records a payment: money that came, and in the same event the debts that it settles. What settles nothing
// stays on the account as open credit.
import type { Day } from "@/domain/values/day.ts";
import { sql } from "drizzle-orm";
import {
  allocateChosen,
  allocateOldestFirst,
  type Allocated,
  type Applied,
  type OpenItem,
} from "@/domain/ledger/allocation.ts";
import { type Cents } from "@/domain/values/money.ts";
import { postPayment } from "@/domain/payments/payment.ts";
import type { NewPayment } from "@/domain/payments/payment-input.ts";
import { PAYMENT_METHODS } from "@/domain/ledger/payment-method.ts";
import { keepNumbered } from "../ledger/number-series.ts";
import { lockActiveAccount } from "../ledger/locked-account.ts";
import { readItemsOpenFrom, readOpenItems } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { keepCustomerNote } from "../ledger/event-notes.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";
import { pipelined } from "../pipeline.ts";

export type RecordedPayment = {
  paymentId: string;
  number: string;
  eventId: number;
  /** The month of the books that took it. */
  period: Day;
  applied: Applied[];
  creditCents: Cents;
};

/**
 * Refuses to settle more of an item than is open, and an item before the day it was issued. Oldest first is never
 * refused for that: what can't be settled from the day on which the payment came stays open credit.
 */
export async function recordPayment(books: Books, given: NewPayment): Promise<RecordedPayment> {
  const { accountId, amountCents, receivedOn } = given;
  const [{ currency, freshId: paymentId }, place, items] = await Promise.all([
    lockActiveAccount(books, accountId),
    reserveEvent(books, { accountId, on: receivedOn, memo: given.memo, period: given.period }),
    given.applied === "oldest-first"
      ? readItemsOpenFrom(books, accountId, receivedOn)
      : readOpenItems(books, accountId),
  ]);
  const { applied, creditCents } = allocate(given, items);
  const label = [PAYMENT_METHODS[given.method], given.reference].filter(Boolean).join(" ");
  const document = sql`
    payment as (
      insert into books.payments (id, account_id, currency, number, method, reference, received_on, amount, event_number)
      select ${paymentId}::uuid, ${accountId}::uuid, ${currency}, number, ${given.method}, ${given.reference},
        ${receivedOn}::date, ${amountCents}::bigint, ${place.number}::bigint
      from free)`;
  const number = await pipelined(
    post(books, [postPayment(place, { paymentId, amountCents, label, applied })]),
    keepNumbered(books, { series: "payment" }, document),
  );
  await keepCustomerNote(books, [place.number], given.customerNote);
  return { paymentId, number, eventId: place.number, period: place.period, applied, creditCents };
}

function allocate({ amountCents, receivedOn, applied }: NewPayment, items: readonly OpenItem[]): Allocated {
  return applied === "oldest-first"
    ? allocateOldestFirst(amountCents, receivedOn, items)
    : allocateChosen(amountCents, receivedOn, { chosen: applied, items });
}
