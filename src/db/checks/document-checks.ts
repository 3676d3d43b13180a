// What must always hold of the papers: their numbers have no gaps, each adds up to its event, and a statement is what
// the ledger said when it was issued.
import { sql } from "drizzle-orm";
import type { Check } from "./check.ts";
import { creditMemoChecks } from "./credit-memo-checks.ts";
import { depositChecks } from "./deposit-checks.ts";
import { receiptChecks } from "./receipt-checks.ts";
import { revenueChecks } from "./revenue-checks.ts";

/** By the digits that a number ends in: a series may have been given another prefix on the way. */
const missingNumbers = (series: string, table = `books.${series}s`) => sql`
  select c.series, n.n::text as missing
  from books.counters c cross join generate_series(1, c.next - 1) as n (n)
  left join (select distinct substring(number from '[0-9]+$')::numeric as n from ${sql.raw(table)}) given on given.n = n.n
  where c.series = ${series} and given.n is null`;

export const documentChecks: readonly Check[] = [
  {
    id: "I14",
    says: "a check that pays for several customers is the sum of its payments, and they are undone together",
    query: sql`
      select s.id from books.split_payments s cross join lateral (
        select sum(p.amount) as paid, count(*) as parts, count(r.number) as undone
        from books.payments p left join books.events r on r.reverses = p.event_number where p.split_id = s.id) p
      where p.paid is distinct from s.amount or p.undone not in (0, p.parts)`,
  },
  {
    id: "I12",
    says: "invoice numbers of the business's own series have no gap",
    query: missingNumbers("invoice"),
  },
  { id: "I12", says: "payment numbers have no gap", query: missingNumbers("payment") },
  { id: "I12", says: "deposit numbers have no gap", query: missingNumbers("deposit") },
  {
    id: "I12",
    says: "credit memo numbers have no gap",
    query: missingNumbers("credit-memo", "books.credit_memos"),
  },
  { id: "I12", says: "receipt numbers have no gap", query: missingNumbers("receipt") },
  { id: "I12", says: "statement numbers have no gap", query: missingNumbers("statement") },
  {
    id: "I14",
    says: "every posted document adds up to its event, and every such event has its document",
    query: sql`
      select e.number from books.events e left join books.invoices d on d.event_number = e.number
      where e.kind = 'invoice' and (d.id is null or d.id <> e.document_id
        or d.account_id <> e.account_id or d.total <> e.amount or d.issued_on <> e.effective_on or d.retainage <> e.retained
        or d.subtotal <> (select coalesce(sum(l.total), 0) from books.invoice_lines l where l.invoice_id = d.id)
        or d.due_on <> coalesce((select due_on from books.items i where i.id = e.number), d.due_on))
      union all
      select e.number from books.events e left join books.invoices d on d.event_number = e.number
      left join books.items i on i.id = e.number
      left join lateral (
        select coalesce(sum(l.total), 0) as total,
          coalesce(sum(l.total) filter (where c.role = 'retainage-receivable'), 0) as released
        from books.invoice_lines l join books.chart c on c.code = l.chart_code where l.invoice_id = d.id) l on true
      where e.kind = 'retainage-release' and (d.id is null or d.id <> e.document_id or d.source <> 'release'
        or d.account_id <> e.account_id or d.retainage <> 0
        or (d.total, d.total, d.issued_on, d.due_on) is distinct from (e.amount, i.amount, e.effective_on, i.due_on)
        or (d.subtotal, - e.retained) is distinct from (l.total, l.released))
      union all
      select e.number from books.events e join books.invoices d on d.event_number = e.number
      left join books.items i on i.id = e.number
      where e.kind = 'opening' and (d.id is distinct from e.document_id or d.account_id <> e.account_id
        or (d.total, d.issued_on, d.due_on) is distinct from (i.amount, i.issued_on, i.due_on))
      union all
      select e.number from books.events e left join books.payments d on d.event_number = e.number
      where e.kind = 'payment' and (d.id is null or d.id <> e.document_id or d.account_id <> e.account_id
        or d.amount <> - e.amount or d.received_on <> e.effective_on)
      union all
      select e.number from books.events e left join books.credit_memos d on d.event_number = e.number
      where e.kind = 'credit-memo' and (d.id is null or d.id <> e.document_id or d.account_id <> e.account_id
        or d.total <> - e.amount or d.issued_on <> e.effective_on)`,
  },
  {
    id: "I14",
    says: "an invoice's tax and retainage are those of its lines, and its tax what each rate came to",
    query: sql`
      select d.number from books.invoices d
      left join (select invoice_id as id, sum(tax) as tax, sum(retainage) as held from books.invoice_lines group by 1) l using (id)
      left join (select invoice_id as id, sum(tax) as tax from books.invoice_taxes group by 1) t using (id)
      where d.source in ('hand', 'release') and (coalesce(l.tax, 0), coalesce(l.held, 0), coalesce(t.tax, 0)) is distinct from
        (d.tax, d.retainage, d.tax)`,
  },
  {
    id: "I14",
    says: "where lines bear different taxes, each tax is what its lines bear of it, and so is what a credit memo gives back",
    query: sql`
      select d.number, t.line from books.invoices d join books.invoice_taxes t on t.invoice_id = d.id
      left join lateral (
        select sum(l.tax_parts[t.line]) as tax, sum(l.total) filter (where l.tax_parts[t.line] is not null) as base
        from books.invoice_lines l where l.invoice_id = d.id) l on true
      where t.sold is not null and (coalesce(l.tax, 0), coalesce(l.base, 0)) is distinct from (t.tax, t.base)
      union all
      select m.number, t.line from books.credit_memos m join books.credit_memo_taxes t on t.credit_memo_id = m.id
      left join lateral (
        select sum(l.tax_parts[t.line]) as tax, sum(l.total) filter (where l.tax_parts[t.line] is not null) as base
        from books.credit_memo_lines l where l.credit_memo_id = m.id) l on true
      where t.sold is not null and (coalesce(l.tax, 0), coalesce(l.base, 0)) is distinct from (t.tax, t.base)`,
  },
  {
    id: "I14",
    says: "a receipt is the sum of its lines and tenders, and what was charged or paid on account is in its documents",
    query: sql`
      select r.number from books.receipts r
      left join (select receipt_id as id, sum(total) as total, sum(tax) as tax from books.receipt_lines group by 1) l using (id)
      left join (select receipt_id as id, sum(amount) filter (where tender = 'house-charge') as charged,
        sum(amount) filter (where tender <> 'house-charge') as money, sum(on_account) as on_account
        from books.receipt_tenders group by 1) t using (id)
      left join (select receipt_id as id, account_id, sum(total) as total from (
          select receipt_id, account_id, total from books.invoices
          union all select receipt_id, account_id, total from books.credit_memos) d
        where receipt_id is not null group by 1, 2) d using (id)
      left join (select receipt_id as id, account_id, sum(amount) as amount from books.payments
        where receipt_id is not null group by 1, 2) p using (id)
      where (coalesce(l.total, 0), coalesce(l.tax, 0), coalesce(t.charged, 0), coalesce(t.money, 0), coalesce(t.on_account, 0))
          is distinct from (r.subtotal, r.tax, r.house_charge, r.money, r.on_account)
        or coalesce(d.total, 0) <> r.house_charge or coalesce(d.account_id, r.account_id) <> r.account_id
        or coalesce(p.amount, 0) <> r.on_account or coalesce(p.account_id, r.account_id) <> r.account_id`,
  },
  {
    id: "I7",
    says: "what an event held back of each line is what the invoice says: withheld is what was released of it and what is held",
    query: sql`
      select d.number, l.line from books.invoices d join books.invoice_lines l on l.invoice_id = d.id
      left join (
        select event_number, invoice_id, invoice_line as line, sum(amount) as withheld from books.retainage
        where amount > 0 group by 1, 2, 3) r on r.event_number = d.event_number and r.invoice_id = d.id and r.line = l.line
      where d.event_number is not null and l.retainage <> coalesce(r.withheld, 0)`,
  },
  {
    id: "I14",
    says: "what an invoice left to pay is its job's, wherever it was moved to",
    query: sql`
      select i.id from books.items i left join books.invoices d on d.id = i.document_id
      where i.job_id is distinct from d.job_id`,
  },
  {
    id: "I15",
    says: "a statement's closing is the ledger's as the statement saw it, and its copy is whole",
    query: sql`
      select s.number from books.statements s
      where s.closing <> (select coalesce(sum(e.amount), 0) from books.events e
          where e.account_id = s.account_id and e.effective_on <= s.as_of and e.seq <= s.head_seq)
        or s.snapshot_hash <> sha256(convert_to(s.snapshot, 'UTF8'))
      union all
      select s.number from books.statement_members m join books.statements s on s.id = m.statement_id
      where m.closing <> (select coalesce(sum(e.amount), 0) from books.events e
          where e.account_id = m.account_id and e.effective_on <= s.as_of and e.seq <= m.head_seq)
      union all
      select s.number from books.statements s
      where s.family_closing is distinct from (
        select sum(m.closing)::bigint from books.statement_members m where m.statement_id = s.id)`,
  },
  ...depositChecks,
  ...receiptChecks,
  ...creditMemoChecks,
  ...revenueChecks,
];
