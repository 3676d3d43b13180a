// What must always hold of the papers: their numbers have no gaps, each adds up to its event, and a statement is what
// the ledger said when it was issued.
import { sql, type SQL } from "drizzle-orm";

export type Check = { id: string; says: string; query: SQL };

const missingNumbers = (series: string, table = `books.${series}s`) => sql`
  select c.series, c.prefix || lpad(n::text, greatest(c.padding, length(n::text)), '0') as missing
  from books.counters c, generate_series(1, c.next - 1) as n
  where c.series = ${series} and not exists (
    select from ${sql.raw(table)} d
    where d.number = c.prefix || lpad(n::text, greatest(c.padding, length(n::text)), '0'))`;

export const documentChecks: readonly Check[] = [
  {
    id: "I12",
    says: "invoice numbers of the business's own series have no gap",
    query: missingNumbers("invoice"),
  },
  { id: "I12", says: "payment numbers have no gap", query: missingNumbers("payment") },
  {
    id: "I12",
    says: "credit memo numbers have no gap",
    query: missingNumbers("credit-memo", "books.credit_memos"),
  },
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
      select e.number from books.events e left join books.payments d on d.event_number = e.number
      where e.kind = 'payment' and (d.id is null or d.id <> e.document_id or d.account_id <> e.account_id
        or d.amount <> - e.amount or d.received_on <> e.effective_on)
      union all
      select e.number from books.events e left join books.credit_memos d on d.event_number = e.number
      where e.kind = 'credit-memo' and (d.id is null or d.id <> e.document_id or d.account_id <> e.account_id
        or d.total <> - e.amount or d.issued_on <> e.effective_on)`,
  },
  {
    id: "I15",
    says: "a statement's closing is the ledger's as the statement saw it, and its copy is whole",
    query: sql`
      select s.number from books.statements s
      where s.closing <> (select coalesce(sum(e.amount), 0) from books.events e
          where e.account_id = s.account_id and e.effective_on <= s.as_of and e.seq <= s.head_seq)
        or s.snapshot_hash <> sha256(convert_to(s.snapshot, 'UTF8'))`,
  },
];
