// What must always hold of the rules around the money: that nobody owes out of sight, who let a charge past its limit, that facts stay, that a command
// is one, that months and tenants are kept apart, that a mail has one cause. What a constraint or a grant holds is asked
// of the catalogue, too: a guard that somebody took away is found before anything goes through where it stood.
import { sql } from "drizzle-orm";
import type { Check } from "./check.ts";

/** Facts of the ledger; on items and credits only how much was used of them may change. */
const FACTS = sql`unnest(array['events', 'allocations', 'reductions', 'journal_lines', 'retainage', 'audit_entries'])`;
const USED = sql`array['applied', 'reversed', 'refunded', 'touched_on', 'touched_at']`;

export const ruleChecks: readonly Check[] = [
  {
    id: "I3",
    says: "what is used of a shared limit is the sum of the accounts for which it counts",
    query: sql`
      select account_id, f.net, a.net as summed from books.shared_limits f
      full join (
        select limit_of as account_id, sum(net) as net, sum(earmarked) as earmarked, sum(reserved) as reserved
        from books.accounts where limit_of is not null group by 1) a using (account_id)
      where f.account_id is null or (f.net, f.earmarked, f.reserved) is distinct from
        (coalesce(a.net, 0), coalesce(a.earmarked, 0), coalesce(a.reserved, 0))`,
  },
  {
    id: "I8",
    says: "only house charges are gated, and each that passed its limit was approved, once, in time and for no less",
    query: sql`
      select e.number from books.events e left join books.overrides o on o.id = e.override_id
      where e.gated and e.kind <> 'invoice' or e.override_id is not null and (o.id is null
        or o.account_id <> e.account_id or o.used_by_event is distinct from e.number or o.amount < e.amount
        or o.expires_at <= e.recorded_at)
      union all select o.used_by_event from books.overrides o left join books.events e on e.number = o.used_by_event
      where o.used_by_event is not null and e.override_id is distinct from o.id`,
  },
  {
    id: "I8",
    says: "every house charge passed the gate: what is called one, and what a receipt was charged by",
    query: sql`
      select number from books.events where label = 'House charge' and not gated
      union all select e.number from books.invoices i join books.events e on e.number = i.event_number
      where i.receipt_id is not null and not e.gated`,
  },
  {
    id: "I8",
    says: "what an account has reserved is the sum of its reservations that nobody ended",
    query: sql`
      select a.id, a.reserved, r.reserved as summed from books.accounts a left join (
        select account_id as id, sum(amount) as reserved from books.reservations where ended_at is null group by 1) r using (id)
      where a.reserved <> coalesce(r.reserved, 0)`,
  },
  {
    id: "I8",
    says: "a yes reserved what was asked for and a no nothing; what was captured is the house charge of one receipt",
    query: sql`
      select d.id from books.credit_decisions d left join books.reservations r on r.id = d.id
      where (d.because is null) <> (r.id is not null)
        or r.id is not null and (r.account_id, r.job_id, r.amount) is distinct from (d.account_id, d.job_id, d.amount)
      union all select r.id from books.reservations r left join books.receipts b on b.id = r.receipt_id
      where r.ended_as = 'captured' and (b.account_id, b.house_charge, b.kind) is distinct from (r.account_id, r.captured, 'sale')
        or r.ended_as = 'expired' and r.ended_at < r.expires_at
      union all select min(id::text)::uuid from books.reservations where receipt_id is not null group by receipt_id having count(*) > 1`,
  },
  {
    id: "I8",
    says: "the limit that counts beside an account's own is its parent's where that one shares it, and no other",
    query: sql`
      select a.id from books.accounts a join books.customers c on c.id = a.customer_id
      left join books.accounts p
        on p.customer_id = coalesce(c.parent_id, c.id) and p.currency = a.currency and p.shares_limit
      where (a.limit_of is not null or p.id is not null) and a.limit_of is distinct from p.id`,
  },
  {
    id: "I9",
    says: "facts are only added: the app may change none of them, and the guard of each stands",
    query: sql`
      select fact from ${FACTS} as fact
      where has_any_column_privilege('onaccount_app', 'books.' || fact, 'UPDATE')
        or has_table_privilege('onaccount_app', 'books.' || fact, 'DELETE, TRUNCATE')
        or not exists (select from pg_trigger t
          where t.tgrelid = ('books.' || fact)::regclass and t.tgname = fact || '_stay' and t.tgenabled in ('O', 'A'))
      union all select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.oid in ('books.items'::regclass, 'books.credits'::regclass) and a.attnum > 0 and not a.attisdropped
        and a.attname <> all (${USED}) and has_column_privilege('onaccount_app', c.oid, a.attnum, 'UPDATE')`,
  },
  {
    id: "I11",
    says: "one key is one command, with its answer, and every event of a command is of one that is there",
    query: sql`
      select key from books.commands where answer is null
      union all select key from books.commands group by key having count(*) > 1
      union all select e.number::text from books.events e
      where e.command_id is not null and not exists (select from books.commands c where c.id = e.command_id)`,
  },
  {
    id: "I13",
    says: "every event is in a month of the books, not before its own day's, and only what was open then is dated before the books start",
    query: sql`
      select e.number from books.events e left join books.periods p on p.month = e.period
      where p.month is null or e.period < date_trunc('month', e.effective_on)::date
        or e.kind <> 'opening' and e.reverses is null and e.effective_on < (select start_on from books.settings)`,
  },
  {
    id: "I16",
    says: "every table of the books has its wall, and the app can neither own it nor move a row to another tenant",
    query: sql`
      select c.relname from pg_class c
      where c.relnamespace = 'books'::regnamespace and c.relkind in ('r', 'p') and (not c.relrowsecurity
        or not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'wall')
        or (select count(*) from pg_policy p where p.polrelid = c.oid) <> 1
        or pg_has_role('onaccount_app', c.relowner, 'MEMBER')
        or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id'
          and has_column_privilege('onaccount_app', c.oid, a.attnum, 'UPDATE')))`,
  },
  {
    id: "I18",
    says: "a mail has one cause, and what was sent says when",
    query: sql`
      select dedupe_key from books.outbox group by 1 having count(*) > 1
      union all select dedupe_key from books.outbox where (status in ('sent', 'bounced')) <> (sent_at is not null)
      union all select o.dedupe_key from books.outbox o
      where o.statement_id is not null and not exists (select from books.statements s where s.id = o.statement_id)
        or num_nonnulls(o.statement_id, o.invoice_id, o.credit_memo_id) <> 1`,
  },
  {
    id: "I8",
    says: "a blanket purchase order has in use what was charged on it and not reversed",
    query: sql`
      select p.id from books.purchase_orders p
      left join books.charged_by c on c.order_id = p.id
      left join books.invoices i on i.id = c.invoice_id and not exists (
        select from books.events v where v.reverses = i.event_number)
      group by p.id, p.used having p.used <> coalesce(sum(c.amount) filter (where i.id is not null), 0)`,
  },
  {
    id: "I19",
    says: "a changed limit and an approved charge name who and why, and two people where two are asked for",
    query: sql`
      select id from books.limit_changes
      where btrim(requested_by) = '' or btrim(reason) = '' or approved_by = requested_by
      union all select id from books.overrides where btrim(approved_by) = '' or btrim(reason) = ''`,
  },
  {
    id: "I19",
    says: "an application that was approved gave the limit of the change that it names, to its customer",
    query: sql`
      select p.id from books.credit_applications p
      left join books.limit_changes l on l.id = p.change_id left join books.accounts a on a.id = l.account_id
      where (p.state = 'approved' or p.change_id is not null) and (a.customer_id is distinct from p.customer_id
        or (l.after::jsonb #>> '{limit,limitCents}')::bigint is distinct from p.given)`,
  },
  {
    id: "I20",
    says: "what the listed customers owe and have open is what the aging adds up",
    query: sql`
      select currency, l.owed, i.owed as aged, l.credit, c.credit as unapplied
      from (select a.currency, sum(a.open_items) as owed, sum(a.open_credit) as credit
        from books.accounts a join books.customers c on c.id = a.customer_id
        where c.archived_at is null group by 1) l
      full join (select currency, sum(open) as owed from books.items group by 1) i using (currency)
      full join (select currency, sum(open) as credit from books.credits group by 1) c using (currency)
      where coalesce(l.owed, 0) <> coalesce(i.owed, 0) or coalesce(l.credit, 0) <> coalesce(c.credit, 0)`,
  },
];
