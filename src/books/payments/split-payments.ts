// One check of a parent for itself and its children: each customer's part is a payment on their own account, so that every
// account balances by itself; what settles nothing stays the parent's open credit. All of it is posted at once.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import {
  allocateChosen,
  allocateOldestFirst,
  type Applied,
  type OpenItem,
} from "@/domain/ledger/allocation.ts";
import { PAYMENT_METHODS } from "@/domain/ledger/payment-method.ts";
import { postDiscount, postPayment } from "@/domain/payments/payment.ts";
import type { NewPayment } from "@/domain/payments/payment-input.ts";
import { splitOver, type Part } from "@/domain/payments/split-payment.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Cents } from "@/domain/values/money.ts";
import type { Day } from "@/domain/values/day.ts";
import { keepCustomerNote } from "../ledger/event-notes.ts";
import { reserveEvents } from "../ledger/event-header.ts";
import { keepNumbered } from "../ledger/number-series.ts";
import { readItemsOpenFrom, readOpenItems } from "../ledger/open-balances.ts";
import { lockAccounts, post } from "../ledger/post.ts";
import { newIds } from "../new-ids.ts";
import type { Books } from "../open.ts";
import { mustBeOffered, recordPayment } from "./payments.ts";
import { mustBeBank } from "./to-accounts.ts";

export type RecordedPart = {
  paymentId: string;
  number: string;
  eventId: number;
  customerId: string;
  amountCents: Cents;
};
export type RecordedSplit = {
  /** The parent's part first. */
  parts: RecordedPart[];
  period: Day;
  applied: Applied[];
  creditCents: Cents;
};

/**
 * `given.accountId` is the parent's. Refuses what recordPayment refuses, and items of who isn't its child. What settles
 * debts of the parent alone is an ordinary payment.
 */
export async function recordSplitPayment(books: Books, given: NewPayment): Promise<RecordedSplit> {
  const members = await lockMembers(books, given.accountId);
  const payer = present(
    members.find(({ accountId }) => accountId === given.accountId),
    "the parent is of its family",
  );
  const items = await readItems(books, members, given);
  const { applied, creditCents } = allocate(given, [...items.values()].flat());
  const parts = splitOver({ applied, creditCents, payer: payer.accountId }, items);
  const [only] = parts;
  if (parts.length === 1 && only?.accountId === payer.accountId) {
    const { period, ...recorded } = await recordPayment(books, { ...given, applied });
    const part = { ...recorded, customerId: payer.customerId, amountCents: given.amountCents };
    return { parts: [part], period, applied, creditCents };
  }
  const discounts = await discountsOf(books, given, { parts, items });
  const wheres = [...parts, ...discounts].map(({ accountId }) => ({
    accountId,
    on: given.receivedOn,
    memo: given.memo,
    period: given.period,
  }));
  const [places, [splitId, ...paymentIds]] = await Promise.all([
    reserveEvents(books, wheres),
    newIds(books, 1 + parts.length),
    mustBeBank(books, given.toAccount),
  ]);
  const label = [PAYMENT_METHODS[given.method], given.reference].filter(Boolean).join(" ");
  const made = parts.map((part, at) => ({
    ...part,
    place: present(places[at], "as many places as parts"),
    paymentId: present(paymentIds[at], "as many ids as parts"),
    // On who didn't write the check it is named for who did, in the history and on statements.
    label: part.accountId === payer.accountId ? label : `${label} (${payer.name})`,
  }));
  const paidBy = new Map(made.map(({ accountId, paymentId }) => [accountId, paymentId]));
  await post(books, [
    ...made.map(({ place, ...part }) => postPayment(place, { ...part, toAccount: given.toAccount })),
    ...discounts.map(({ accountId, ...discount }, at) =>
      postDiscount(present(places[parts.length + at], "a place per discount"), {
        ...discount,
        paymentId: present(paidBy.get(accountId), "it is kept with its account's part"),
      }),
    ),
  ]);
  await books.tx.execute(sql`
    insert into books.split_payments (id, account_id, currency, amount)
    values (${splitId}::uuid, ${payer.accountId}::uuid, ${payer.currency}, ${given.amountCents}::bigint)`);
  const kept: RecordedPart[] = [];
  for (const { accountId, paymentId, amountCents, place } of made) {
    const document = sql`
      payment as (
        insert into books.payments (id, account_id, currency, number, method, reference, received_on, amount, to_chart, event_number, split_id)
        select ${paymentId}::uuid, ${accountId}::uuid, ${payer.currency}, number, ${given.method}, ${given.reference},
          ${given.receivedOn}::date, ${amountCents}::bigint, ${given.toAccount}, ${place.number}::bigint, ${splitId}::uuid
        from free)`;
    const number = await keepNumbered(books, { series: "payment" }, document);
    const customerId = present(
      members.find((each) => each.accountId === accountId)?.customerId,
      "it is of the family",
    );
    kept.push({ paymentId, number, eventId: place.number, customerId, amountCents });
  }
  await keepCustomerNote(
    books,
    made.map(({ place }) => place.number),
    given.customerNote,
  );
  const period = present(places[0]?.period, "there is a part");
  return { parts: kept, period, applied, creditCents };
}

