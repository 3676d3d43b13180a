// What was sold in a period, by the agencies that took tax on it: on which amount each did, and under no agency all that was
// sold. By the same days and the same basis as the tax itself, so that the two belong together.
import { sql, type SQL } from "drizzle-orm";
import type { TaxPeriod } from "@/domain/receivables/tax-report.ts";
import type { Books } from "../open.ts";
import { APPLIED_TO_ITEMS, USED_OF_CREDITS, growth, usedIn, within } from "./tax-used.ts";

/** Rows (agency_id, base); all sales where agency_id is null. */
export const soldIn = (books: Books, period: TaxPeriod): SQL => sql`
  ${period.basis === "paid" ? paidIn(books, period) : invoicedIn(books, period)}
  union all ${counterIn(books, period)}`;

/** What an event sold: all of it by its revenue, and by agency what its document was taxed on. */
const soldBy = (event: SQL, reverses: SQL): SQL => sql`
  select null::uuid as agency_id, - sum(lx.amount) as base
  from books.journal_lines lx join books.chart hx on hx.code = lx.chart_code
  where lx.event_number = ${event} and hx.kind = 'revenue' and (hx.role is null or hx.role = 'revenue')
  union all
  select b.agency_id, case when ${reverses} is null then b.base else - b.base end
  from (${basesOf(sql`coalesce(${reverses}, ${event})`)}) b`;

/** Two rates of one agency are taken on the same amount, unless the document says of which of it each is. Of a charge or a return on account, its share of the receipt's. */
const basesOf = (event: SQL): SQL => sql`
  select tx.agency_id, coalesce(sum(tx.sold), max(tx.base))::numeric as base
  from books.invoices ix join books.invoice_taxes tx on tx.invoice_id = ix.id where ix.event_number = ${event} group by 1
  union all
  select tx.agency_id, round(max(tx.base) * ix.subtotal::numeric / nullif(rx.subtotal, 0))
  from books.invoices ix join books.receipts rx on rx.id = ix.receipt_id
  join books.receipt_taxes tx on tx.receipt_id = rx.id
  where ix.event_number = ${event} group by tx.agency_id, ix.subtotal, rx.subtotal
  union all
  select tx.agency_id, - round(max(tx.base) * kx.subtotal::numeric / nullif(rx.subtotal, 0))
  from books.credit_memos kx join books.receipts rx on rx.id = kx.receipt_id
  join books.receipt_taxes tx on tx.receipt_id = rx.id
  where kx.event_number = ${event} group by tx.agency_id, kx.subtotal, rx.subtotal
  union all
  select tx.agency_id, - coalesce(sum(tx.sold), max(tx.base))
  from books.credit_memos kx join books.credit_memo_taxes tx on tx.credit_memo_id = kx.id
  where kx.event_number = ${event} group by 1`;

const invoicedIn = ({ currency }: Books, period: TaxPeriod): SQL => sql`
  select s.agency_id, s.base from books.events e cross join lateral (${soldBy(sql`e.number`, sql`e.reverses`)}) s
  where e.currency = ${currency} and ${within(sql`e.effective_on`, period)}`;

/** The receipts, less what of them went on an account. */
const counterIn = ({ currency }: Books, period: TaxPeriod): SQL => sql`
  select s.agency_id, case r.kind when 'sale' then s.base else - s.base end
  from books.receipts r cross join lateral (
    select null::uuid as agency_id, r.subtotal::numeric as base union all
    select t.agency_id, max(t.base) from books.receipt_taxes t where t.receipt_id = r.id group by 1) s
  where r.currency = ${currency} and ${within(sql`r.issued_on`, period)}
  union all
  select s.agency_id, - s.base from books.receipts r
  join (select receipt_id, event_number from books.invoices union all
    select receipt_id, event_number from books.credit_memos) d on d.receipt_id = r.id
  cross join lateral (${soldBy(sql`d.event_number`, sql`null::bigint`)}) s
  where r.currency = ${currency} and ${within(sql`r.issued_on`, period)}`;

/** Of each document as much as of it was used. */
const paidIn = ({ currency }: Books, period: TaxPeriod): SQL => sql`
  select s.agency_id, ${growth(sql`i.amount`, sql`s.base`)} as base
  from books.items i join (${usedIn(APPLIED_TO_ITEMS, period)}) u on u.document_id = i.document_id
  cross join lateral (${soldBy(sql`i.id`, sql`null::bigint`)}) s where i.currency = ${currency}
  union all
  select s.agency_id, ${growth(sql`k.amount`, sql`s.base`)}
  from books.credits k join (${usedIn(USED_OF_CREDITS, period)}) u on u.document_id = k.document_id
  cross join lateral (${soldBy(sql`k.id`, sql`null::bigint`)}) s where k.currency = ${currency}`;
