// The only writer of events. Under each account's lock, one statement extends the chain, makes items and
// credits, applies them, writes the journal and moves the account's figures; one event or ten thousand alike.
import { sql } from "drizzle-orm";
import { assert } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import { effectOf, type Posting } from "@/domain/posting.ts";
import type { Books } from "./open.ts";

/** Locks these accounts in the one order that everybody uses, until the transaction ends. */
export async function lockAccounts(books: Books, accountIds: readonly string[]): Promise<void> {
  const ids = [...new Set(accountIds)].sort();
  await books.tx.execute(sql`
    select id from books.accounts where id = any (${sql.param(ids)}::uuid[]) order by id for no key update`);
}

/**
 * Posts events in the order given (an account's chain follows it). Items and credits that an event applies may
 * come from earlier events or from this call. Refuses days in the future; the database refuses the rest.
 */
export async function post(books: Books, postings: readonly Posting[]): Promise<void> {
  if (postings.length === 0) return;
  if (postings.some((posting) => posting.effectiveOn > books.today)) throw new Refusal("date-in-future");
  await lockAccounts(books, postings.map((posting) => posting.accountId));
  for (let from = 0; from < postings.length; from += CHUNK) await write(books, postings.slice(from, from + CHUNK));
}

/** The planner can't see how many rows a JSON value holds; its loops are cheap for so many, and quadratic. */
const CHUNK = 250;

async function write(books: Books, postings: readonly Posting[]): Promise<void> {
  const [written] = await books.tx.execute<{ events: number; unknown: number }>(
    statement(JSON.stringify(rows(postings)), books),
  );
  assert(written?.events === postings.length, "every event was written");
  assert(written.unknown === 0, "every item and credit that was applied is there");
}

/** The postings as flat lists, one per table, short-named because they travel as one JSON value. */
function rows(postings: readonly Posting[]) {
  return {
    events: postings.map((p, index) => {
      const effect = effectOf(p);
      return {
        n: p.number, step: index, account_id: p.accountId, kind: p.kind, effective_on: p.effectiveOn, period: p.period,
        label: p.label, memo: p.memo, document_id: p.documentId, document_number: p.documentNumber,
        net: effect.netCents, open_items: effect.openItemsCents, open_credit: effect.openCreditCents,
      };
    }),
    items: postings.flatMap((p) => (p.item ? [{ n: p.number, amount: p.item.amountCents, due_on: p.item.dueOn, number: p.item.number }] : [])),
    credits: postings.flatMap((p) => (p.credit ? [{ n: p.number, amount: p.credit.amountCents }] : [])),
    allocations: postings.flatMap((p) =>
      p.allocations.map((a, line) => ({ n: p.number, line: line + 1, credit_id: a.creditId, item_id: a.itemId, amount: a.amountCents })),
    ),
    journal: postings.flatMap((p) =>
      p.journal.map((l, line) => ({ n: p.number, line: line + 1, role: l.role, amount: l.amountCents })),
    ),
  };
}

