// What of a receipt can still be brought back, and in which ways it can be made good.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, cents, larger, type Cents } from "@/domain/values/money.ts";
import type { ReturnableLine } from "@/domain/receipts/receipt-return.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

export type Returnable = {
  receiptId: string;
  number: string;
  issuedOn: Day;
  currency: string;
  /** Where credit would go: the account it was sold to, or the one that this was merged into. */
  accountId: string | null;
  customerId: string | null;
  customerName: string | null;
  /** The house charge was reversed: what it paid for is nobody's debt any more. */
  chargeReversed: boolean;
  /** The invoice of its house charge, and what is open of it. */
  invoice: { invoiceId: string; number: string; openCents: Cents } | null;
  /** Paid for what was bought, and not given back yet. */
  mostMoneyCents: Cents;
  taxes: ReturnableTax[];
  lines: (ReturnableLine & {
    productId: string | null;
    sku: string;
    taxable: boolean;
    chartCode: string;
  })[];
};

/** What a rate came to on the sale, and what of it wasn't given back yet. */
export type ReturnableTax = {
  line: number;
  agencyId: string;
  agency: string;
  name: string;
  rate: string;
  chartCode: string;
  leftCents: Cents;
};

/** Of a return's receipt: it counts, because its credit memo wasn't reversed, or it has none. `then`: of the event `u` that reversed it, that it counts. */
export const standsAs = (receiptId: SQL, then: SQL = sql`true`): SQL => sql`
  not exists (select from books.credit_memos k join books.events u on u.reverses = k.event_number
    where k.receipt_id = ${receiptId} and ${then})`;

type Row = {
  number: string;
  issued_on: Day;
  currency: string;
  account_id: string | null;
  customer_id: string | null;
  customer_name: string | null;
  invoice_id: string | null;
  invoice_number: string | null;
  invoice_open: number;
  taken_back: boolean;
  most_money: number;
};

/** Refuses "not-found" for what isn't a sale of this business. */
export async function readReturnable(books: Books, receiptId: string): Promise<Returnable> {
  if (!z.uuid().safeParse(receiptId).success) throw new Refusal("not-found");
  const [[row], lines, taxes] = await Promise.all([
    books.tx.execute<Row>(sql`
      with recursive owner as (
        select a.id as account_id, a.currency, c.id, c.name, c.merged_into, 1 as depth
        from books.receipts r join books.accounts a on a.id = r.account_id join books.customers c on c.id = a.customer_id
        where r.id = ${receiptId}::uuid
        union all
        select a.id, a.currency, c.id, c.name, c.merged_into, o.depth + 1
        from owner o join books.customers c on c.id = o.merged_into
        join books.accounts a on a.customer_id = c.id and a.currency = o.currency where o.depth < 50),
      now as (select * from owner order by depth desc limit 1)
      select r.number, r.issued_on, r.currency, n.account_id, n.id as customer_id, n.name as customer_name,
        i.id as invoice_id, i.number as invoice_number,
        coalesce((select sum(t.amount - t.applied - t.reversed) from books.items t
          where t.document_id = i.id and t.account_id = n.account_id), 0)::bigint as invoice_open,
        exists (select from books.events e where e.reverses = i.event_number) as taken_back,
        r.money - r.on_account - coalesce(
          (select sum(b.money) from books.receipts b where b.return_of = r.id), 0)::bigint as most_money
      from books.receipts r left join now n on true left join books.invoices i on i.receipt_id = r.id
      where r.id = ${receiptId}::uuid and r.kind = 'sale'`),
    readLines(books, receiptId),
    readTaxes(books, receiptId),
  ]);
  if (!row) throw new Refusal("not-found");
  return { ...returnableOf(row), receiptId, lines, taxes };
}

const returnableOf = (row: Row): Omit<Returnable, "receiptId" | "lines" | "taxes"> => ({
  number: row.number,
  issuedOn: row.issued_on,
  currency: row.currency,
  accountId: row.account_id,
  customerId: row.customer_id,
  customerName: row.customer_name,
  chargeReversed: row.taken_back,
  invoice:
    row.invoice_id === null || row.invoice_number === null
      ? null
      : { invoiceId: row.invoice_id, number: row.invoice_number, openCents: cents(row.invoice_open) },
  mostMoneyCents: larger(ZERO, cents(row.most_money)),
});

async function readLines({ tx }: Books, receiptId: string): Promise<Returnable["lines"]> {
  const rows = await tx.execute<{
    line: number;
    product_id: string | null;
    sku: string;
    description: string;
    unit: string;
    quantity: string;
    unit_price: string;
    total: number;
    tax: number;
    taxable: boolean;
    chart_code: string;
    back_quantity: string;
    back_total: number;
    back_tax: number;
  }>(sql`
    select l.line, l.product_id, l.sku, l.description, l.unit, trim_scale(l.quantity)::text as quantity,
      trim_scale(l.unit_price)::text as unit_price, l.total, l.tax, l.taxable, l.chart_code,
      trim_scale(coalesce(b.quantity, 0))::text as back_quantity, coalesce(b.total, 0)::bigint as back_total,
      coalesce(b.tax, 0)::bigint as back_tax
    from books.receipt_lines l left join lateral (
      select sum(quantity) as quantity, sum(total) as total, sum(tax) as tax from books.receipt_lines b
      where b.return_of = l.receipt_id and b.returned_line = l.line and ${standsAs(sql`b.receipt_id`)}) b on true
    where l.receipt_id = ${receiptId}::uuid order by l.line`);
  return rows.map((row) => ({
    line: row.line,
    productId: row.product_id,
    sku: row.sku,
    description: row.description,
    unit: row.unit,
    quantity: row.quantity,
    unitPrice: row.unit_price,
    totalCents: cents(row.total),
    taxCents: cents(row.tax),
    taxable: row.taxable,
    chartCode: row.chart_code,
    returned: {
      quantity: row.back_quantity,
      totalCents: cents(row.back_total),
      taxCents: cents(row.back_tax),
    },
  }));
}

async function readTaxes({ tx }: Books, receiptId: string): Promise<ReturnableTax[]> {
  const rows = await tx.execute<Omit<ReturnableTax, "leftCents"> & { left: number }>(sql`
    select t.line, t.agency_id as "agencyId", t.agency, t.name, trim_scale(t.rate)::text as rate,
      g.chart_code as "chartCode", (t.tax - coalesce((
        select sum(b.tax) from books.receipts r join books.receipt_taxes b on b.receipt_id = r.id
        where r.return_of = t.receipt_id and b.line = t.line and ${standsAs(sql`r.id`)}), 0))::bigint as left
    from books.receipt_taxes t join books.tax_agencies g on g.id = t.agency_id
    where t.receipt_id = ${receiptId}::uuid order by t.line`);
  return rows.map(({ left, ...tax }) => ({ ...tax, leftCents: cents(left) }));
}
