// One payment: what it settles now, what of it is still open credit, and the account that could take it.
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Day } from "@/domain/values/day.ts";
import type { EventName } from "@/domain/ledger/event.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { PaymentMethod } from "@/domain/ledger/payment-method.ts";
import type { PayingAccount } from "@/domain/payments/paying.ts";
import type { PaymentApplication, PaymentReturn } from "@/domain/payments/payment-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import { applyCredit, type Applied } from "../ledger/applications.ts";
import { countedThen, documentThen, now, type Moment } from "../ledger/as-of.ts";
import { readSettled, type Settled } from "../ledger/settled-items.ts";
import type { Books } from "../open.ts";
import { readPayingAccount } from "./paying-account.ts";
import { readSplit, type SplitPayment } from "./split-page.ts";
import { returnPayment, type Returned } from "../corrections/returned-payments.ts";
import {
  paymentColumns,
  paymentOf,
  paymentTables,
  type PaymentColumns,
  type PaymentRow,
} from "./payment-list.ts";

/** The event that reversed the payment: the bank returned it, or it was entered wrongly. */
export type Reversed = EventName & { kind: "reversal" | "returned-payment"; on: Day; reason: string };

export type PaymentPage = PaymentRow & {
  method: PaymentMethod;
  customerNote: string | null;
  memo: string;
  recordedAt: string;
  /** The month of the books that took it. */
  period: Day;
  settled: Settled[];
  account: PayingAccount;
  reversed: Reversed | null;
  /** The check that it is a part of. */
  split: SplitPayment | null;
  /** The deposit that took it to the bank; null while it waits for one, or where it needs none. */
  deposit: { depositId: string; number: string } | null;
  /** What the business charges on for a payment that comes back, which it says in its own currency. */
  returnedFeeCents: Cents | null;
};

/** By its id, as it stood at a moment; refuses what isn't there, or wasn't yet, with "not-found". Its account and its check are today's. */
export async function readPayment(
  books: Books,
  paymentId: string,
  at: Moment = now(books),
): Promise<PaymentPage> {
  const row = await findPayment(books, paymentId, at);
  const [settled, account, reversed, split] = await Promise.all([
    readSettled(books, row.event_number, at),
    readPayingAccount(books, row.customer_id, { currency: row.currency }),
    readReversedBy(books, row.event_number, at),
    readSplit(books, paymentId),
  ]);
  return {
    ...paymentOf(row),
    method: row.method,
    customerNote: row.customer_note,
    memo: row.memo,
    recordedAt: row.recorded_at,
    period: row.period,
    settled,
    account,
    reversed,
    split,
    deposit:
      row.deposit_id === null || row.deposit_number === null
        ? null
        : { depositId: row.deposit_id, number: row.deposit_number },
    returnedFeeCents: row.returned_fee === null ? null : cents(row.returned_fee),
  };
}

async function readReversedBy(books: Books, eventId: number, at: Moment): Promise<Reversed | null> {
  const [row] = await books.tx.execute<{
    number: number;
    label: string;
    kind: Reversed["kind"];
    effective_on: Day;
    memo: string;
  }>(sql`
    select number, label, kind, effective_on, memo from books.events
    where reverses = ${eventId} and ${countedThen(books, at, sql`effective_on`, sql`recorded_at`)}`);
  return row
    ? { eventId: row.number, name: row.label, kind: row.kind, on: row.effective_on, reason: row.memo }
    : null;
}

type Found = PaymentColumns & {
  method: PaymentMethod;
  customer_note: string | null;
  account_id: string;
  memo: string;
  recorded_at: string;
  period: Day;
  deposit_id: string | null;
  returned_fee: number | null;
};

async function findPayment(books: Books, paymentId: string, at: Moment = now(books)): Promise<Found> {
  const id = z.uuid().safeParse(paymentId);
  if (!id.success) throw new Refusal("not-found");
  const [row] = await books.tx.execute<Found>(sql`
    select ${paymentColumns(books, at)}, p.account_id, p.method, e.memo, e.recorded_at, e.period,
      w.id as deposit_id,
      (select n.note from books.event_notes n where n.event_number = p.event_number) as customer_note,
      case when p.currency = ${books.currency} then (select returned_fee from books.settings) end as returned_fee from ${paymentTables(books, at)}
    where p.id = ${id.data}::uuid and ${documentThen(books, at, sql`p.received_on`, sql`p.event_number`)}`);
  if (!row) throw new Refusal("not-found");
  return row;
}

/** What is open of one payment, applied later. */
export async function applyPayment(books: Books, given: PaymentApplication): Promise<Applied> {
  const { account_id: accountId, event_number: creditId } = await findPayment(books, given.paymentId);
  const applied = given.applied.map((each) => ({ creditId, ...each }));
  return applyCredit(books, { accountId, appliedOn: given.appliedOn, applied, useEarmarked: false });
}

/** The bank gave one payment back; its fee is charged on in the same command. */
export async function takeReturn(
  books: Books,
  { paymentId, on, ...given }: PaymentReturn,
): Promise<Returned> {
  const { event_number: eventId } = await findPayment(books, paymentId);
  return returnPayment(books, { eventId, returnedOn: on, ...given });
}
