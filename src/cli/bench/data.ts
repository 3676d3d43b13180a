// A business of any size, made by set-based SQL in minutes: every invoice is posted, most are paid, the chains and
// the journal are whole. Written as the tables' owner with triggers off, foreign keys among them (the role may set
// session_replication_role while this runs), so what holds it to account are the checks that run behind it.
import { freshBusiness, type Ledger } from "@/books/story/ledger-dsl.ts";
import { STRETCH } from "@/db/schema/history.ts";
import { proveBooks, type Proof } from "@/books/business/proofs.ts";
import { asOwner, tenantOf } from "./stock.ts";

export type Size = { customers: number; invoices: number; open: number };

/** Seven years of business until the day that it calls today. */
const DAYS = 2555;
const TODAY = "2026-06-30";

export async function makeData(size: Size): Promise<Ledger & { slug: string }> {
  const business = await freshBusiness({ today: TODAY });
  const id = await tenantOf(business);
  await asOwner(async (owner) => {
    await owner.begin(async (tx) => {
      await tx.unsafe("set local session_replication_role = replica; set local work_mem = '256MB'");
      for (const step of steps(id, size)) await tx.unsafe(step);
    });
    for (const table of TABLES) await owner.unsafe(`vacuum (analyze) books.${table}`);
  });
  return business;
}

/** Every invariant over the business's books: none broken, or it wasn't made. */
export async function proveData(business: Ledger): Promise<Proof> {
  const proof = await business.read(proveBooks);
  if (proof.broken.length > 0) throw new Error(JSON.stringify(proof.broken[0]));
  return proof;
}

const TABLES = [
  "customers",
  "accounts",
  "events",
  "day_sums",
  "items",
  "credits",
  "allocations",
  "journal_lines",
  "invoices",
  "invoice_lines",
  "payments",
];