type Split = { parts: readonly Part[]; items: ReadonlyMap<string, readonly OpenItem[]> };

/** Each with the account of its item; refuses what recordPayment refuses of them. */
async function discountsOf(
  books: Books,
  { applied, discounts }: NewPayment,
  { parts, items }: Split,
): Promise<(Applied & { accountId: string })[]> {
  const kept = parts.flatMap(({ accountId, applied: settled }) => {
    const theirs = new Set(settled.map(({ itemId }) => itemId));
    const own = discounts.filter(({ itemId }) => theirs.has(itemId));
    return own.map((discount) => ({ ...discount, accountId }));
  });
  const strange = discounts.find(({ itemId }) => kept.every((each) => each.itemId !== itemId));
  if (strange) throw new Refusal("not-found", { itemId: strange.itemId });
  for (const { accountId } of parts) {
    const own = kept.filter((each) => each.accountId === accountId);
    await mustBeOffered(books, { accountId, applied, discounts: own }, items.get(accountId) ?? []);
  }
  return kept;
}

type Member = { accountId: string; customerId: string; name: string; currency: string; owes: boolean };

/** The parent and its children, in the currency of its account. Who joins or leaves meanwhile waits for their accounts. */
async function lockMembers(books: Books, payerAccountId: string): Promise<Member[]> {
  const before = await readMembers(books, payerAccountId);
  await lockAccounts(
    books,
    before.map(({ accountId }) => accountId),
  );
  const locked = new Set(before.map(({ accountId }) => accountId));
  return (await readMembers(books, payerAccountId)).filter(({ accountId }) => locked.has(accountId));
}

async function readMembers({ tx }: Books, payerAccountId: string): Promise<Member[]> {
  const rows = await tx.execute<
    { id: string; customer_id: string; name: string; currency: string; owes: boolean } & Record<
      "own" | "archived" | "merged_away",
      boolean
    >
  >(sql`
    select a.id, a.customer_id, c.name, a.currency, a.open_items > 0 as owes, a.id = p.id as own,
      c.archived_at is not null as archived, a.merged_away
    from books.accounts p
    join books.customers c on c.id = p.customer_id or c.parent_id = p.customer_id
    join books.accounts a on a.customer_id = c.id and a.currency = p.currency
    where p.id = ${payerAccountId}::uuid order by a.id`);
  const own = rows.find((row) => row.own);
  if (!own) throw new Refusal("not-found");
  if (own.merged_away) throw new Refusal("merged-away");
  if (own.archived) throw new Refusal("archived");
  return rows.map((row) => ({
    accountId: row.id,
    customerId: row.customer_id,
    name: row.name,
    currency: row.currency,
    owes: row.owes,
  }));
}

/** What is open of each account that owes something. */
async function readItems(
  books: Books,
  members: readonly Member[],
  { applied, receivedOn }: NewPayment,
): Promise<ReadonlyMap<string, readonly OpenItem[]>> {
  const owing = members.filter(({ owes }) => owes);
  const items = await Promise.all(
    owing.map(({ accountId }) =>
      applied === "oldest-first"
        ? readItemsOpenFrom(books, accountId, receivedOn)
        : readOpenItems(books, accountId),
    ),
  );
  return new Map(owing.map(({ accountId }, at) => [accountId, items[at] ?? []]));
}

const allocate = ({ amountCents, receivedOn, applied }: NewPayment, items: readonly OpenItem[]) =>
  applied === "oldest-first"
    ? allocateOldestFirst(amountCents, receivedOn, items)
    : allocateChosen(amountCents, receivedOn, { chosen: applied, items });
