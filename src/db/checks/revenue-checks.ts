// What must always hold between papers and journal: revenue is on the accounts that the lines name, and a reversal is on
// those of its event.
import { sql } from "drizzle-orm";
import type { Check } from "./check.ts";

/** What an event says beside the customer and the tax, by account. */
const beside = sql`
  select l.event_number, l.chart_code, sum(l.amount) as amount
  from books.journal_lines l join books.chart c on c.code = l.chart_code
  where (c.role is null or c.role not in ('receivable', 'customer-credit', 'retainage-receivable'))
    and not exists (select from books.tax_agencies a where a.chart_code = c.code) group by 1, 2`;

/** A payment that was deposited comes back from the bank: the two accounts are one place here. */
const WHERE_MONEY_IS = sql`
  case when b.chart_code in (select code from books.chart where bank or role = 'undeposited-funds') then 'money' else b.chart_code end`;

export const revenueChecks: readonly Check[] = [
  {
    id: "I17",
    says: "the revenue of an invoice is its lines by account, and that of a return's credit memo its lines or a part of them",
    query: sql`
      select event_number, chart_code from (
        select i.event_number, l.chart_code, sum(l.total) as total
        from books.invoices i join books.invoice_lines l on l.invoice_id = i.id
        join books.events e on e.number = i.event_number and e.kind in ('invoice', 'retainage-release')
        join books.chart c on c.code = l.chart_code and c.role is distinct from 'retainage-receivable' group by 1, 2) d
      full join (
        select b.* from (${beside}) b join books.events e on e.number = b.event_number
        where e.kind in ('invoice', 'retainage-release')) p
        using (event_number, chart_code)
      where coalesce(d.total, 0) <> - coalesce(p.amount, 0)
      union all
      select event_number, chart_code from (
        select m.event_number, l.chart_code, sum(l.total) as total, m.subtotal = r.subtotal as whole
        from books.credit_memos m join books.receipts r on r.id = m.receipt_id join books.receipt_lines l on l.receipt_id = r.id
        group by 1, 2, 4) d
      full join (
        select b.* from (${beside}) b join books.credit_memos m on m.event_number = b.event_number where m.receipt_id is not null) p
        using (event_number, chart_code)
      where coalesce(p.amount, 0) > coalesce(d.total, 0) or d.whole and coalesce(p.amount, 0) <> d.total`,
  },
  {
    id: "I17",
    says: "a reversal is the opposite of its event on every account beside the customer's",
    query: sql`
      select r.number from (
        select number, number as of from books.events where reverses is not null
        union all select number, reverses from books.events where reverses is not null) r
      join (${beside}) b on b.event_number = r.of group by 1, ${WHERE_MONEY_IS} having sum(b.amount) <> 0`,
  },
  {
    id: "I17",
    says: "an account of the business's own that events name is one of revenue, a bank account, or a tax agency's",
    query: sql`
      select c.code from books.chart c where c.role is null and c.kind <> 'revenue' and not c.bank
        and not exists (select from books.tax_agencies a where a.chart_code = c.code)
        and exists (select from books.journal_lines l where l.chart_code = c.code)`,
  },
];
