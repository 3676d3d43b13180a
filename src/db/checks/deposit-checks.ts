// What must always hold of money on its way to the bank: Undeposited Funds are the payments that went to no bank account
// yet, and a deposit is its payments, on its slip and in the journal.
import { sql, type SQL } from "drizzle-orm";
import type { Check } from "./check.ts";

/** What events said on such accounts. */
const on = (where: SQL) => sql`
  select e.number, e.kind, e.reverses, e.document_id, e.currency, l.chart_code, l.amount
  from books.journal_lines l join books.chart c on c.code = l.chart_code and ${where}
  join books.events e on e.number = l.event_number`;

export const depositChecks: readonly Check[] = [
  {
    id: "I17",
    says: "undeposited funds are the payments that went to no bank account and didn't come back",
    // Before there were deposits, refunds were taken from there.
    query: sql`
      select currency, f.amount, p.amount as waiting from (
        select l.currency, sum(l.amount) as amount from (${on(sql`c.role = 'undeposited-funds'`)}) l
        where l.kind <> 'refund' and not exists (select from books.events r where r.number = l.reverses and r.kind = 'refund')
        group by 1) f
      full join (
        select p.currency, sum(p.amount) as amount from books.payments p
        where p.deposit_id is null and p.to_chart is null and not exists (select from books.events r where r.reverses = p.event_number)
        group by 1) p using (currency)
      where coalesce(f.amount, 0) <> coalesce(p.amount, 0)`,
  },
  {
    id: "I14",
    says: "a deposit is the sum of its payments, which are in it until it is reversed, and so are its events",
    query: sql`
      select d.number from books.deposits d
      left join (select deposit_id as id, sum(amount) as amount, count(*) as lines from books.deposit_lines group by 1) l using (id)
      left join (
        select p.deposit_id as id, sum(p.amount) as amount, count(*) as payments from books.payments p
        join books.deposit_lines l on l.deposit_id = p.deposit_id and l.payment_id = p.id and l.amount = p.amount group by 1) p using (id)
      left join (
        select document_id as id, chart_code, sum(amount) as amount from (${on(sql`c.bank`)}) b where kind = 'deposit' group by 1, 2) b
        on b.id = d.id and b.chart_code = d.to_chart
      where d.amount <> coalesce(l.amount, 0)
        or case when d.reversed_on is null then (d.amount, l.lines, d.amount) is distinct from (p.amount, p.payments, b.amount)
          else p.id is not null or coalesce(b.amount, 0) <> 0 end`,
  },
  {
    id: "I14",
    says: "a payment that went to a bank account is on that account, whole, and so is each deposit's part",
    query: sql`
      select p.number from books.payments p
      where p.to_chart is not null and not exists (
        select from (${on(sql`c.bank`)}) b where b.number = p.event_number and b.chart_code = p.to_chart and b.amount = p.amount)
      union all
      select d.number from books.deposits d join (${on(sql`c.bank`)}) b on b.kind = 'deposit' and b.document_id = d.id
      where b.chart_code <> d.to_chart`,
  },
];
