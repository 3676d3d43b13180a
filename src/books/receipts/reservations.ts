// What becomes of a reservation: all or a part of it is captured as a receipt with its house charge, and the rest given back;
// or all of it is released; or it expires. Once, and under the account's lock. A capture is gated like any house charge: who
// was put on hold meanwhile, or given a lower limit, isn't charged.
import { sql } from "drizzle-orm";
import { z } from "zod";
import type {
  CapturedReservation,
  DecisionFigures,
  KeptDecision,
  LiveReservation,
  NewCapture,
  ReleasedReservation,
} from "@/domain/receipts/credit-decision.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewReceipt } from "@/domain/receipts/receipt.ts";
import { present } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { ChargedBy } from "@/domain/credit/who-may-charge.ts";
import { isoInstant } from "@/domain/values/instant.ts";
import { cents, decimalString, minus, type Cents } from "@/domain/values/money.ts";
import type { ReservationEnd } from "@/db/schema/credit-decisions.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import { lockJobOf } from "../ledger/locked-job.ts";
import type { Books } from "../open.ts";
import { recordVouchedReceipt } from "./receipts.ts";
import { isPerson } from "./signatures.ts";

type Row = {
  account_id: string;
  currency: string;
  job_id: string | null;
  amount: number;
  reference: string;
  charged_by: string | null;
  lapsed: boolean;
  ended_as: ReservationEnd | null;
  receipt: string | null;
};
type Standing = {
  accountId: string;
  currency: string;
  jobId: string | null;
  amountCents: Cents;
  reference: string;
  /** As it was decided. */
  by: ChargedBy | null;
};

/**
 * Refuses what was ended before ("captured-before" with its receipt's number, "reservation-ended"), what has expired, and
 * more than was reserved; then whatever a house charge refuses: of a person, also that nobody signed. A refusal leaves the reservation as it was.
 */
export async function captureReservation(books: Books, given: NewCapture): Promise<CapturedReservation> {
  const { decisionId } = given;
  const live = await lockLive(books, decisionId);
  const { accountId, currency, jobId, amountCents: reserved, reference, by } = live;
  const { amountCents = reserved, note, signature = null } = given;
  if (amountCents > reserved) throw new Refusal("more-than-reserved", { reservedCents: reserved });
  // The account, the job, and then by what follows the limit that its family shares: the one order of locks.
  if (jobId !== null) await lockJobOf(books, { jobId, accountId });
  // First of all it gives its room back; in the same transaction the charge takes its own.
  await books.tx.execute(sql`
    update books.reservations set ended_at = clock_timestamp(), ended_as = 'captured', ended_by = ${books.userName},
      captured = ${amountCents}::bigint where id = ${decisionId}::uuid`);
  const lines = given.lines ?? [soldAs(reference || "Charge", amountCents, currency)];
  const tenders = [{ tender: "house-charge" as const, amountCents }];
  const sale = {
    accountId,
    issuedOn: books.today,
    lines,
    tenders,
    jobId,
    note,
    signature,
    ...(by && { buyerId: by.buyerId, poNumber: by.poNumber, orderId: by.orderId }),
    onAccountApplied: "oldest-first" as const,
  };
  const recorded = await recordVouchedReceipt(books, inputOf(NewReceipt, sale), {
    atCounter: isPerson(books),
  });
  await books.tx.execute(sql`
    update books.reservations set receipt_id = ${recorded.receiptId}::uuid where id = ${decisionId}::uuid`);
  const { receiptId, number } = recorded;
  const houseCharge = present(recorded.houseCharge, "what is captured is charged");
  return {
    receiptId,
    number,
    houseCharge,
    capturedCents: amountCents,
    releasedCents: minus(reserved, amountCents),
  };
}

const soldAs = (description: string, amountCents: Cents, currency: string) => ({
  productId: null,
  description,
  quantity: "1",
  unitPrice: decimalString(amountCents, currency),
  taxable: false,
});

/** Refuses what was ended before, and what has expired: both gave their room back already. */
export async function releaseReservation(
  books: Books,
  { decisionId }: { decisionId: string },
): Promise<ReleasedReservation> {
  const { amountCents } = await lockLive(books, decisionId);
  await books.tx.execute(sql`
    update books.reservations set ended_at = clock_timestamp(), ended_as = 'released', ended_by = ${books.userName}
    where id = ${decisionId}::uuid`);
  return { releasedCents: amountCents };
}

