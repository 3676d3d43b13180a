// Issues an invoice: a numbered document with its lines, and the event that makes it a debt of the account.
import { sql } from "drizzle-orm";
import { addDays, type Day } from "@/domain/values/day.ts";
import { assertMayCharge } from "../ledger/charge-gate.ts";
import { postInvoice } from "@/domain/invoices/invoice.ts";
import type { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { LARGEST_AMOUNT, ZERO, decimalString, minus, sum, type Cents } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import { keepNumbered } from "../ledger/number-series.ts";
import { assertRoomOnJob, lockJobOf } from "../ledger/locked-job.ts";
import { lockActiveAccount, type LockedAccount } from "../ledger/locked-account.ts";
import type { Books } from "../open.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { checkRevenueAccounts } from "../products/products.ts";
import type { Gate } from "../ledger/post-statement.ts";
import { post } from "../ledger/post.ts";
import { pipelined } from "../pipeline.ts";

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
  const [account, job, place] = await Promise.all([
    lockActiveAccount(books, accountId),
    jobId === undefined ? null : lockJobOf(books, { jobId, accountId }),
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
  const dueOn = given.dueOn ?? addDays(issuedOn, account.termsDays);
  const label = gate ? "House charge" : "Invoice";
  const { lines } = given;
  const amounts = { subtotalCents, taxCents: ZERO, retainage, lines };
  const posting = postInvoice(place, { invoiceId, dueOn, jobId, ...amounts, label });
  const kept = { ...given, invoiceId, eventNumber: place.number, dueOn, subtotalCents, heldCents };
  const number = await pipelined(
    post(books, [posting], gate ?? undefined),
    keepInvoice(books, account, kept),
  );
  return { invoiceId, number, eventId: place.number, totalCents };
}

type Kept = Omit<NewInvoice, "dueOn"> & {
  invoiceId: string;
  eventNumber: number;
  dueOn: Day;
  subtotalCents: Cents;
  heldCents: Cents;
};

function keepInvoice(books: Books, account: LockedAccount, invoice: Kept): Promise<string> {
  const { currency } = account;
  const lines = invoice.lines.map(
    ({ description, totalCents, retainageCents = ZERO, chartCode = null }, index) => ({
      line: index + 1,
      description,
      total: totalCents,
      retainage: retainageCents,
      chart_code: chartCode,
      unit_price: decimalString(totalCents, currency),
    }),
  );
  return keepNumbered(
    books,
    { series: "invoice", given: invoice.number },
    sql`
    invoice as (
      insert into books.invoices (id, account_id, currency, job_id, source, number, issued_on, due_on, subtotal,
        retainage, total, notes_internal, event_number)
      select ${invoice.invoiceId}::uuid, ${invoice.accountId}::uuid, ${currency}, ${invoice.jobId ?? null}::uuid, 'hand', number,
        ${invoice.issuedOn}::date, ${invoice.dueOn}::date, ${invoice.subtotalCents}::bigint, ${invoice.heldCents}::bigint,
        ${minus(invoice.subtotalCents, invoice.heldCents)}::bigint, ${invoice.memo}, ${invoice.eventNumber}::bigint
      from free returning id),
    line as (
      insert into books.invoice_lines (invoice_id, line, description, unit_price, total, retainage, chart_code)
      select i.id, l.line, l.description, l.unit_price, l.total, l.retainage, coalesce(l.chart_code, c.code)
      from invoice i, books.chart c,
        jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb) as l (line int, description text,
          unit_price numeric, total bigint, retainage bigint, chart_code text)
      where c.role = 'revenue')`,
  );
}
