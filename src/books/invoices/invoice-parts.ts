// The lines and the taxes of an invoice, as its page and its paper show them.
import { sql } from "drizzle-orm";
import type { LineKind } from "@/domain/invoices/invoice-total.ts";
import { ZERO, cents, plus, type Cents } from "@/domain/values/money.ts";
import type { ChargedTax } from "@/domain/values/tax.ts";
import type { Books } from "../open.ts";

export type InvoiceLine = {
  line: number;
  kind: LineKind;
  sku: string;
  description: string;
  /** Exact decimals, as they were written. */
  quantity: string;
  unit: string;
  unitPrice: string;
  discountCents: Cents;
  taxable: boolean;
  /** Of a subtotal, what the lines since the last one come to. */
  totalCents: Cents;
  taxCents: Cents;
  retainageCents: Cents;
};

export async function readLines({ tx }: Books, invoiceId: string): Promise<InvoiceLine[]> {
  const rows = await tx.execute<{
    line: number;
    kind: LineKind;
    sku: string;
    description: string;
    quantity: string;
    unit: string;
    unit_price: string;
    discount: number;
    total: number;
    taxable: boolean;
    tax: number;
    retainage: number;
  }>(sql`
    select line, kind, sku, description, trim_scale(quantity)::text as quantity, unit,
      trim_scale(unit_price)::text as unit_price, discount, total, taxable, tax, retainage
    from books.invoice_lines where invoice_id = ${invoiceId}::uuid order by line`);
  let since = ZERO;
  return rows.map((row) => {
    since = plus(since, cents(row.total));
    const told = row.kind === "subtotal" ? since : cents(row.total);
    if (row.kind === "subtotal") since = ZERO;
    return {
      line: row.line,
      kind: row.kind,
      sku: row.sku,
      description: row.description,
      quantity: row.quantity,
      unit: row.unit,
      unitPrice: row.unit_price,
      discountCents: cents(row.discount),
      taxable: row.taxable,
      totalCents: told,
      taxCents: cents(row.tax),
      retainageCents: cents(row.retainage),
    };
  });
}

/** By rate, in the order in which they were charged. */
export async function readInvoiceTaxes({ tx }: Books, invoiceId: string): Promise<ChargedTax[]> {
  const rows = await tx.execute<{
    name: string;
    agency: string;
    rate: string;
    base: number;
    tax: number;
  }>(sql`
    select name, agency, trim_scale(rate)::text as rate, base, tax from books.invoice_taxes
    where invoice_id = ${invoiceId}::uuid order by line`);
  return rows.map(({ name, agency, rate, base, tax }) => {
    return { name, agency, rate, baseCents: cents(base), taxCents: cents(tax) };
  });
}