function steps(business: string, { customers, invoices, open }: Size): string[] {
  const o = `'${business}'::uuid`;
  return [
    `insert into books.customers (org_id, id, number, name, terms)
     select ${o}, books.new_id(), 'B-' || n, 'Bench customer ' || n, 'net-30' from generate_series(1, ${customers}) as n`,
    `insert into books.accounts (org_id, id, customer_id, currency, charging_allowed, unlimited)
     select ${o}, books.new_id(), id, 'USD', true, true from books.customers where org_id = ${o}`,
    // The open ones are a third of the latest, so that every bucket has some.
    `create temp table made on commit drop as
     with account as (select row_number() over () - 1 as n, id from books.accounts where org_id = ${o}),
     day as (select i, date '${TODAY}' - ${DAYS} + (i::bigint * ${DAYS} / ${invoices})::int as on_day from generate_series(1, ${invoices}) as i)
     select d.i, a.id as account_id, d.on_day as issued_on, 1000 + (d.i * 104729::bigint) % 50000 as amount,
       case when d.i <= ${invoices} - 3 * ${open} or d.i % 3 <> 0
         then least(d.on_day + 10 + (d.i * 7919::bigint % 50)::int, date '${TODAY}') end as paid_on,
       gen_random_uuid() as invoice_id, gen_random_uuid() as payment_id
     from day d join account a on a.n = d.i % ${customers}`,
    `create temp table happened on commit drop as
     select e.*, row_number() over w as seq, sum(amount) over w as balance,
       (on_day + time '12:00') at time zone 'UTC' + number * interval '1 microsecond' as recorded_at
     from (
       select row_number() over (order by on_day, kind, i) as number, * from (
         select i, account_id, 'invoice' as kind, issued_on as on_day, amount, invoice_id as document_id from made
         union all select i, account_id, 'payment', paid_on, - amount, payment_id from made where paid_on is not null) h) e
     window w as (partition by account_id order by number)`,
    `analyze made; analyze happened`,
    `insert into books.events (org_id, number, account_id, currency, seq, prev_seq, kind, effective_on, period, recorded_at, amount,
       open_items, open_credit, retained, prev_balance, balance_after, actor, label, document_id, prev_hash, hash)
     select ${o}, number, account_id, 'USD', seq, nullif(seq - 1, 0), kind, on_day, period, recorded_at, amount, amount, 0, 0,
       balance - amount, balance, 'system', label, document_id, lag(hash) over w, hash
     from (
       select h.*, books.chain(null, books.canonical(${o}, account_id, 'USD', seq, number, kind, on_day, period, recorded_at, amount,
         amount, 0, 0, balance::bigint, 'system', label, document_id, null, null, null)) over (partition by account_id order by seq) as hash
       from (select *, date_trunc('month', on_day)::date as period, initcap(kind) as label from happened) h) e
     window w as (partition by account_id order by seq)`,
    `insert into books.day_sums (org_id, account_id, stretch, on_day, amount, recorded_at)
     select ${o}, d.account_id, d.stretch, d.on_day, d.amount, e.recorded_at
     from (select account_id, (seq - 1) / ${STRETCH} + 1 as stretch, on_day, sum(amount) as amount from happened group by 1, 2, 3) d
     join happened e on e.account_id = d.account_id and e.seq = d.stretch * ${STRETCH}`,
    `create temp table settled on commit drop as
     select m.*, e.number as item, e.recorded_at as made_at, p.number as credit, p.recorded_at as paid_at
     from made m join happened e on e.i = m.i and e.kind = 'invoice' left join happened p on p.i = m.i and p.kind = 'payment'`,
    `insert into books.items (org_id, id, account_id, currency, kind, document_id, amount, applied, effective_on, issued_on, due_on,
       recorded_at, touched_on, touched_at)
     select ${o}, item, account_id, 'USD', 'invoice', invoice_id, amount, case when credit is null then 0 else amount end, issued_on,
       issued_on, issued_on + 30, made_at, coalesce(paid_on, issued_on), coalesce(paid_at, made_at) from settled order by item`,
    `insert into books.credits (org_id, id, account_id, currency, kind, document_id, amount, applied, effective_on, issued_on,
       recorded_at, touched_on, touched_at)
     select ${o}, credit, account_id, 'USD', 'payment', payment_id, amount, amount, paid_on, paid_on, paid_at, paid_on, paid_at
     from settled where credit is not null order by credit`,
    `insert into books.allocations (org_id, event_number, line, account_id, currency, credit_id, item_id, amount, effective_on, recorded_at)
     select ${o}, credit, 1, account_id, 'USD', credit, item, amount, paid_on, paid_at from settled where credit is not null order by credit`,
    `insert into books.journal_lines (org_id, event_number, line, chart_code, amount)
     select ${o}, h.number, l.line, c.code, l.sign * abs(h.amount) from happened h
     join (values ('invoice', 1, 'receivable', 1), ('invoice', 2, 'revenue', -1), ('payment', 1, 'customer-credit', -1),
       ('payment', 2, 'customer-credit', 1), ('payment', 3, 'receivable', -1), ('payment', 4, 'undeposited-funds', 1)) as l (kind, line, role, sign)
       on l.kind = h.kind
     join books.chart c on c.org_id = ${o} and c.role = l.role order by h.number, l.line`,
    `insert into books.invoices (org_id, id, account_id, currency, source, number, issued_on, due_on, subtotal, total, event_number)
     select ${o}, invoice_id, account_id, 'USD', 'hand', 'INV-' || lpad(i::text, greatest(5, length(i::text)), '0'), issued_on,
       issued_on + 30, amount, amount, item from settled order by item`,
    `insert into books.invoice_lines (org_id, invoice_id, line, description, unit_price, total, chart_code)
     select ${o}, invoice_id, 1, 'Goods and services', amount / 100.0, amount, c.code from settled
     join books.chart c on c.org_id = ${o} and c.role = 'revenue' order by item`,
    `insert into books.payments (org_id, id, account_id, currency, method, received_on, amount, event_number)
     select ${o}, payment_id, account_id, 'USD', 'check', paid_on, amount, credit from settled where credit is not null order by credit`,
    `update books.accounts a set net = e.balance_after, open_items = e.balance_after, last_seq = e.seq, head_hash = e.hash,
       head_at = e.recorded_at
     from (select distinct on (account_id) * from books.events where org_id = ${o} order by account_id, seq desc) e
     where a.org_id = ${o} and a.id = e.account_id`,
    `update books.counters set next = case series when 'event' then (select max(number) from happened) + 1 else ${invoices} + 1 end
     where org_id = ${o} and series in ('event', 'invoice')`,
  ];
}
