// What must always hold of credit memos of invoices: each is its lines and taxes, and no more is credited than was billed.
import { sql } from "drizzle-orm";
import type { Check } from "./check.ts";

/** A credit memo that was reversed credited nothing. */
const stands = sql`not exists (select from books.events u where u.reverses = m.event_number)`;

export const creditMemoChecks: readonly Check[] = [
  {
    id: "I14",
    says: "a credit memo of an invoice is the sum of its lines and of its taxes, all of that invoice",
    query: sql`
      select m.number from books.credit_memos m
      left join (select credit_memo_id as id, min(invoice_id::text) as least, max(invoice_id::text) as most, sum(total) as total,
        sum(tax) as tax, sum(retainage) as held from books.credit_memo_lines group by 1) l using (id)
      left join (select credit_memo_id as id, sum(tax) as tax from books.credit_memo_taxes group by 1) t using (id)
      where (m.invoice_id is not null or l.id is not null or t.id is not null)
        and (l.least, l.most, l.total, l.tax, l.held, coalesce(t.tax, 0)) is distinct from
          (m.invoice_id::text, m.invoice_id::text, m.subtotal, m.tax, m.retainage, m.tax)`,
  },
  {
    id: "I14",
    says: "no more of an invoice was credited than was billed, in quantity, amount and tax of each line and in each tax",
    query: sql`
      select d.number, s.line from books.invoice_lines s join books.invoices d on d.id = s.invoice_id join (
        select b.invoice_id, b.invoice_line, coalesce(sum(b.quantity), 0) as quantity, sum(b.total) as total, sum(b.tax) as tax
        from books.credit_memo_lines b join books.credit_memos m on m.id = b.credit_memo_id where ${stands} group by 1, 2) b
        on b.invoice_id = s.invoice_id and b.invoice_line = s.line
      where b.quantity > s.quantity or b.total > s.total or b.tax > s.tax
      union all
      select d.number, s.line from books.invoice_taxes s join books.invoices d on d.id = s.invoice_id join (
        select m.invoice_id, b.line, sum(b.tax) as tax
        from books.credit_memo_taxes b join books.credit_memos m on m.id = b.credit_memo_id where ${stands} group by 1, 2) b
        on b.invoice_id = s.invoice_id and b.line = s.line
      where b.tax > s.tax`,
  },
  {
    id: "I14",
    says: "no credit memo stands beside its invoice when that was voided",
    query: sql`
      select m.number from books.credit_memos m join books.invoices d on d.id = m.invoice_id
      join books.events v on v.reverses = d.event_number where ${stands}`,
  },
  {
    id: "I7",
    says: "what a credit memo no longer holds back of each line is what it says",
    query: sql`
      select m.number, l.invoice_line as line from books.credit_memos m join books.credit_memo_lines l on l.credit_memo_id = m.id
      left join (
        select event_number, invoice_id, invoice_line, - sum(amount) as freed from books.retainage group by 1, 2, 3) r
        on r.event_number = m.event_number and r.invoice_id = l.invoice_id and r.invoice_line = l.invoice_line
      where l.retainage <> coalesce(r.freed, 0)
      union all
      select m.number, null from books.credit_memos m join books.events e on e.number = m.event_number
      where m.retainage <> - e.retained`,
  },
  {
    id: "I17",
    says: "what a credit memo of an invoice takes of revenue is its lines by account",
    query: sql`
      select event_number, chart_code from (
        select m.event_number, l.chart_code, sum(l.total) as total
        from books.credit_memos m join books.credit_memo_lines l on l.credit_memo_id = m.id group by 1, 2) d
      full join (
        select l.event_number, l.chart_code, sum(l.amount) as amount
        from books.journal_lines l join books.credit_memos m on m.event_number = l.event_number and m.invoice_id is not null
        join books.chart c on c.code = l.chart_code
        where (c.role is null or c.role = 'revenue') and not exists (select from books.tax_agencies a where a.chart_code = c.code)
        group by 1, 2) p using (event_number, chart_code)
      where coalesce(d.total, 0) <> coalesce(p.amount, 0)`,
  },
];
