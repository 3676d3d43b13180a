// What of an invoice can still be credited: line by line what no standing credit memo took, and what is still held back of it.
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { LineKind } from "@/domain/invoices/invoice-total.ts";
import type { Creditable, CreditableLine } from "@/domain/invoices/invoice-credit.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";

export type CreditableInvoice = Pick<Creditable, "givenUpCents"> & {
  invoiceId: string;
  number: string;
  issuedOn: Day;
  currency: string;
  /** Where the credit goes: the account that was billed, or the one that this was merged into. */
  accountId: string;
  customerId: string;
  customerName: string;
  openCents: Cents;
  taxes: CreditableTax[];
  lines: BilledLine[];
};

export type BilledLine = CreditableLine & {
  sku: string;
  description: string;
  unit: string;
  taxable: boolean;
  chartCode: string;
};

/** A tax of the invoice, and what of it wasn't given back yet. */
export type CreditableTax = {
  line: number;
  agencyId: string;
  agency: string;
  name: string;
  rate: string;
  chartCode: string;
  leftCents: Cents;
};

type Row = {
  id: string;
  number: string;
  issued_on: Day;
  currency: string;
  account_id: string;
  customer_id: string;
  customer_name: string;
  source: string;
  voided: boolean;
  open: number;
  given_up: number;
};

/** Of a credit memo `m`: it counts, because nobody reversed it. */
const STANDS = sql`not exists (select from books.events v where v.reverses = m.event_number)`;

/** Refuses "not-found", a voided invoice, and one that has no lines of its own. */
export async function readCreditable(books: Books, invoiceId: string): Promise<CreditableInvoice> {
  if (!z.uuid().safeParse(invoiceId).success) throw new Refusal("not-found");
  const [[row], lines, taxes] = await Promise.all([
    books.tx.execute<Row>(sql`
      select d.id, d.number, d.issued_on, d.currency, n.id as account_id, c.id as customer_id, c.name as customer_name, d.source,
        exists (select from books.events e where e.reverses = d.event_number) as voided,
        coalesce((select sum(i.amount - i.applied - i.reversed) from books.items i
          where i.document_id = d.id and i.account_id = n.id), 0)::bigint as open,
        coalesce((select sum(s.amount) from books.items i join books.allocations s on s.item_id = i.id
          join books.credits k on k.id = s.credit_id
          where i.document_id = d.id and k.kind in ('write-off', 'discount')), 0)::bigint as given_up
      from books.invoices d join books.accounts a on a.id = d.account_id
      join books.customers c on c.id = books.survivor(a.customer_id)
      join books.accounts n on n.customer_id = c.id and n.currency = d.currency
      where d.id = ${invoiceId}::uuid and d.event_number is not null`),
    readLines(books, invoiceId),
    readTaxes(books, invoiceId),
  ]);
  if (!row) throw new Refusal("not-found");
  if (row.source !== "hand") throw new Refusal("not-by-lines");
  if (row.voided) throw new Refusal("invoice-voided");
  return {
    invoiceId: row.id,
    number: row.number,
    issuedOn: row.issued_on,
    currency: row.currency,
    accountId: row.account_id,
    customerId: row.customer_id,
    customerName: row.customer_name,
    openCents: cents(row.open),
    givenUpCents: cents(row.given_up),
    taxes,
    lines,
  };
}

async function readLines({ tx }: Books, invoiceId: string): Promise<BilledLine[]> {
  const rows = await tx.execute<{
    line: number;
    kind: LineKind;
    sku: string;
    description: string;
    unit: string;
    quantity: string;
    total: number;
    tax: number;
    taxable: boolean;
    chart_code: string;
    back_quantity: string;
    back_total: number;
    back_tax: number;
    parts: (number | null)[] | null;
    back_parts: (number | null)[][] | null;
    held: number;
  }>(sql`
    select l.line, l.kind, l.sku, l.description, l.unit, trim_scale(l.quantity)::text as quantity, l.total, l.tax, l.taxable,
      l.chart_code, trim_scale(coalesce(b.quantity, 0))::text as back_quantity, coalesce(b.total, 0)::bigint as back_total,
      coalesce(b.tax, 0)::bigint as back_tax, to_json(l.tax_parts) as parts, b.parts as back_parts, coalesce(h.held, 0)::bigint as held
    from books.invoice_lines l
    left join (
      select b.invoice_line as line, sum(b.quantity) as quantity, sum(b.total) as total, sum(b.tax) as tax,
        json_agg(b.tax_parts) filter (where b.tax_parts is not null) as parts
      from books.credit_memo_lines b join books.credit_memos m on m.id = b.credit_memo_id
      where b.invoice_id = ${invoiceId}::uuid and ${STANDS} group by 1) b on b.line = l.line
    left join (
      select invoice_line as line, sum(amount) as held from books.retainage
      where invoice_id = ${invoiceId}::uuid group by 1) h on h.line = l.line
    where l.invoice_id = ${invoiceId}::uuid order by l.line`);
  return rows.map((row) => ({
    line: row.line,
    kind: row.kind,
    sku: row.sku,
    description: row.description,
    unit: row.unit,
    quantity: row.quantity,
    totalCents: cents(row.total),
    taxCents: cents(row.tax),
    taxable: row.taxable,
    chartCode: row.chart_code,
    credited: {
      quantity: row.back_quantity,
      totalCents: cents(row.back_total),
      taxCents: cents(row.back_tax),
    },
    leftTaxParts: row.parts && leftOf(row.parts, row.back_parts ?? []),
    heldCents: cents(row.held),
  }));
}

/** What credit memos left of each tax on a line. */
const leftOf = (billed: readonly (number | null)[], back: readonly (readonly (number | null)[])[]) =>
  billed.map((part, nth) =>
    part === null ? null : cents(back.reduce((left, each) => left - (each[nth] ?? 0), part)),
  );

async function readTaxes({ tx }: Books, invoiceId: string): Promise<CreditableTax[]> {
  const rows = await tx.execute<Omit<CreditableTax, "leftCents"> & { left: number }>(sql`
    select t.line, t.agency_id as "agencyId", t.agency, t.name, trim_scale(t.rate)::text as rate,
      g.chart_code as "chartCode", (t.tax - coalesce((
        select sum(b.tax) from books.credit_memos m join books.credit_memo_taxes b on b.credit_memo_id = m.id
        where m.invoice_id = t.invoice_id and b.line = t.line and ${STANDS}), 0))::bigint as left
    from books.invoice_taxes t join books.tax_agencies g on g.id = t.agency_id
    where t.invoice_id = ${invoiceId}::uuid order by t.line`);
  return rows.map(({ left, ...tax }) => ({ ...tax, leftCents: cents(left) }));
}
