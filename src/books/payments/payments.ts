// Records a payment: money that came, and in the same event the debts that it settles. What settles nothing
// stays on the account as open credit.
import { sql } from "drizzle-orm";
import { z } from "zod";
import {
  allocateChosen,
  allocateOldestFirst,
  type Allocated,
  type Applied,
  type OpenItem,
} from "@/domain/ledger/allocation.ts";
import { AppliedInput } from "@/domain/ledger/applied-input.ts";
import { Day } from "@/domain/values/day.ts";
import { type Cents } from "@/domain/values/money.ts";
import { PositiveCents } from "@/domain/values/money-shapes.ts";
import { postPayment } from "@/domain/payments/payment.ts";
import { PAYMENT_METHODS, type PaymentMethod } from "@/domain/ledger/payment-method.ts";
import { keepNumbered } from "../ledger/number-series.ts";
import { lockActiveAccount } from "../ledger/locked-account.ts";
import { readItemsOpenFrom, readOpenItems } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";
import { pipelined } from "../pipeline.ts";

export const NewPayment = z.strictObject({
  accountId: z.uuid(),
  amountCents: PositiveCents,
  method: z.enum(Object.keys(PAYMENT_METHODS) as PaymentMethod[]),
  /** A check's number, a transfer's reference. */
  reference: z.string().trim().max(60).default(""),
  receivedOn: Day,
  applied: AppliedInput,
  memo: z.string().max(2000).default(""),
});
export type NewPayment = z.input<typeof NewPayment>;

export type RecordedPayment = {
  paymentId: string;
  number: string;
  eventId: number;
  applied: Applied[];
  creditCents: Cents;
};

/**
 * Refuses to settle more of an item than is open, and an item before the day it was issued. Oldest first is never
 * refused for that: what can't be settled from the day on which the payment came stays open credit.
 */
export async function recordPayment(books: Books, input: NewPayment): Promise<RecordedPayment> {
  const given = NewPayment.parse(input);
  const { accountId, amountCents, receivedOn } = given;
  const [{ currency, freshId: paymentId }, place, items] = await Promise.all([
    lockActiveAccount(books, accountId),
    reserveEvent(books, { accountId, on: receivedOn, memo: given.memo }),
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
  return { paymentId, number, eventId: place.number, applied, creditCents };
}

function allocate(
  { amountCents, receivedOn, applied }: z.infer<typeof NewPayment>,
  items: readonly OpenItem[],
): Allocated {
  return applied === "oldest-first"
    ? allocateOldestFirst(amountCents, receivedOn, items)
    : allocateChosen(amountCents, receivedOn, { chosen: applied, items });
}
