// A new draft like an invoice that is there: to bill the same again, or to correct one, which is voided when the draft is
// issued and not before.
import { sql } from "drizzle-orm";
import { blankDraft, type DraftLine } from "@/domain/invoices/draft.ts";
import type { DraftInput } from "@/domain/invoices/draft-input.ts";
import type { LineKind } from "@/domain/invoices/invoice-total.ts";
import { retainageRate } from "@/domain/invoices/retainage-rate.ts";
import { namedTaxes } from "@/domain/invoices/line-taxes.ts";
import { Refusal } from "@/domain/refusal.ts";
import { daysBetween } from "@/domain/values/day.ts";
import { cents, typedAmount } from "@/domain/values/money.ts";
import type { TaxRate } from "@/domain/values/tax.ts";
import { typedNumber, type Notation } from "@/domain/values/written-number.ts";
import type { Books } from "../open.ts";
import { startDraft, type StartedDraft } from "./drafts.ts";
import { findInvoice } from "./invoice-page.ts";
import { readTaxes, readTaxesOfLines } from "./invoice-taxes.ts";

/** `locale` is how the business writes numbers. */
type Copied = { invoiceId: string; locale: string };

/** The same lines, dated today, with the customer's terms as they were on it. */
export async function duplicateInvoice(books: Books, copied: Copied): Promise<StartedDraft> {
  return startDraft(books, await copyOf(books, copied));
}

/**
 * With its own day and texts. Refuses what was voided before ("corrected-before"), and what wasn't written by hand: a
 * receipt's charge is put right by its receipt, an import by its import.
 */
export async function correctInvoice(books: Books, copied: Copied): Promise<StartedDraft> {
  const row = await findInvoice(books, copied.invoiceId);
  if (row.source !== "hand" || row.voided_by !== null) throw new Refusal("corrected-before");
  const draft = await copyOf(books, copied);
  return startDraft(books, { ...draft, issuedOn: row.issued_on }, row.id);
}

/** Where only a due date is known, it is as many days away again. */
const LONGEST_TERMS = 365;

/** The draft of another one like it, dated today. */
export async function copyOf(books: Books, { invoiceId, locale }: Copied): Promise<DraftInput> {
  const row = await findInvoice(books, invoiceId);
  const [copied, taxes] = await Promise.all([
    copiedLines(books, row.id, { currency: row.currency, locale }),
    taxesBorne(books, row),
  ]);
  const blank = blankDraft(books.today, locale);
  const taxed = { customerId: row.customer_id, issuedOn: null, lines: copied.lines };
  return {
    ...blank,
    lineTaxes: namedTaxes(await readTaxesOfLines(books, taxed)),
    customerId: row.customer_id,
    jobId: row.job_id,
    locationId: row.location_id,
    terms: row.terms || `net-${Math.min(daysBetween(row.issued_on, row.due_on), LONGEST_TERMS)}`,
    poNumber: row.po_number,
    salesperson: row.salesperson,
    notesToCustomer: row.notes_to_customer,
    notesInternal: row.notes_internal,
    billingAddress: row.billing_address.join("\n"),
    serviceAddress: row.service_address.join("\n"),
    ...copied,
    taxes,
  };
}

type Taxed = {
  id: string;
  source: string;
  customer_id: string;
  job_id: string | null;
  location_id: string | null;
};

/**
 * The invoice's own taxes, as it bore them, so that other ones by now are told; where none of its lines says so, what is in force
 * today.
 */
async function taxesBorne(books: Books, row: Taxed): Promise<TaxRate[]> {
  const [borne] = await books.tx.execute<{ taxes: TaxRate[] }>(sql`
    select coalesce((
      select jsonb_agg(jsonb_build_object('name', t.name, 'agency', t.agency, 'rate', trim_scale(t.rate)::text) order by t.line)
      from books.invoice_taxes t where t.invoice_id = l.invoice_id
        and (l.tax_parts is null or l.tax_parts[t.line] is not null)), '[]') as taxes
    from books.invoice_lines l
    where l.invoice_id = ${row.id}::uuid and ${row.source} = 'hand' and l.taxable and l.tax_id is null
    order by l.line limit 1`);
  if (borne) return borne.taxes;
  const { customer_id: customerId, job_id: jobId, location_id: locationId } = row;
  return readTaxes(books, { customerId, jobId, locationId, issuedOn: null });
}

/**
 * The lines, and the share that is held back of all of them, where it is one. Retainage that was billed isn't billed again by a
 * copy: it is no sale.
 */
async function copiedLines(
  { tx }: Books,
  invoiceId: string,
  notation: Notation,
): Promise<{ retainage: string; lines: DraftLine[] }> {
  const rows = await tx.execute<{
    kind: LineKind;
    product_id: string | null;
    sku: string;
    description: string;
    quantity: string;
    unit: string;
    unit_price: string;
    discount: number;
    taxable: boolean;
    tax_id: string | null;
    total: number;
    retainage: number;
  }>(sql`
    select kind, product_id, sku, description, trim_scale(quantity)::text as quantity, unit,
      trim_scale(unit_price)::text as unit_price, discount, taxable, tax_id, total, retainage
    from books.invoice_lines where invoice_id = ${invoiceId}::uuid
      and chart_code not in (select code from books.chart where role = 'retainage-receivable') order by line`);
  const typed = (plain: string) => typedNumber(plain, notation.locale);
  const amount = (units: number) =>
    units === 0 ? "" : typedAmount(cents(units), notation.currency, notation.locale);
  const rate = retainageRate(
    rows.map((row) => ({ totalCents: cents(row.total), retainageCents: cents(row.retainage) })),
  );
  const own = (row: { total: number; retainage: number }) => {
    if (rate === null) return amount(row.retainage);
    return row.retainage === 0 && row.total > 0 ? "0" : "";
  };
  const lines = rows.map((row) => ({
    kind: row.kind,
    productId: row.product_id,
    sku: row.sku,
    description: row.description,
    quantity: row.kind === "item" ? typed(row.quantity) : "",
    unit: row.unit,
    unitPrice: row.kind === "item" ? typed(row.unit_price) : "",
    discount: amount(row.discount),
    taxable: row.taxable,
    taxRateId: row.tax_id,
    retainable: row.kind === "item",
    retainage: own(row),
  }));
  return { retainage: rate === null ? "" : `${typed(rate)}%`, lines };
}
