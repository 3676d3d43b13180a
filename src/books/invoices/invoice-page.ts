// One invoice: what it was for, what it came to, and how it was paid, each step with its day and its event.
import { sql } from "drizzle-orm";
import { z } from "zod";
import { present } from "@/domain/assert.ts";
import type { INVOICE_SOURCES } from "@/db/schema/invoices.ts";
import type { Day } from "@/domain/values/day.ts";
import type { EventName } from "@/domain/ledger/event.ts";
import { ZERO, cents, type Cents } from "@/domain/values/money.ts";
import type { Dispute } from "@/domain/invoices/dispute.ts";
import type { InvoiceVoid } from "@/domain/invoices/invoice-input.ts";
import type { Signature } from "@/domain/receipts/signature.ts";
import { Refusal } from "@/domain/refusal.ts";
import { settlementHistory, type Step, type SettlementEntry } from "@/domain/ledger/settlement.ts";
import { offerUnder, type Offer } from "@/domain/values/terms.ts";
import { countedThen, documentThen, isLive, now, type Moment } from "../ledger/as-of.ts";
import { KEPT_BEFORE, keptBefore } from "../ledger/discounts.ts";
import { readNames } from "../ledger/event-names.ts";
import {
  invoiceColumns,
  invoiceOf,
  invoiceTables,
  type InvoiceColumns,
  type InvoiceRow,
} from "./invoice-list.ts";
import { disputeNoteAt, readDisputes } from "./read-disputes.ts";
import { readInvoiceTaxes, readLines, type InvoiceLine } from "./invoice-parts.ts";
import { SIGNATURE, signatureOf, type SignatureRow } from "../receipts/signatures.ts";
import { MAILED_TO } from "../customers/recipients.ts";
import type { Books } from "../open.ts";
import type { ChargedTax } from "@/domain/values/tax.ts";
import { reverseEvent, type Reversed } from "../corrections/reversals.ts";

type LinkedInvoice = { invoiceId: string; number: string };
const linked = (invoiceId: string | null, number: string | null): LinkedInvoice | null =>
  invoiceId === null || number === null ? null : { invoiceId, number };

export type InvoicePage = InvoiceRow & {
  customerNumber: string;
  /** Where it is mailed, several with commas between them; empty where there is no address. */
  customerEmail: string;
  subtotalCents: Cents;
  taxCents: Cents;
  retainageCents: Cents;
  /** What of the retainage is still held back. */
  heldCents: Cents;
  /** What each single rate came to; none where the invoice keeps its tax in one sum. */
  taxes: ChargedTax[];
  /** The code of its terms; empty where only its due date is known. */
  terms: string;
  poNumber: string;
  /** Of a house charge: who asked for it, and what the customer signed. */
  buyer: string;
  signature: Signature | null;
  salesperson: string;
  billingAddress: string[];
  serviceAddress: string[];
  notesToCustomer: string;
  notesInternal: string;
  /** The voided invoice that it was issued instead of, and the one that was issued instead of it. */
  corrects: LinkedInvoice | null;
  correctedBy: LinkedInvoice | null;
  /** Written by hand, and not void: it can be corrected. */
  isCorrectable: boolean;
  /** What the customer objects to, or objected to before it was settled. */
  disputeNote: string;
  /** Each time they did, the latest first. */
  disputes: Dispute[];
  lines: InvoiceLine[];
  /** What may be kept of it for paying early, whether today is in time or not; null where nothing may. */
  offer: Offer | null;
  /** Whether it is a debt at all: held back in full it isn't. */
  owed: boolean;
  steps: SettlementEntry[];
  voidedBy: EventName | null;
};

type Row = InvoiceColumns & {
  account_id: string;
  customer_number: string;
  customer_email: string | null;
  subtotal: number;
  tax: number;
  retainage: number;
  kept: boolean;
  held: number;
  notes_to_customer: string;
  notes_internal: string;
  dispute_note: string;
  source: Source;
  job_id: string | null;
  location_id: string | null;
  terms: string;
  po_number: string;
  buyer_name: string | null;
  signature: SignatureRow | null;
  salesperson: string;
  billing_address: string[];
  service_address: string[];
  corrects: string | null;
  corrects_number: string | null;
  corrected_by: string | null;
  corrected_by_number: string | null;
};

type Source = (typeof INVOICE_SOURCES)[number];

