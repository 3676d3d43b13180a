// The statement that posts. Every later value comes from the account row that it locks itself, so no read before it
// can be stale; the guards of the database look at all that it wrote before it ends. It has only the parts that its
// postings need: a part costs its share of the start-up even when there is nothing for it to do.
import { sql, type SQL } from "drizzle-orm";
import type { Books } from "../open.ts";

/**
 * A house charge passes only within the limit, or by an override that is used up with it. `signature`: the SHA-256 of what its
 * customer signed, which becomes part of the event's hash.
 */
export type Gate = { gated: boolean; overrideId: string | null; signature?: Uint8Array | null };

/** What there is to write. */
export type Parts = {
  items: boolean;
  /** Whether some of the items are debts of jobs. */
  jobs: boolean;
  credits: boolean;
  allocations: boolean;
  reductions: boolean;
  retainage: boolean;
  /** Uses of items and credits that these postings make, and how many they use that earlier ones made. */
  ownItems: boolean;
  ownCredits: boolean;
  earlierItems: number;
  earlierCredits: number;
};

/** What it says it wrote: less than there was to write is an account, an item or a credit that isn't there. */
export type Written = { events: number; items: number; credits: number };

export function postStatement(doc: string, parts: Parts, books: Books, gate: Gate): SQL {
  const { items, jobs, credits, allocations, reductions, retainage, ownItems, ownCredits } = parts;
  const [earlierItems, earlierCredits] = [parts.earlierItems > 0, parts.earlierCredits > 0];
  const steps = [
    sql`doc as (select ${doc}::text::jsonb as j)`,
    chained(books, gate),
    eventRows(books, gate),
    (allocations || reductions) && USES,
    (ownItems || earlierItems) && ITEM_USE,
    (ownCredits || earlierCredits) && CREDIT_USE,
    items && itemRows(ownItems, jobs),
    credits && creditRows(ownCredits),
    earlierItems && ITEMS_USED,
    earlierCredits && CREDITS_USED,
    allocations && ALLOCATION_ROWS,
    reductions && REDUCTION_ROWS,
    retainage && RETAINAGE_ROWS,
    JOURNAL_ROWS,
    MOVED,
    gate.overrideId !== null && overridden(gate.overrideId),
  ].filter((step) => step !== false);
  const count = (rows: SQL) => sql`(select count(*) from ${rows})::int`;
  return sql`with ${sql.join(steps, sql`, `)}
    select ${count(sql`event_rows`)} as events, ${earlierItems ? count(sql`items_used`) : sql`0`} as items,
      ${earlierCredits ? count(sql`credits_used`) : sql`0`} as credits`;
}

const chained = ({ subject, commandId }: Books, { signature = null }: Gate) => sql`
  given as materialized (
    select e.* from doc, jsonb_to_recordset(j -> 'events') as e (n bigint, step int, account_id uuid, kind text,
      effective_on date, period date, label text, memo text, document_id uuid, reverses bigint, net bigint, items bigint,
      credit bigint, held bigint)),
  heads as materialized (
    select a.org_id, a.id, a.currency, a.net, coalesce(a.last_seq, 0) as seq, a.head_hash,
      greatest(clock_timestamp(), a.head_at) as at
    from books.accounts a where a.id = any (array(select account_id from given)) order by a.id for no key update),
  numbered as (
    select g.*, h.org_id, h.currency, h.head_hash, h.seq + row_number() over w as seq,
      h.net + sum(g.net) over w as balance_after, h.at + (row_number() over w) * interval '1 microsecond' as recorded_at,
      case when g.memo <> '' then uuid_send(gen_random_uuid()) end as memo_salt
    from given g join heads h on h.id = g.account_id
    window w as (partition by g.account_id order by g.step)),
  digested as materialized (
    select n.*, sha256(n.memo_salt || convert_to(n.memo, 'UTF8')) as memo_digest from numbered n),
  chained as materialized (
    select d.*, books.chain(d.head_hash, books.canonical(d.org_id, d.account_id, d.currency, d.seq, d.n, d.kind,
      d.effective_on, d.period, d.recorded_at, d.net, d.items, d.credit, d.held, d.balance_after::bigint, ${subject},
      d.label, d.document_id, d.reverses, ${commandId}::uuid, d.memo_digest, ${signature}::bytea))
      over (partition by d.account_id order by d.seq) as hash
    from digested d)`;

const eventRows = ({ subject, commandId }: Books, { gated, overrideId, signature = null }: Gate) => sql`
  event_rows as (
    insert into books.events (number, account_id, currency, seq, prev_seq, kind, effective_on, period, recorded_at,
      amount, open_items, open_credit, retained, prev_balance, balance_after, actor, label, memo, memo_salt, memo_digest,
      document_id, reverses, command_id, gated, override_id, signature_digest, prev_hash, hash)
    select n, account_id, currency, seq, nullif(seq - 1, 0), kind, effective_on, period, recorded_at, net, items, credit,
      held, balance_after - net, balance_after, ${subject}, label, memo, memo_salt, memo_digest, document_id, reverses,
      ${commandId}::uuid, ${gated}::boolean, ${overrideId}::uuid, ${signature}::bytea,
      coalesce(lag(hash) over (partition by account_id order by seq), head_hash), hash
    from chained order by account_id, seq returning 1)`;

const USES = sql`
  uses as materialized (
    select u.*, c.account_id, c.currency, c.effective_on, c.recorded_at
    from doc, jsonb_to_recordset(j -> 'uses') as u (n bigint, line int, kind text, item_id bigint, credit_id bigint, amount bigint)
    join chained c using (n))`;

