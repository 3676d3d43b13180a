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
import { plus, type Cents } from "@/domain/values/money.ts";
import { assert, present } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import { postDiscount, postPayment } from "@/domain/payments/payment.ts";
import type { PaymentToRecord } from "@/domain/payments/payment-input.ts";
import { PAYMENT_METHODS } from "@/domain/ledger/payment-method.ts";
import { keepNumbered } from "../ledger/number-series.ts";
import { lockActiveAccount } from "../ledger/locked-account.ts";
import { readItemsOpenFrom, readOpenItems } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { keepCustomerNote } from "../ledger/event-notes.ts";
import { readOffers } from "../ledger/discounts.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";
import { pipelined } from "../pipeline.ts";
import { mustBeBank } from "./to-accounts.ts";

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
export async function recordPayment(books: Books, given: PaymentToRecord): Promise<RecordedPayment> {
  const { accountId, amountCents, receivedOn, discounts, toAccount } = given;
  const where = { accountId, on: receivedOn, memo: given.memo, period: given.period };
  const [{ currency, freshId: paymentId }, [place, ...more], items] = await Promise.all([
    lockActiveAccount(books, accountId),
    reserveEvents(books, [where, ...discounts.map(() => where)]),
    given.applied === "oldest-first"
      ? readItemsOpenFrom(books, accountId, receivedOn)
      : readOpenItems(books, accountId),
    mustBeBank(books, toAccount),
  ]);
  assert(place, "a place was taken");
  const { applied, creditCents } = allocate(given, items);
  await mustBeOffered(books, given, items);
  const label = [PAYMENT_METHODS[given.method], given.reference].filter(Boolean).join(" ");
  const document = sql`
    payment as (
      insert into books.payments (id, account_id, currency, number, method, reference, received_on, amount, to_chart, event_number)
      select ${paymentId}::uuid, ${accountId}::uuid, ${currency}, number, ${given.method}, ${given.reference},
        ${receivedOn}::date, ${amountCents}::bigint, ${toAccount}, ${place.number}::bigint
      from free)`;
  const number = await pipelined(
    post(books, [
      postPayment(place, { paymentId, amountCents, label, applied, toAccount }),
      ...discounts.map((discount, at) =>
        postDiscount(present(more[at], "a place per discount"), { ...discount, paymentId }),
      ),
    ]),
    keepNumbered(books, { series: "payment" }, document),
  );
  await keepCustomerNote(books, [place.number], given.customerNote);
  return { paymentId, number, eventId: place.number, period: place.period, applied, creditCents };
}

function allocate(
  { amountCents, receivedOn, applied }: PaymentToRecord,
  items: readonly OpenItem[],
): Allocated {
  return applied === "oldest-first"
    ? allocateOldestFirst(amountCents, receivedOn, items)
    : allocateChosen(amountCents, receivedOn, { chosen: applied, items });
}

/** Late or in time: whoever takes the payment decides. What it is at most, and that nothing is left to pay, stands fast. */
export async function mustBeOffered(
  books: Books,
  { accountId, applied, discounts }: Pick<PaymentToRecord, "accountId" | "applied" | "discounts">,
  items: readonly OpenItem[],
): Promise<void> {
  if (discounts.length === 0) return;
  const chosen = new Map(
    applied === "oldest-first" ? [] : applied.map((each) => [each.itemId, each.amountCents]),
  );
  const offers = await readOffers(
    books,
    accountId,
    discounts.map((each) => each.itemId),
  );
  for (const { itemId, amountCents } of discounts) {
    const item = items.find((each) => each.itemId === itemId);
    const paidCents = chosen.get(itemId);
    if (!item || paidCents === undefined) throw new Refusal("not-found", { itemId });
    if (amountCents > (offers.get(itemId)?.offeredCents ?? 0))
      throw new Refusal("discount-not-offered", { itemId });
    if (plus(paidCents, amountCents) !== item.openCents) throw new Refusal("discount-in-part", { itemId });
  }
}
