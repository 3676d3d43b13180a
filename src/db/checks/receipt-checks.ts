// What must always hold of receipts: each is its lines and tenders, a tender that posted is its event and its document,
// and no more came back of a line than was sold.
import { sql } from "drizzle-orm";
import type { Check } from "./check.ts";

/** A return whose credit memo was reversed never happened. */
const returnStands = sql`not exists (select from books.credit_memos k join books.events u on u.reverses = k.event_number
  where k.receipt_id = b.receipt_id)`;

export const receiptChecks: readonly Check[] = [
  {
    id: "I14",
    says: "a receipt is the sum of its lines, of its taxes and of its tenders",
    query: sql`
      select r.number from books.receipts r
      left join (select receipt_id, sum(total) as total, sum(tax) as tax from books.receipt_lines group by 1) l on l.receipt_id = r.id
      left join (select receipt_id, sum(amount) filter (where tender = 'house-charge') as charged,
        sum(amount) filter (where tender <> 'house-charge') as money, sum(on_account) as on_account
        from books.receipt_tenders group by 1) t on t.receipt_id = r.id
      left join (select receipt_id, sum(tax) as tax from books.receipt_taxes group by 1) x on x.receipt_id = r.id
      where r.subtotal <> coalesce(l.total, 0) or r.tax <> coalesce(l.tax, 0) or r.tax <> coalesce(x.tax, 0) or r.house_charge <> coalesce(t.charged, 0)
        or r.money <> coalesce(t.money, 0) or r.on_account <> coalesce(t.on_account, 0)`,
  },
  {
    id: "I14",
    says: "what a tender of a receipt posted is its event, to the cent, on the account and day of the receipt",
    query: sql`
      select r.number, t.line from books.receipt_tenders t join books.receipts r on r.id = t.receipt_id
      left join books.events e on e.number = t.event_number
      left join books.invoices i on i.event_number = t.event_number
      left join books.payments p on p.event_number = t.event_number
      left join books.credit_memos m on m.event_number = t.event_number
      where t.event_number is not null and ((e.account_id, e.effective_on) is distinct from (r.account_id, r.issued_on)
        or coalesce(i.receipt_id, p.receipt_id, m.receipt_id) is distinct from r.id
        or (case when t.tender <> 'house-charge' then e.kind = 'payment' and - e.amount = t.on_account
          when r.kind = 'sale' then e.kind = 'invoice' and e.amount = t.amount
          else e.kind = 'credit-memo' and - e.amount = t.amount end) is not true)`,
  },
  {
    id: "I14",
    says: "an invoice, payment or credit memo of a receipt is one that its tenders posted",
    query: sql`
      select d.number from (
        select number, receipt_id, event_number from books.invoices union all
        select number, receipt_id, event_number from books.payments union all
        select number, receipt_id, event_number from books.credit_memos) d
      where d.receipt_id is not null and not exists (select from books.receipt_tenders t
        where t.receipt_id = d.receipt_id and t.event_number = d.event_number)`,
  },
  {
    id: "I21",
    says: "what a customer signed, and what was shown of it, is what its charge was hashed with",
    query: sql`
      select e.account_id, e.number from books.events e left join books.signatures s on (s.org_id, s.event_number) = (e.org_id, e.number)
      where (e.signature_digest is not null or s.event_number is not null)
        and (e.signature_digest is distinct from sha256(convert_to(coalesce(s.statement || E'\\n', '') || s.name || E'\\n' || s.path, 'UTF8'))
          or e.document_id is distinct from s.invoice_id)`,
  },
  {
    id: "I21",
    says: "what was shown to whoever signed is what they were charged",
    query: sql`
      select e.account_id, e.number from books.signatures s join books.events e on (e.org_id, e.number) = (s.org_id, s.event_number)
      where not starts_with(s.statement, books.statement_of(e.amount, e.currency))`,
  },
  {
    id: "I14",
    says: "no more came back of what was sold, in quantity, amount, tax and money",
    query: sql`
      select s.receipt_id::text as sold, s.line from books.receipt_lines s join (
        select return_of, returned_line, sum(quantity) as quantity, sum(total) as total, sum(tax) as tax
        from books.receipt_lines b where return_of is not null and ${returnStands} group by 1, 2) b
        on b.return_of = s.receipt_id and b.returned_line = s.line
      where b.quantity > s.quantity or b.total > s.total or b.tax > s.tax
        or (b.quantity = s.quantity and (b.total, b.tax) <> (s.total, s.tax))
      union all
      select s.number, null from books.receipts s join (
        select return_of, sum(money) as money from books.receipts where return_of is not null group by 1) b on b.return_of = s.id
      where b.money > s.money - s.on_account
      union all
      select s.receipt_id::text, s.line from books.receipt_taxes s join (
        select r.return_of, b.line, sum(b.tax) as tax
        from books.receipt_taxes b join books.receipts r on r.id = b.receipt_id
        where r.return_of is not null and ${returnStands} group by 1, 2) b on b.return_of = s.receipt_id and b.line = s.line
      where b.tax > s.tax
      union all
      select r.number, l.line from books.receipts r join books.receipt_lines l on l.receipt_id = r.id
      where l.return_of is distinct from r.return_of`,
  },
  {
    id: "I14",
    says: "goods are credited once: no return stands beside a charge that was reversed, none that was paid out is reversed",
    query: sql`
      select m.number from books.credit_memos m join books.receipts b on b.id = m.receipt_id
      left join books.events u on u.reverses = m.event_number
      left join books.invoices i on i.receipt_id = b.return_of left join books.events v on v.reverses = i.event_number
      where u.number is null and v.number is not null or u.number is not null and b.money > 0`,
  },
];
