// One invoice: what it was for, what it came to, and how it was paid, each step with its day and its event.
import { sql } from "drizzle-orm";
import { z } from "zod";
import { present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import type { EventName } from "@/domain/ledger/event.ts";
import { ZERO, cents, type Cents } from "@/domain/values/money.ts";
import type { InvoiceVoid } from "@/domain/invoices/invoice-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import { settlementHistory, type Step, type SettlementEntry } from "@/domain/ledger/settlement.ts";
import { readNames } from "../ledger/event-names.ts";
import {
  INVOICE_COLUMNS,
  INVOICE_TABLES,
  invoiceOf,
  type InvoiceColumns,
  type InvoiceRow,
} from "./invoice-list.ts";
import type { Books } from "../open.ts";
import { reverseEvent, type Reversed } from "../corrections/reversals.ts";

export type InvoiceLine = {
  line: number;
  description: string;
  /** Exact decimals, as they were written. */
  quantity: string;
  unit: string;
  unitPrice: string;
  totalCents: Cents;
  retainageCents: Cents;
};

export type InvoicePage = InvoiceRow & {
  customerNumber: string;
  subtotalCents: Cents;
  taxCents: Cents;
  retainageCents: Cents;
  /** What of the retainage is still held back. */
  heldCents: Cents;
  notesToCustomer: string;
  notesInternal: string;
  lines: InvoiceLine[];
  /** Whether it is a debt at all: held back in full it isn't. */
  owed: boolean;
  steps: SettlementEntry[];
  voidedBy: EventName | null;
};

type Row = InvoiceColumns & {
  account_id: string;
  customer_number: string;
  subtotal: number;
  tax: number;
  retainage: number;
  held: number;
  notes_to_customer: string;
  notes_internal: string;
};

/** By its id; refuses what isn't there, and a draft, with "not-found". */
export async function readInvoice(books: Books, invoiceId: string): Promise<InvoicePage> {
  const row = await findInvoice(books, invoiceId);
  const [lines, steps, called] = await Promise.all([
    readLines(books, row.id),
    readSteps(books, row.event_number),
    readNames(books, [row.voided_by]),
  ]);
  return {
    ...invoiceOf(row, books.today),
    customerNumber: row.customer_number,
    subtotalCents: cents(row.subtotal),
    taxCents: cents(row.tax),
    retainageCents: cents(row.retainage),
    heldCents: cents(row.held),
    notesToCustomer: row.notes_to_customer,
    notesInternal: row.notes_internal,
    lines,
    owed: row.item !== null,
    steps: settlementHistory(row.item === null ? ZERO : cents(row.item), steps),
    voidedBy: called(row.voided_by),
  };
}

async function findInvoice({ tx }: Books, invoiceId: string): Promise<Row> {
  const id = z.uuid().safeParse(invoiceId);
  if (!id.success) throw new Refusal("not-found");
  const [row] = await tx.execute<Row>(sql`
    select ${INVOICE_COLUMNS}, d.account_id, c.number as customer_number,
      d.subtotal, d.tax, d.retainage, d.notes_to_customer, d.notes_internal,
      coalesce((select sum(h.amount) from books.retainage h where h.invoice_id = d.id), 0)::bigint as held
    from ${INVOICE_TABLES}
    where d.id = ${id.data}::uuid and d.event_number is not null`);
  if (!row) throw new Refusal("not-found");
  return row;
}

async function readLines({ tx }: Books, invoiceId: string): Promise<InvoiceLine[]> {
  const rows = await tx.execute<{
    line: number;
    description: string;
    quantity: string;
    unit: string;
    unit_price: string;
    total: number;
    retainage: number;
  }>(sql`
    select line, description, trim_scale(quantity)::text as quantity, unit, trim_scale(unit_price)::text as unit_price,
      total, retainage
    from books.invoice_lines where invoice_id = ${invoiceId}::uuid order by line`);
  return rows.map((row) => ({
    line: row.line,
    description: row.description,
    quantity: row.quantity,
    unit: row.unit,
    unitPrice: row.unit_price,
    totalCents: cents(row.total),
    retainageCents: cents(row.retainage),
  }));
}

/** The page shows so many steps; a real invoice has a handful. */
const STEPS_SHOWN = 500;

async function readSteps(books: Books, itemId: number): Promise<Step[]> {
  const rows = await books.tx.execute<{
    event_number: number;
    effective_on: Day;
    kind: Step["kind"];
    credit_id: number | null;
    payment_id: string | null;
    amount: number;
  }>(sql`
    select s.*, p.id as payment_id from (
      select event_number, line, effective_on, 'applied' as kind, credit_id, amount from books.allocations
      where item_id = ${itemId}
      union all
      select event_number, 1000000 + line, effective_on, kind, null, amount from books.reductions
      where item_id = ${itemId}) s
    left join books.payments p on p.event_number = s.credit_id
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
      credit: credit && { ...credit, paymentId: row.payment_id },
      amountCents: cents(row.amount),
    };
  });
}

/** Reverses an issued invoice: what had paid it is open credit again. */
export async function voidInvoice(books: Books, { invoiceId, ...given }: InvoiceVoid): Promise<Reversed> {
  const { event_number: eventId } = await findInvoice(books, invoiceId);
  return reverseEvent(books, { eventId, ...given });
}
