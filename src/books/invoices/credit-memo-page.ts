// One credit memo: what it credits, what that settles, and what of it is still open credit.
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { EventName } from "@/domain/ledger/event.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, cents, type Cents } from "@/domain/values/money.ts";
import type { ChargedTax } from "@/domain/values/tax.ts";
import { countedThen, creditsAt, documentThen, now, type Moment } from "../ledger/as-of.ts";
import { readNames } from "../ledger/event-names.ts";
import { readSettled, type Settled } from "../ledger/settled-items.ts";
import { MAILED_TO } from "../customers/recipients.ts";
import type { Books } from "../open.ts";

export type CreditMemoLine = {
  line: number;
  sku: string;
  description: string;
  /** An exact decimal; null where an amount was credited. */
  quantity: string | null;
  unit: string;
  taxable: boolean;
  totalCents: Cents;
  taxCents: Cents;
  retainageCents: Cents;
};

export type CreditMemoPage = {
  creditMemoId: string;
  number: string;
  eventId: number;
  accountId: string;
  customerId: string;
  customerNumber: string;
  customerName: string;
  /** Where it is mailed, several with commas between them; empty where there is no address. */
  customerEmail: string;
  issuedOn: Day;
  /** The month of the books that took it. */
  period: Day;
  currency: string;
  subtotalCents: Cents;
  taxCents: Cents;
  /** What of the invoice isn't held back any more. */
  retainageCents: Cents;
  totalCents: Cents;
  /** Applied now, and not yet used. */
  appliedCents: Cents;
  openCents: Cents;
  reason: string;
  notesToCustomer: string;
  /** The invoice whose lines it credits, or the receipt of the return that it credits; neither where it stands alone. */
  invoice: { invoiceId: string; number: string } | null;
  receipt: { receiptId: string; number: string } | null;
  /** None where it credits no lines. */
  lines: CreditMemoLine[];
  taxes: ChargedTax[];
  settled: Settled[];
  reversedBy: EventName | null;
};

type Row = {
  id: string;
  number: string;
  event_number: number;
  account_id: string;
  customer_id: string;
  customer_number: string;
  customer_name: string;
  customer_email: string | null;
  issued_on: Day;
  period: Day;
  currency: string;
  subtotal: number;
  tax: number;
  retainage: number;
  total: number;
  applied: number | null;
  open: number | null;
  reason: string;
  notes_to_customer: string;
  invoice_id: string | null;
  invoice_number: string | null;
  receipt_id: string | null;
  receipt_number: string | null;
  reversed_by: number | null;
};

/** By its id, as it stood at a moment; refuses what isn't there, or wasn't yet, with "not-found". */
export async function readCreditMemo(
  books: Books,
  creditMemoId: string,
  at: Moment = now(books),
): Promise<CreditMemoPage> {
  const row = await findCreditMemo(books, creditMemoId, at);
  const [lines, taxes, settled, called] = await Promise.all([
    readLines(books, row.id),
    readTaxes(books, row.id),
    readSettled(books, row.event_number, at),
    readNames(books, [row.reversed_by]),
  ]);
  const { invoice_id: invoiceId, receipt_id: receiptId } = row;
  return {
    creditMemoId: row.id,
    number: row.number,
    eventId: row.event_number,
    accountId: row.account_id,
    customerId: row.customer_id,
    customerNumber: row.customer_number,
    customerName: row.customer_name,
    customerEmail: row.customer_email ?? "",
    issuedOn: row.issued_on,
    period: row.period,
    currency: row.currency,
    subtotalCents: cents(row.subtotal),
    taxCents: cents(row.tax),
    retainageCents: cents(row.retainage),
    totalCents: cents(row.total),
    appliedCents: cents(row.applied ?? ZERO),
    openCents: cents(row.open ?? ZERO),
    reason: row.reason,
    notesToCustomer: row.notes_to_customer,
    invoice: invoiceId === null ? null : { invoiceId, number: row.invoice_number ?? "" },
    receipt: receiptId === null ? null : { receiptId, number: row.receipt_number ?? "" },
    lines,
    taxes,
    settled,
    reversedBy: called(row.reversed_by),
  };
}

async function findCreditMemo(books: Books, creditMemoId: string, at: Moment): Promise<Row> {
  const id = z.uuid().safeParse(creditMemoId);
  if (!id.success) throw new Refusal("not-found");
  const [row] = await books.tx.execute<Row>(sql`
    select m.id, m.number, m.event_number, m.account_id, c.id as customer_id, c.number as customer_number,
      c.name as customer_name, ${MAILED_TO} as customer_email, m.issued_on, e.period, m.currency, m.subtotal, m.tax, m.retainage, m.total, k.applied,
      k.amount - k.applied - k.refunded - k.reversed as open, m.reason, m.notes_to_customer, m.invoice_id,
      d.number as invoice_number, m.receipt_id, t.number as receipt_number,
      (select v.number from books.events v where v.reverses = m.event_number
        and ${countedThen(books, at, sql`v.effective_on`, sql`v.recorded_at`)}) as reversed_by
    from books.credit_memos m join books.accounts a on a.id = m.account_id join books.customers c on c.id = a.customer_id
    join books.events e on e.number = m.event_number left join ${creditsAt(books, at)} k on k.id = m.event_number
    left join books.invoices d on d.id = m.invoice_id left join books.receipts t on t.id = m.receipt_id
    where m.id = ${id.data}::uuid and ${documentThen(books, at, sql`m.issued_on`, sql`m.event_number`)}`);
  if (!row) throw new Refusal("not-found");
  return row;
}

async function readLines({ tx }: Books, creditMemoId: string): Promise<CreditMemoLine[]> {
  const rows = await tx.execute<{
    line: number;
    sku: string;
    description: string;
    quantity: string | null;
    unit: string;
    taxable: boolean;
    total: number;
    tax: number;
    retainage: number;
  }>(sql`
    select line, sku, description, trim_scale(quantity)::text as quantity, unit, taxable, total, tax, retainage
    from books.credit_memo_lines where credit_memo_id = ${creditMemoId}::uuid order by line`);
  return rows.map(({ total, tax, retainage, ...line }) => ({
    ...line,
    totalCents: cents(total),
    taxCents: cents(tax),
    retainageCents: cents(retainage),
  }));
}

async function readTaxes({ tx }: Books, creditMemoId: string): Promise<ChargedTax[]> {
  const rows = await tx.execute<{
    name: string;
    agency: string;
    rate: string;
    base: number;
    tax: number;
  }>(sql`
    select name, agency, trim_scale(rate)::text as rate, base, tax from books.credit_memo_taxes
    where credit_memo_id = ${creditMemoId}::uuid order by line`);
  return rows.map(({ base, tax, ...rate }) => ({ ...rate, baseCents: cents(base), taxCents: cents(tax) }));
}