/** By its id, as it stood at a moment; refuses what isn't there, or wasn't yet, and a draft, with "not-found". */
export async function readInvoice(
  books: Books,
  invoiceId: string,
  at: Moment = now(books),
): Promise<InvoicePage> {
  const row = await findInvoice(books, invoiceId, at);
  const [lines, taxes, disputes, steps, called] = await Promise.all([
    readLines(books, row.id),
    readInvoiceTaxes(books, row.id),
    readDisputes(books, row.id, at),
    readSteps(books, at, row.event_number),
    readNames(books, [row.voided_by]),
  ]);
  return {
    ...invoiceOf(row, at.asOf),
    customerNumber: row.customer_number,
    customerEmail: row.customer_email ?? "",
    subtotalCents: cents(row.subtotal),
    taxCents: cents(row.tax),
    retainageCents: cents(row.retainage),
    heldCents: cents(row.held),
    notesToCustomer: row.notes_to_customer,
    notesInternal: row.notes_internal,
    disputeNote: row.dispute_note,
    disputes,
    taxes,
    terms: row.terms,
    poNumber: row.po_number,
    buyer: row.buyer_name ?? "",
    signature: signatureOf(row.signature),
    salesperson: row.salesperson,
    billingAddress: row.billing_address,
    serviceAddress: row.service_address,
    corrects: linked(row.corrects, row.corrects_number),
    correctedBy: linked(row.corrected_by, row.corrected_by_number),
    isCorrectable: row.source === "hand" && row.voided_by === null,
    lines,
    offer: row.kept
      ? null
      : offerUnder(row.terms, {
          issuedOn: row.issued_on,
          subtotalCents: cents(row.subtotal),
          openCents: cents(row.open ?? 0),
        }),
    owed: row.item !== null,
    steps: settlementHistory(row.item === null ? ZERO : cents(row.item), steps),
    voidedBy: called(row.voided_by),
  };
}

export async function findInvoice(books: Books, invoiceId: string, at: Moment = now(books)): Promise<Row> {
  const id = z.uuid().safeParse(invoiceId);
  if (!id.success) throw new Refusal("not-found");
  const [row] = await books.tx.execute<Row>(sql`
    select ${invoiceColumns(books, at)}, d.account_id, c.number as customer_number, ${MAILED_TO} as customer_email,
      d.subtotal, d.tax, d.retainage, d.notes_to_customer, d.notes_internal, ${disputeNoteAt(at)} as dispute_note, d.source, d.location_id, d.terms, d.po_number,
      (select b.buyer_name from books.charged_by b where b.invoice_id = d.id) as buyer_name,
      (select ${SIGNATURE} from books.signatures s where s.invoice_id = d.id) as signature,
      d.salesperson, d.billing_address, d.service_address, d.corrects, p.number as corrects_number,
      n.id as corrected_by, n.number as corrected_by_number,
      exists (select from books.items i where i.document_id = d.id and ${isLive(books, at) ? KEPT_BEFORE : keptBefore(at)}) as kept,
      coalesce((select sum(h.amount) from books.retainage h where h.invoice_id = d.id
        and ${countedThen(books, at, sql`h.effective_on`, sql`h.recorded_at`)}), 0)::bigint as held
    from ${invoiceTables(books, at)}
    left join books.invoices p on p.id = d.corrects
    left join books.invoices n on n.corrects = d.id and ${documentThen(books, at, sql`n.issued_on`, sql`n.event_number`)}
    where d.id = ${id.data}::uuid and d.event_number is not null
      and ${documentThen(books, at, sql`d.issued_on`, sql`d.event_number`)}`);
  if (!row) throw new Refusal("not-found");
  return row;
}

/** The page shows so many steps; a real invoice has a handful. */
const STEPS_SHOWN = 500;

async function readSteps(books: Books, at: Moment, itemId: number): Promise<Step[]> {
  const then = countedThen(books, at, sql`effective_on`, sql`recorded_at`);
  const rows = await books.tx.execute<{
    event_number: number;
    effective_on: Day;
    kind: Step["kind"];
    credit_id: number | null;
    payment_id: string | null;
    credit_memo_id: string | null;
    amount: number;
  }>(sql`
    select s.*, p.id as payment_id, m.id as credit_memo_id from (
      select event_number, line, effective_on, 'applied' as kind, credit_id, amount from books.allocations
      where item_id = ${itemId} and ${then}
      union all
      select event_number, 1000000 + line, effective_on, kind, null, amount from books.reductions
      where item_id = ${itemId} and ${then}) s
    left join books.payments p on p.event_number = s.credit_id
    left join books.credit_memos m on m.event_number = s.credit_id
    order by s.event_number, s.line limit ${STEPS_SHOWN}`);
  const called = await readNames(
    books,
    rows.flatMap((row) => [row.event_number, row.credit_id]),
  );
  return rows.map((row) => {
    const credit = called(row.credit_id);
    return {
      by: present(called(row.event_number), "every event has a name"),
      on: row.effective_on,
      kind: row.kind,
      credit: credit && { ...credit, paymentId: row.payment_id, creditMemoId: row.credit_memo_id },
      amountCents: cents(row.amount),
    };
  });
}

/** Reverses an issued invoice: what had paid it is open credit again. */
export async function voidInvoice(books: Books, { invoiceId, ...given }: InvoiceVoid): Promise<Reversed> {
  const { event_number: eventId } = await findInvoice(books, invoiceId);
  return reverseEvent(books, { eventId, ...given });
}
