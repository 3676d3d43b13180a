// The lines, the tenders and the returns of a receipt, as its page shows them.
import { sql, type SQL } from "drizzle-orm";
import type {
  PaperLink,
  ReceiptPage,
  ReceiptPageLine,
  ReceiptPageTender,
} from "@/domain/receipts/receipt-page.ts";
import type { Tender } from "@/domain/receipts/receipt.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import type { Moment } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { receiptThen } from "./receipt-list.ts";
import { standsAs } from "./returnable.ts";

export async function readLines({ tx }: Books, receiptId: string): Promise<ReceiptPageLine[]> {
  const rows = await tx.execute<{
    line: number;
    product_id: string | null;
    sku: string;
    description: string;
    quantity: string;
    unit: string;
    unit_price: string;
    discount: number;
    total: number;
    taxable: boolean;
    tax: number;
  }>(sql`
    select line, product_id, sku, description, trim_scale(quantity)::text as quantity, unit,
      trim_scale(unit_price)::text as unit_price, discount, total, taxable, tax
    from books.receipt_lines where receipt_id = ${receiptId}::uuid order by line`);
  return rows.map(({ product_id, unit_price, discount, total, tax, ...line }) => ({
    ...line,
    productId: product_id,
    unitPrice: unit_price,
    discountCents: cents(discount),
    totalCents: cents(total),
    taxCents: cents(tax),
  }));
}

/** `then`: of an event `e`, that it counts. */
export async function readTenders({ tx }: Books, receiptId: string, then: SQL): Promise<ReceiptPageTender[]> {
  const rows = await tx.execute<{
    tender: Tender;
    reference: string;
    amount: number;
    given: number;
    on_account: number;
    event_number: number | null;
    taken_back: boolean;
    paper: PaperLink | null;
  }>(sql`
    select t.tender, t.reference, t.amount, t.given, t.on_account, t.event_number,
      exists (select from books.events e where e.reverses = t.event_number and ${then}) as taken_back, case
        when i.id is not null then jsonb_build_object('kind', 'invoice', 'id', i.id, 'number', i.number)
        when p.id is not null then jsonb_build_object('kind', 'payment', 'id', p.id, 'number', p.number)
        when m.id is not null then jsonb_build_object('kind', 'credit-memo', 'id', m.id, 'number', m.number) end as paper
    from books.receipt_tenders t left join books.invoices i on i.event_number = t.event_number
    left join books.payments p on p.event_number = t.event_number
    left join books.credit_memos m on m.event_number = t.event_number
    where t.receipt_id = ${receiptId}::uuid order by t.line`);
  return rows.map((row) => ({
    tender: row.tender,
    reference: row.reference,
    amountCents: cents(row.amount),
    givenCents: cents(row.given),
    onAccountCents: cents(row.on_account),
    eventId: row.event_number,
    reversed: row.taken_back,
    paper: row.paper,
  }));
}

/** `counts`: of the event `u` that reversed one, that it counts. */
export async function readReturns(
  books: Books,
  receiptId: string,
  { at, counts }: { at: Moment; counts: SQL },
): Promise<ReceiptPage["returns"]> {
  const rows = await books.tx.execute<{
    id: string;
    number: string;
    issued_on: Day;
    total: number;
    stands: boolean;
  }>(sql`
    select id, number, issued_on, total, ${standsAs(sql`r.id`, counts)} as stands from books.receipts r
    where return_of = ${receiptId}::uuid and ${receiptThen(books, at)} order by created_at, id`);
  return rows.map((row) => ({
    receiptId: row.id,
    number: row.number,
    issuedOn: row.issued_on,
    totalCents: cents(row.total),
    reversed: !row.stands,
  }));
}