function statement(doc: string, books: Books) {
  return sql`
  with doc as (select ${doc}::text::jsonb as j),
  given as materialized (
    select e.* from doc, jsonb_to_recordset(j -> 'events') as e (n bigint, step int, account_id uuid, kind text,
      effective_on date, period date, label text, memo text, document_id uuid, document_number text,
      net bigint, open_items bigint, open_credit bigint)),
  heads as (
    select a.org_id, a.id, a.currency, a.net, coalesce(a.last_seq, 0) as seq, a.head_hash,
      greatest(t.now, a.head_at) as at
    from books.accounts a, (select clock_timestamp() as now) t
    where a.id in (select account_id from given)),
  numbered as (
    select g.*, h.org_id, h.currency, h.head_hash, h.net as head_net, h.seq + row_number() over w as seq,
      h.net + sum(g.net) over w as balance_after,
      h.at + (row_number() over w) * interval '1 microsecond' as recorded_at,
      case when g.memo <> '' then uuid_send(gen_random_uuid()) end as memo_salt
    from given g join heads h on h.id = g.account_id
    window w as (partition by g.account_id order by g.step)),
  canonical as (
    select n.*, sha256(n.memo_salt || convert_to(n.memo, 'UTF8')) as memo_digest
    from numbered n),
  written as (
    select c.*, books.event_canonical(jsonb_populate_record(null::books.events, to_jsonb(c) || jsonb_build_object(
      'number', c.n, 'amount', c.net, 'actor', ${books.subject}::text, 'command_id', ${books.commandId}::uuid))) as text
    from canonical c),
  chained as materialized (
    select w.*, books.chain(w.head_hash, w.text) over (partition by w.account_id order by w.seq) as hash from written w),
  event_rows as (
    insert into books.events (number, account_id, currency, seq, prev_seq, kind, effective_on, period, recorded_at,
      amount, prev_balance, balance_after, actor, label, memo, memo_salt, memo_digest, document_id, document_number,
      command_id, prev_hash, hash)
    select n, account_id, currency, seq, nullif(seq - 1, 0), kind, effective_on, period, recorded_at, net,
      balance_after - net, balance_after, ${books.subject}, label, memo, memo_salt, memo_digest, document_id,
      document_number, ${books.commandId}, coalesce(lag(hash) over (partition by account_id order by seq), head_hash), hash
    from chained order by account_id, seq
    returning 1),
  given_allocations as materialized (
    select a.*, c.account_id, c.currency, c.effective_on, c.recorded_at
    from doc, jsonb_to_recordset(j -> 'allocations') as a (n bigint, line int, credit_id bigint, item_id bigint, amount bigint)
    join chained c using (n)),
  item_use as (
    select item_id as id, sum(amount) as applied, max(effective_on) as used_on, max(recorded_at) as used_at
    from given_allocations group by item_id),
  credit_use as (
    select credit_id as id, sum(amount) as applied, max(effective_on) as used_on, max(recorded_at) as used_at
    from given_allocations group by credit_id),
  item_rows as (
    insert into books.items (id, account_id, currency, kind, number, document_id, amount, applied, issued_on, due_on,
      recorded_at, touched_on, touched_at)
    select i.n, c.account_id, c.currency, c.kind, i.number, c.document_id, i.amount, coalesce(u.applied, 0),
      c.effective_on, i.due_on, c.recorded_at, greatest(c.effective_on, u.used_on), greatest(c.recorded_at, u.used_at)
    from doc, jsonb_to_recordset(j -> 'items') as i (n bigint, amount bigint, due_on date, number text)
    join chained c using (n) left join item_use u on u.id = i.n
    returning id),
  credit_rows as (
    insert into books.credits (id, account_id, currency, kind, document_id, amount, applied, issued_on, recorded_at,
      touched_on, touched_at)
    select k.n, c.account_id, c.currency, c.kind, c.document_id, k.amount, coalesce(u.applied, 0), c.effective_on,
      c.recorded_at, greatest(c.effective_on, u.used_on), greatest(c.recorded_at, u.used_at)
    from doc, jsonb_to_recordset(j -> 'credits') as k (n bigint, amount bigint)
    join chained c using (n) left join credit_use u on u.id = k.n
    returning id),
  items_used as (
    update books.items i set applied = i.applied + u.applied, touched_on = greatest(i.touched_on, u.used_on),
      touched_at = greatest(i.touched_at, u.used_at)
    from item_use u where i.id = u.id returning i.id),
  credits_used as (
    update books.credits k set applied = k.applied + u.applied, touched_on = greatest(k.touched_on, u.used_on),
      touched_at = greatest(k.touched_at, u.used_at)
    from credit_use u where k.id = u.id returning k.id),
  allocation_rows as (
    insert into books.allocations (event_number, line, account_id, currency, credit_id, item_id, amount, effective_on, recorded_at)
    select n, line, account_id, currency, credit_id, item_id, amount, effective_on, recorded_at from given_allocations
    returning 1),
  journal_rows as (
    insert into books.journal_lines (event_number, line, chart_code, amount)
    select l.n, l.line, ch.code, l.amount
    from doc, jsonb_to_recordset(j -> 'journal') as l (n bigint, line int, role text, amount bigint)
    left join books.chart ch on ch.role = l.role
    returning 1),
  moved as (
    update books.accounts a set net = a.net + m.net, open_items = a.open_items + m.open_items,
      open_credit = a.open_credit + m.open_credit, last_seq = m.seq, head_at = m.at, head_hash = m.hash
    from (
      select account_id, sum(net) as net, sum(open_items) as open_items, sum(open_credit) as open_credit,
        max(seq) as seq, max(recorded_at) as at, (array_agg(hash order by seq desc))[1] as hash
      from chained group by account_id) m
    where a.id = m.account_id returning 1)
  select (select count(*) from event_rows) as events,
    (select count(*) from item_use) + (select count(*) from credit_use)
      - (select count(*) from (select id from items_used union select u.id from item_use u join item_rows using (id)) i)
      - (select count(*) from (select id from credits_used union select u.id from credit_use u join credit_rows using (id)) k)
      + (select count(*) from given) - (select count(*) from chained)
      + (select count(*) from heads) - (select count(*) from moved) as unknown`;
}