const ITEM_USE = sql`
  item_use as materialized (
    select item_id as id, coalesce(sum(amount) filter (where kind = 'applied'), 0) as applied,
      coalesce(sum(amount) filter (where kind <> 'applied'), 0) as reversed, max(effective_on) as used_on, max(recorded_at) as used_at
    from uses where item_id is not null group by item_id)`;

const CREDIT_USE = sql`
  credit_use as materialized (
    select credit_id as id, coalesce(sum(amount) filter (where kind = 'applied'), 0) as applied,
      coalesce(sum(amount) filter (where kind = 'refunded'), 0) as refunded,
      coalesce(sum(amount) filter (where kind in ('reversed', 'transferred')), 0) as reversed,
      max(effective_on) as used_on, max(recorded_at) as used_at
    from uses where credit_id is not null group by credit_id)`;

const itemRows = (used: boolean, jobs: boolean) => sql`
  item_rows as (
    insert into books.items (id, account_id, currency, kind, document_id, amount, applied, reversed, effective_on,
      issued_on, due_on, recorded_at, touched_on, touched_at${jobs ? sql`, job_id` : sql``})
    select i.n, c.account_id, c.currency, c.kind, c.document_id, i.amount,
      ${used ? sql`coalesce(u.applied, 0), coalesce(u.reversed, 0)` : sql`0, 0`}, c.effective_on, i.issued_on, i.due_on,
      c.recorded_at, ${used ? sql`greatest(c.effective_on, u.used_on), greatest(c.recorded_at, u.used_at)` : sql`c.effective_on, c.recorded_at`}${jobs ? sql`, i.job_id` : sql``}
    from doc, jsonb_to_recordset(j -> 'items') as i (n bigint, amount bigint, issued_on date, due_on date, job_id uuid)
    join chained c using (n) ${used ? sql`left join item_use u on u.id = i.n` : sql``})`;

const creditRows = (used: boolean) => sql`
  credit_rows as (
    insert into books.credits (id, account_id, currency, kind, document_id, amount, applied, refunded, reversed,
      effective_on, issued_on, recorded_at, touched_on, touched_at)
    select k.n, c.account_id, c.currency, c.kind, c.document_id, k.amount,
      ${used ? sql`coalesce(u.applied, 0), coalesce(u.refunded, 0), coalesce(u.reversed, 0)` : sql`0, 0, 0`}, c.effective_on,
      k.issued_on, c.recorded_at, ${used ? sql`greatest(c.effective_on, u.used_on), greatest(c.recorded_at, u.used_at)` : sql`c.effective_on, c.recorded_at`}
    from doc, jsonb_to_recordset(j -> 'credits') as k (n bigint, amount bigint, issued_on date)
    join chained c using (n) ${used ? sql`left join credit_use u on u.id = k.n` : sql``})`;

const ITEMS_USED = sql`
  items_used as (
    update books.items i set applied = i.applied + u.applied, reversed = i.reversed + u.reversed,
      touched_on = greatest(i.touched_on, u.used_on), touched_at = greatest(i.touched_at, u.used_at)
    from item_use u where i.id = u.id returning 1)`;

const CREDITS_USED = sql`
  credits_used as (
    update books.credits k set applied = k.applied + u.applied, refunded = k.refunded + u.refunded,
      reversed = k.reversed + u.reversed, touched_on = greatest(k.touched_on, u.used_on),
      touched_at = greatest(k.touched_at, u.used_at)
    from credit_use u where k.id = u.id returning 1)`;

const ALLOCATION_ROWS = sql`
  allocation_rows as (
    insert into books.allocations (event_number, line, account_id, currency, credit_id, item_id, amount, effective_on, recorded_at)
    select n, line, account_id, currency, credit_id, item_id, amount, effective_on, recorded_at from uses where kind = 'applied')`;

const REDUCTION_ROWS = sql`
  reduction_rows as (
    insert into books.reductions (event_number, line, account_id, currency, credit_id, item_id, kind, amount, effective_on, recorded_at)
    select n, line, account_id, currency, credit_id, item_id, kind, amount, effective_on, recorded_at from uses where kind <> 'applied')`;

const RETAINAGE_ROWS = sql`
  retainage_rows as (
    insert into books.retainage (event_number, line, account_id, currency, invoice_id, invoice_line, amount, effective_on, recorded_at)
    select r.n, r.line, c.account_id, c.currency, r.invoice_id, r.invoice_line, r.amount, c.effective_on, c.recorded_at
    from doc, jsonb_to_recordset(j -> 'retainage') as r (n bigint, line int, invoice_id uuid, invoice_line int, amount bigint)
    join chained c using (n))`;

const JOURNAL_ROWS = sql`
  journal_rows as (
    insert into books.journal_lines (event_number, line, chart_code, amount)
    select l.n, l.line, coalesce(l.code, h.code), l.amount
    from doc, jsonb_to_recordset(j -> 'journal') as l (n bigint, line int, role text, code text, amount bigint)
    left join books.chart h on h.role = l.role)`;

const MOVED = sql`
  moved as (
    update books.accounts a set net = a.net + m.net, open_items = a.open_items + m.items,
      open_credit = a.open_credit + m.credit, retained = a.retained + m.held, last_seq = m.seq, head_at = m.at, head_hash = m.hash
    from (
      select account_id, sum(net) as net, sum(items) as items, sum(credit) as credit, sum(held) as held, max(seq) as seq,
        max(recorded_at) as at, (array_agg(hash order by seq desc))[1] as hash
      from chained group by account_id) m
    where a.id = m.account_id and a.id = any (array(select account_id from given)))`;

const overridden = (overrideId: string) => sql`
  overridden as (
    update books.overrides set used_by_event = (select min(n) from given) where id = ${overrideId}::uuid)`;
