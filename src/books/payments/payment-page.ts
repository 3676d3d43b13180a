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
import { readSettled, type Settled } from "../ledger/settled-items.ts";
import type { Books } from "../open.ts";
import { readPayingAccount } from "./paying-account.ts";
import { readSplit, type SplitPayment } from "./split-page.ts";
import { returnPayment, type Returned } from "../corrections/returned-payments.ts";
import {
  PAYMENT_COLUMNS,
  PAYMENT_TABLES,
  paymentOf,
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

/** By its id; refuses what isn't there with "not-found". */
export async function readPayment(books: Books, paymentId: string): Promise<PaymentPage> {
  const row = await findPayment(books, paymentId);
  const [settled, account, reversed, split] = await Promise.all([
    readSettled(books, row.event_number),
    readPayingAccount(books, row.customer_id, { currency: row.currency }),
    readReversedBy(books, row.event_number),
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

async function readReversedBy({ tx }: Books, eventId: number): Promise<Reversed | null> {
  const [row] = await tx.execute<{
    number: number;
    label: string;
    kind: Reversed["kind"];
    effective_on: Day;
    memo: string;
  }>(sql`select number, label, kind, effective_on, memo from books.events where reverses = ${eventId}`);
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

async function findPayment({ tx, currency }: Books, paymentId: string): Promise<Found> {
  const id = z.uuid().safeParse(paymentId);
  if (!id.success) throw new Refusal("not-found");
  const [row] = await tx.execute<Found>(sql`
    select ${PAYMENT_COLUMNS}, p.account_id, p.method, e.memo, e.recorded_at, e.period,
      p.deposit_id,
      (select n.note from books.event_notes n where n.event_number = p.event_number) as customer_note,
      case when p.currency = ${currency} then (select returned_fee from books.settings) end as returned_fee from ${PAYMENT_TABLES}
    where p.id = ${id.data}::uuid`);
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