/** Read again once its account is locked: until then it may have been captured, released, or have expired. */
async function lockLive(books: Books, decisionId: string): Promise<Standing> {
  const found = await readRow(books, decisionId);
  await lockAccount(books, found.account_id);
  const row = await readRow(books, decisionId);
  if (row.ended_as === "captured") throw new Refusal("captured-before", { receipt: row.receipt });
  if (row.ended_as === "released") throw new Refusal("reservation-ended");
  if (row.lapsed) throw new Refusal("reservation-expired");
  const { account_id: accountId, currency, job_id: jobId, reference } = row;
  const by = row.charged_by === null ? null : (JSON.parse(row.charged_by) as ChargedBy);
  return { accountId, currency, jobId, amountCents: cents(row.amount), reference, by };
}

/** A decision that was a no reserved nothing: it isn't found here. */
async function readRow({ tx }: Books, decisionId: string): Promise<Row> {
  const [row] = await tx.execute<Row>(sql`
    select r.account_id, a.currency, r.job_id, r.amount, d.reference, d.charged_by, r.expires_at <= statement_timestamp() as lapsed, r.ended_as,
      (select b.number from books.receipts b where b.id = r.receipt_id) as receipt
    from books.reservations r join books.credit_decisions d on d.id = r.id join books.accounts a on a.id = r.account_id
    where r.id = ${decisionId}::uuid`);
  if (!row) throw new Refusal("not-found");
  return row;
}

/** Those that count now, the one that expires first first; a hundred at most. */
export async function readLiveReservations({ tx }: Books, accountId: string): Promise<LiveReservation[]> {
  const rows = await tx.execute<{
    id: string;
    amount: number;
    reference: string;
    job: string | null;
    asked_by: string;
    recorded_at: string;
    expires_at: string;
  }>(sql`
    select r.id, r.amount, d.reference, j.name as job, d.asked_by, r.recorded_at, r.expires_at
    from books.reservations r join books.credit_decisions d on d.id = r.id left join books.jobs j on j.id = r.job_id
    where r.account_id = ${accountId}::uuid and r.ended_at is null and r.expires_at > statement_timestamp()
    order by r.expires_at, r.id limit 100`);
  return rows.map((row) => ({
    decisionId: row.id,
    amountCents: cents(row.amount),
    reference: row.reference,
    jobName: row.job,
    askedBy: row.asked_by,
    reservedAt: isoInstant(row.recorded_at),
    expiresAt: isoInstant(row.expires_at),
  }));
}

/** What a decision was, and what became of it by now. */
export async function readDecision({ tx }: Books, decisionId: string): Promise<KeptDecision> {
  if (!z.uuid().safeParse(decisionId).success) throw new Refusal("not-found");
  const [row] = await tx.execute<{
    amount: number;
    currency: string;
    customer_id: string;
    because: KeptDecision["because"];
    figures: string;
    recorded_at: string;
    expires_at: string | null;
    state: KeptDecision["state"];
    captured: number | null;
    receipt_id: string | null;
  }>(sql`
    select d.amount, a.currency, a.customer_id, d.because, d.figures, d.recorded_at, r.expires_at, r.captured, r.receipt_id,
      case when r.id is null then 'refused' when r.ended_as is not null then r.ended_as
        when r.expires_at <= statement_timestamp() then 'expired' else 'reserved' end as state
    from books.credit_decisions d join books.accounts a on a.id = d.account_id left join books.reservations r on r.id = d.id
    where d.id = ${decisionId}::uuid`);
  if (!row) throw new Refusal("not-found");
  return {
    decisionId,
    state: row.state,
    amountCents: cents(row.amount),
    currency: row.currency,
    customerId: row.customer_id,
    because: row.because,
    figures: JSON.parse(row.figures) as DecisionFigures,
    decidedAt: isoInstant(row.recorded_at),
    expiresAt: row.expires_at && isoInstant(row.expires_at),
    capturedCents: row.captured === null ? null : cents(row.captured),
    receiptId: row.receipt_id,
  };
}
