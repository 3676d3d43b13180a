// Issues an invoice: a numbered document with its lines, and the event that makes it a debt of the account.
import { assertMayCharge } from "../ledger/charge-gate.ts";
import { postInvoice } from "@/domain/invoices/invoice.ts";
import type { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { LARGEST_AMOUNT, ZERO, decimalString, minus, sum, type Cents } from "@/domain/values/money.ts";
import { dueUnder, keptTerms } from "@/domain/values/terms.ts";
import { Refusal } from "@/domain/refusal.ts";
import { assertRoomOnJob, lockJobOf } from "../ledger/locked-job.ts";
import { lockActiveAccount } from "../ledger/locked-account.ts";
import { inSequence } from "../pipeline.ts";
import type { Books } from "../open.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { checkRevenueAccounts } from "../products/products.ts";
import type { Gate } from "../ledger/post-statement.ts";
import { post } from "../ledger/post.ts";
import { pipelined } from "../pipeline.ts";
import { keepInvoice } from "./invoice-rows.ts";

export type RecordedInvoice = { invoiceId: string; number: string; eventId: number; totalCents: Cents };

/** Refuses days in the future, closed months, days before the books start, and a number that is taken. */
export const recordInvoice = (books: Books, input: NewInvoice): Promise<RecordedInvoice> =>
  issue(books, input, null);

/** A charge to the account at the counter: an invoice that passes only within what the customer can charge. */
export const recordHouseCharge = (
  books: Books,
  input: NewInvoice,
  override: string | null = null,
): Promise<RecordedInvoice> => issue(books, input, { gated: true, overrideId: override });

async function issue(books: Books, given: NewInvoice, gate: Gate | null): Promise<RecordedInvoice> {
  const { accountId, jobId, issuedOn, memo } = given;
  // An account that isn't there is told before a job that isn't its own.
  const [account, job, place] = await inSequence([
    lockActiveAccount(books, accountId),
    jobId === undefined ? Promise.resolve(null) : lockJobOf(books, { jobId, accountId }),
    reserveEvent(books, { accountId, on: issuedOn, memo }),
    checkRevenueAccounts(books, given.lines),
  ]);
  const invoiceId = account.freshId;
  const subtotalCents = sum(given.lines.map((line) => line.totalCents));
  if (subtotalCents > LARGEST_AMOUNT) throw new Refusal("amount-too-large");
  const retainage = given.lines.flatMap(({ retainageCents }, at) =>
    retainageCents ? [{ invoiceId, invoiceLine: at + 1, amountCents: retainageCents }] : [],
  );
  const heldCents = sum(retainage.map((row) => row.amountCents));
  const totalCents = minus(subtotalCents, heldCents);
  if (gate) assertMayCharge(account, totalCents, gate);
  if (gate && job) assertRoomOnJob(job, totalCents, gate);
  const dueOn = given.dueOn ?? dueUnder(keptTerms(account.terms), issuedOn);
  const label = gate ? "House charge" : "Invoice";
  const { lines } = given;
  const amounts = { subtotalCents, taxCents: ZERO, retainage, lines };
  const posting = postInvoice(place, { invoiceId, dueOn, jobId, ...amounts, label });
  const kept = {
    invoiceId,
    accountId,
    issuedOn,
    dueOn,
    subtotalCents,
    totalCents,
    currency: account.currency,
    number: given.number,
    taxCents: ZERO,
    retainageCents: heldCents,
    notesInternal: memo,
    eventNumber: place.number,
    lines: lines.map((line) => ({ ...line, unitPrice: decimalString(line.totalCents, account.currency) })),
    taxes: [],
    // A day that was given is under no terms.
    billed: { jobId: jobId ?? null, terms: given.dueOn ? "" : account.terms },
  };
  const number = await pipelined(post(books, [posting], gate ?? undefined), keepInvoice(books, kept));
  return { invoiceId, number, eventId: place.number, totalCents };
}
