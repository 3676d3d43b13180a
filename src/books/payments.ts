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
} from "@/domain/allocation.ts";
import { known } from "@/domain/assert.ts";
import { Day } from "@/domain/day.ts";
import { PositiveCents, cents, type Cents } from "@/domain/money.ts";
import { postPayment } from "@/domain/posting.ts";
import { now, openItemsAt } from "./as-of.ts";
import { periodsFor, takeNumber } from "./business.ts";
import { lockAccount } from "./locked-account.ts";
import { newIds } from "./new-ids.ts";
import { takeEventNumbers, type Books } from "./open.ts";
import { post } from "./post.ts";

/** How money comes in over the desk, and what a person calls each way. */
const METHODS = {
  check: "Check",
  card: "Card",
  cash: "Cash",
  "direct-deposit": "Direct deposit",
  "record-only": "Payment",
} as const;

const Chosen = z
  .array(z.strictObject({ itemId: z.number().int().positive(), amountCents: PositiveCents }))
  .max(1000)
  .refine(
    (chosen) => new Set(chosen.map((each) => each.itemId)).size === chosen.length,
    "Each invoice once.",
  );

export const NewPayment = z.strictObject({
  accountId: z.uuid(),
  amountCents: PositiveCents,
  method: z.enum(Object.keys(METHODS) as (keyof typeof METHODS)[]),
  /** A check's number, a transfer's reference. */
  reference: z.string().trim().max(60).default(""),
  receivedOn: Day,
  applied: z.union([z.literal("oldest-first"), Chosen]).default("oldest-first"),
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

/** Refuses to settle more of an item than is open, and an item before the day it was issued. */
export async function recordPayment(books: Books, input: NewPayment): Promise<RecordedPayment> {
  const given = NewPayment.parse(input);
  const { accountId, amountCents, receivedOn } = given;
  const { currency } = await lockAccount(books, accountId);
  const { applied, creditCents } = await allocate(books, given);
  const [eventNumbers, ids, periodOf] = await Promise.all([
    takeEventNumbers(books, 1),
    newIds(books, 1),
    periodsFor(books, [receivedOn]),
  ]);
  const eventNumber = known(eventNumbers[0], "a number was taken");
  const paymentId = known(ids[0], "an id was made");
  const number = await takeNumber(books, "payment");
  const label = [METHODS[given.method], given.reference].filter(Boolean).join(" ");
  const place = { eventNumber, accountId, paymentId, number, receivedOn, period: periodOf(receivedOn) };
  await post(books, [postPayment({ ...place, amountCents, label, memo: given.memo, applied })]);
  await books.tx.execute(sql`
    insert into books.payments (id, account_id, currency, number, method, reference, received_on, amount, event_number)
    values (${paymentId}, ${accountId}, ${currency}, ${number}, ${given.method}, ${given.reference},
      ${receivedOn}, ${amountCents}, ${eventNumber})`);
  return { paymentId, number, eventId: eventNumber, applied, creditCents };
}

async function allocate(books: Books, payment: z.infer<typeof NewPayment>): Promise<Allocated> {
  const { accountId, amountCents, receivedOn, applied } = payment;
  const items = await readOpenItems(books, accountId);
  return applied === "oldest-first"
    ? allocateOldestFirst(amountCents, receivedOn, items)
    : allocateChosen(amountCents, receivedOn, { chosen: applied, items });
}

async function readOpenItems(books: Books, accountId: string): Promise<OpenItem[]> {
  const open = openItemsAt(books, now(books), sql`r.account_id = ${accountId}`);
  const rows = await books.tx.execute<{
    id: number;
    number: string;
    issued_on: Day;
    due_on: Day;
    open_then: number;
  }>(sql`select i.id, i.number, i.issued_on, i.due_on, i.open_then from ${open} i`);
  return rows.map((row) => ({
    itemId: row.id,
    number: row.number,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    openCents: cents(row.open_then),
  }));
}
