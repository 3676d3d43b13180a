// An invoice as it is kept: whole, with its lines and taxes in one statement, under its own number or the next one.
import { sql } from "drizzle-orm";
import type { LineKind } from "@/domain/invoices/invoice-total.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, type Cents } from "@/domain/values/money.ts";
import type { TaxInForce } from "@/domain/ledger/tax-in-force.ts";
import type { ChargedTax, LineTaxParts } from "@/domain/values/tax.ts";
import { keepNumbered } from "../ledger/number-series.ts";
import type { Books } from "../open.ts";

export type KeptLine = {
  kind?: LineKind;
  productId?: string | null;
  sku?: string;
  description: string;
  quantity?: string;
  unit?: string;
  unitPrice: string;
  discountCents?: Cents;
  totalCents: Cents;
  taxable?: boolean;
  taxCents?: Cents;
  /** The rate that it is taxed with instead of the invoice's own, and its share of each tax. */
  taxId?: string | null;
  taxParts?: LineTaxParts | undefined;
  retainageCents?: Cents | undefined;
  /** Left out, the business's sales. */
  chartCode?: string | undefined;
};

export type KeptInvoice = {
  /** Left out, it was written by hand. */
  source?: "hand" | "release";
  invoiceId: string;
  accountId: string;
  currency: string;
  /** Left out, the next of the business's own series. */
  number?: string | undefined;
  issuedOn: Day;
  dueOn: Day;
  subtotalCents: Cents;
  taxCents: Cents;
  retainageCents: Cents;
  totalCents: Cents;
  notesInternal: string;
  eventNumber: number;
  lines: readonly KeptLine[];
  taxes: readonly ChargedTax<TaxInForce>[];
  billed?: Partial<Billed>;
};

/** What stands on it beside the amounts, frozen as it was that day. */
export type Billed = {
  jobId: string | null;
  locationId: string | null;
  terms: string;
  poNumber: string;
  salesperson: string;
  notesToCustomer: string;
  billingAddress: readonly string[];
  serviceAddress: readonly string[];
  /** The voided invoice that it was issued instead of. */
  corrects: string | null;
};

const PLAIN: Billed = {
  jobId: null,
  locationId: null,
  terms: "",
  poNumber: "",
  salesperson: "",
  notesToCustomer: "",
  billingAddress: [],
  serviceAddress: [],
  corrects: null,
};

/** Answers with its number. */
export function keepInvoice(books: Books, i: KeptInvoice): Promise<string> {
  const billed = { ...PLAIN, ...i.billed };
  return keepNumbered(
    books,
    { series: "invoice", given: i.number },
    sql`
    invoice as (
      insert into books.invoices (id, account_id, currency, source, number, issued_on, due_on, subtotal, tax, retainage,
        total, notes_internal, event_number, job_id, terms, po_number, salesperson, notes_to_customer, billing_address,
        service_address, corrects, location_id)
      select ${i.invoiceId}::uuid, ${i.accountId}::uuid, ${i.currency}, ${i.source ?? "hand"}, number, ${i.issuedOn}::date,
        ${i.dueOn}::date, ${i.subtotalCents}::bigint, ${i.taxCents}::bigint, ${i.retainageCents}::bigint,
        ${i.totalCents}::bigint, ${i.notesInternal}, ${i.eventNumber}::bigint, ${billed.jobId}::uuid, ${billed.terms},
        ${billed.poNumber}, ${billed.salesperson}, ${billed.notesToCustomer}, ${sql.param(billed.billingAddress)}::text[],
        ${sql.param(billed.serviceAddress)}::text[], ${billed.corrects}::uuid, ${billed.locationId}::uuid
      from free returning id),
    line as (
      insert into books.invoice_lines (invoice_id, line, kind, product_id, sku, description, quantity, unit, unit_price,
        discount, total, taxable, tax_id, tax_parts, tax, retainage, chart_code)
      select i.id, l.line, l.kind, l.product_id, l.sku, l.description, l.quantity, l.unit, l.unit_price, l.discount,
        l.total, l.taxable, l.tax_id, l.tax_parts, l.tax, l.retainage, coalesce(l.chart_code, c.code)
      from invoice i, books.chart c,
        jsonb_to_recordset(${JSON.stringify(i.lines.map(lineRow))}::text::jsonb) as l (line int, kind text,
          product_id uuid, sku text, description text, quantity numeric, unit text, unit_price numeric, discount bigint,
          total bigint, taxable boolean, tax_id uuid, tax_parts bigint[], tax bigint, retainage bigint, chart_code text)
      where c.role = 'revenue'),
    tax as (
      insert into books.invoice_taxes (invoice_id, line, agency_id, agency, name, rate, base, tax, sold)
      select i.id, t.line, t.agency_id, t.agency, t.name, t.rate, t.base, t.tax, t.sold
      from invoice i, jsonb_to_recordset(${JSON.stringify(i.taxes.map(taxRow))}::text::jsonb) as t (line int, name text,
        agency_id uuid, agency text, rate numeric, base bigint, tax bigint, sold bigint))`,
  );
}

const lineRow = (line: KeptLine, at: number) => ({
  line: at + 1,
  kind: line.kind ?? "item",
  product_id: line.productId ?? null,
  sku: line.sku ?? "",
  description: line.description,
  quantity: line.quantity ?? "1",
  unit: line.unit ?? "",
  unit_price: line.unitPrice,
  discount: line.discountCents ?? ZERO,
  total: line.totalCents,
  taxable: line.taxable ?? false,
  tax_id: line.taxId ?? null,
  tax_parts: line.taxParts ?? null,
  tax: line.taxCents ?? ZERO,
  retainage: line.retainageCents ?? ZERO,
  chart_code: line.chartCode ?? null,
});

const taxRow = (charged: ChargedTax<TaxInForce>, at: number) => {
  const {
    agencyId: agency_id,
    agency,
    name,
    rate,
    baseCents: base,
    taxCents: tax,
    soldCents: sold,
  } = charged;
  return { line: at + 1, agency_id, agency, name, rate, base, tax, sold };
};
