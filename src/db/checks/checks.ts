// What must always hold in one business's books, each as a query that returns the rows that break it. Run behind
// the wall, tenant by tenant: after every database test, and by the operator over any database.
import { sql } from "drizzle-orm";
import { auditChecks } from "./audit-chain.ts";
import type { Check } from "./check.ts";
import type { DirectoryDb } from "../client.ts";
import { STRETCH } from "../schema/history.ts";
import { documentChecks } from "./document-checks.ts";
import { ruleChecks } from "./rule-checks.ts";

/** Days on which an item or a credit was used out of turn, along one of the two axes. */
const misused = (side: "item" | "credit", axis: "effective_on" | "recorded_at") => {
  const [table, key] = [sql.raw(`books.${side}s`), sql.raw(`${side}_id`)];
  const [at, made] = [sql.raw(axis), sql.raw(axis)];
  return sql`
    select ${side} as side, u.id, u.at::text from (
      select a.${key} as id, a.${at} as at, sum(a.amount) over (partition by a.${key} order by a.${at}) as used
      from (select ${key}, ${at}, amount from books.allocations
        union all select ${key}, ${at}, amount from books.reductions where ${key} is not null) a) u
    join ${table} t on t.id = u.id
    where u.used < 0 or u.used > t.amount or u.at < t.${made}`;
};

const overReleased = (axis: "effective_on" | "recorded_at") => sql`
  select invoice_id, invoice_line, at::text from (
    select invoice_id, invoice_line, ${sql.raw(axis)} as at,
      sum(amount) over (partition by account_id, invoice_id, invoice_line order by ${sql.raw(axis)}) as held
    from books.retainage) r
  where held < 0`;

export const checks: readonly Check[] = [
  {
    id: "I1",
    says: "an account's chain has no gap and no fork, and each balance is the one before plus the amount",
    query: sql`
      select account_id, number from (
        select e.*, lag(seq) over w as before, lag(balance_after) over w as balance_before
        from books.events e window w as (partition by account_id order by seq)) e
      where seq <> coalesce(before, 0) + 1 or prev_seq is distinct from before
        or prev_balance <> coalesce(balance_before, 0) or balance_after <> prev_balance + amount`,
  },
  {
    id: "I2",
    says: "an account's net, hash and instant are those of its last event",
    query: sql`
      select a.id from books.accounts a left join (
        select distinct on (account_id) * from books.events order by account_id, seq desc) e on e.account_id = a.id
      where a.last_seq is distinct from e.seq or a.net <> coalesce(e.balance_after, 0)
        or a.head_hash is distinct from e.hash or a.head_at is distinct from e.recorded_at`,
  },
  {
    id: "I3",
    says: "net is the sum of events, and of open items less open credits",
    query: sql`
      select a.id, a.net, a.open_items, a.open_credit from books.accounts a
      left join (select account_id as id, sum(amount) as net from books.events group by 1) e using (id)
      left join (select account_id as id, sum(open) as open_items from books.items group by 1) i using (id)
      left join (select account_id as id, sum(open) as open_credit from books.credits group by 1) c using (id)
      where a.net <> a.open_items - a.open_credit or a.net <> coalesce(e.net, 0)
        or a.open_items <> coalesce(i.open_items, 0) or a.open_credit <> coalesce(c.open_credit, 0)`,
  },
  {
    id: "I3",
    says: "what a job has open is the sum of its open items",
    query: sql`
      select j.id, j.exposure from books.jobs j
      left join (select job_id as id, sum(open) as open from books.items where job_id is not null group by 1) i using (id)
      where j.exposure <> coalesce(i.open, 0)`,
  },
  {
    id: "I3",
    says: "the sums by day are those of the events of each full stretch of a chain",
    query: sql`
      select account_id, stretch, on_day from (
        select e.account_id, (e.seq - 1) / ${STRETCH} + 1 as stretch, e.effective_on as on_day, sum(e.amount) as amount
        from books.events e join books.accounts a on a.id = e.account_id
        where e.seq <= a.last_seq / ${STRETCH} * ${STRETCH} group by 1, 2, 3) e
      full join books.day_sums d using (account_id, stretch, on_day)
      where e.amount is distinct from d.amount or d.recorded_at is distinct from (
        select l.recorded_at from books.events l where l.account_id = d.account_id and l.seq = d.stretch * ${STRETCH})`,
  },
  {
    id: "I3",
    says: "what an event says it did to the figures is the sum of its rows, and the figures are the sum of events",
    query: sql`
      select e.number from books.events e
      left join books.items i on i.id = e.number left join books.credits c on c.id = e.number
      left join (select event_number as number, sum(amount) as applied from books.allocations group by 1) a on a.number = e.number
      left join (select event_number as number, sum(amount) filter (where item_id is not null) as items,
        sum(amount) filter (where credit_id is not null) as credits from books.reductions group by 1) r on r.number = e.number
      left join (select event_number as number, sum(amount) as held from books.retainage group by 1) t on t.number = e.number
      where e.open_items <> coalesce(i.amount, 0) - coalesce(a.applied, 0) - coalesce(r.items, 0)
        or e.open_credit <> coalesce(c.amount, 0) - coalesce(a.applied, 0) - coalesce(r.credits, 0)
        or e.retained <> coalesce(t.held, 0)
      union all
      select min(e.number) from books.events e join books.accounts a on a.id = e.account_id
      group by a.id, a.open_items, a.open_credit, a.retained
      having sum(e.open_items) <> a.open_items or sum(e.open_credit) <> a.open_credit or sum(e.retained) <> a.retained`,
  },
  {
    id: "I4",
    says: "what an item or a credit says was used of it is the sum of what used it, and no more than it is",
    query: sql`
      select 'item' as side, i.id from books.items i
      left join (select item_id as id, sum(amount) as applied from books.allocations group by 1) a using (id)
      left join (select item_id as id, sum(amount) as reversed from books.reductions group by 1) r using (id)
      where i.applied <> coalesce(a.applied, 0) or i.reversed <> coalesce(r.reversed, 0) or i.open not between 0 and i.amount
      union all select 'credit', c.id from books.credits c
      left join (select credit_id as id, sum(amount) as applied from books.allocations group by 1) a using (id)
      left join (select credit_id as id, sum(amount) filter (where kind = 'refunded') as refunded,
        sum(amount) filter (where kind <> 'refunded') as reversed from books.reductions group by 1) r using (id)
      where c.applied <> coalesce(a.applied, 0) or c.refunded <> coalesce(r.refunded, 0)
        or c.reversed <> coalesce(r.reversed, 0) or c.open not between 0 and c.amount`,
  },
  {
    id: "I5",
    says: "what an event did to an item, a credit or a retainage has its account, currency, day and instant",
    query: sql`
      select a.event_number, a.line from books.allocations a
      left join books.events e on e.number = a.event_number
      left join books.items i on i.id = a.item_id left join books.credits c on c.id = a.credit_id
      where (a.account_id, a.currency) is distinct from (e.account_id, e.currency)
        or (a.account_id, a.currency) is distinct from (i.account_id, i.currency)
        or (a.account_id, a.currency) is distinct from (c.account_id, c.currency)
        or (a.effective_on, a.recorded_at) is distinct from (e.effective_on, e.recorded_at)
      union all select r.event_number, r.line from books.reductions r
      left join books.events e on e.number = r.event_number
      left join books.items i on i.id = r.item_id left join books.credits c on c.id = r.credit_id
      where (r.account_id, r.currency) is distinct from (e.account_id, e.currency)
        or (r.account_id, r.currency) is distinct from (coalesce(i.account_id, c.account_id), coalesce(i.currency, c.currency))
        or (r.effective_on, r.recorded_at) is distinct from (e.effective_on, e.recorded_at)
      union all select h.event_number, h.line from books.retainage h
      left join books.events e on e.number = h.event_number
      where (h.account_id, h.currency, h.effective_on, h.recorded_at)
        is distinct from (e.account_id, e.currency, e.effective_on, e.recorded_at)`,
  },
  {
    id: "I6",
    says: "earmarked is the sum of live earmarks and no more than the open credit",
    query: sql`
      select a.id, a.earmarked from books.accounts a left join (
        select account_id as id, sum(amount) as earmarked from books.earmarks where released_at is null group by 1) e using (id)
      where a.earmarked <> coalesce(e.earmarked, 0) or a.earmarked > a.open_credit`,
  },
  {
    id: "I7",
    says: "no line ever has less than nothing held back, and the account's retainage is the sum of its lines",
    query: sql`
      select invoice_id::text as of, invoice_line, at from (${overReleased("effective_on")} union all ${overReleased("recorded_at")}) r
      union all select a.id::text, null, null from books.accounts a
      where a.retained <> (select coalesce(sum(r.amount), 0) from books.retainage r where r.account_id = a.id)`,
  },
  {
    id: "I10",
    says: "a reversal is exactly the opposite of one event, and of no event twice; what was reversed never comes back",
    query: sql`
      select r.number from books.events r left join books.events e on e.number = r.reverses
      where r.reverses is not null and (e.number is null or e.account_id <> r.account_id or e.amount <> - r.amount or e.retained <> - r.retained
        or r.effective_on < e.effective_on)
      union all select reverses from books.events where reverses is not null group by 1 having count(*) > 1
      union all select i.id from books.items i join books.events r on r.reverses = i.id where i.reversed <> i.amount
      union all select c.id from books.credits c join books.events r on r.reverses = c.id
      where c.amount <> coalesce((select sum(u.amount) from books.reductions u
          where u.event_number = r.number and u.credit_id = c.id and u.kind = 'reversed'), 0)
        + coalesce((select i.amount from books.items i where i.id = r.number), 0)
        or r.kind = 'reversal' and c.reversed <> c.amount`,
  },
  {
    id: "I14",
    says: "every item and credit is what its event says",
    query: sql`
      select e.number from books.events e
      left join books.items i on i.id = e.number left join books.credits c on c.id = e.number
      where (i.id is not null or c.id is not null) and (coalesce(i.account_id, c.account_id) <> e.account_id or coalesce(i.kind, c.kind) <> e.kind
        or coalesce(i.effective_on, c.effective_on) <> e.effective_on
        or coalesce(i.recorded_at, c.recorded_at) <> e.recorded_at
        or coalesce(i.document_id, c.document_id) is distinct from e.document_id)
      union all select id from books.items i where not exists (select from books.events e where e.number = i.id)
      union all select id from books.credits c where not exists (select from books.events e where e.number = c.id)`,
  },
  {
    id: "I17",
    says: "every event's journal sums to zero",
    query: sql`
      select event_number from books.journal_lines group by 1 having sum(amount) <> 0
      union all select e.number from books.events e
      where (e.amount, e.open_items, e.retained) <> (0, 0, 0) and not exists (select from books.journal_lines l where l.event_number = e.number)`,
  },
  {
    id: "I17",
    says: "the journal's receivable, customer credit and retainage are the account's",
    query: sql`
      select a.id from books.accounts a left join (
        select e.account_id as id, sum(l.amount) filter (where c.role = 'receivable') as receivable,
          sum(l.amount) filter (where c.role = 'customer-credit') as credit,
          sum(l.amount) filter (where c.role = 'retainage-receivable') as retained
        from books.journal_lines l join books.events e on e.number = l.event_number
        join books.chart c on c.code = l.chart_code group by 1) j using (id)
      where a.open_items <> coalesce(j.receivable, 0) or a.open_credit <> - coalesce(j.credit, 0)
        or a.retained <> coalesce(j.retained, 0)`,
  },
  {
    id: "I20",
    says: "on every day, as known at every instant, nothing is used before it is there, nor more than there is",
    query: sql`${misused("item", "effective_on")} union all ${misused("credit", "effective_on")}
      union all ${misused("item", "recorded_at")} union all ${misused("credit", "recorded_at")}`,
  },
  {
    id: "I20",
    says: "an item or a credit knows the last day and instant on which it was used",
    query: sql`
      select 'item' as side, i.id from books.items i join (
        select item_id, effective_on, recorded_at from books.allocations
        union all select item_id, effective_on, recorded_at from books.reductions) u on u.item_id = i.id
      where i.touched_on < u.effective_on or i.touched_at < u.recorded_at
      union all select 'credit', c.id from books.credits c join (
        select credit_id, effective_on, recorded_at from books.allocations
        union all select credit_id, effective_on, recorded_at from books.reductions) u on u.credit_id = c.id
      where c.touched_on < u.effective_on or c.touched_at < u.recorded_at`,
  },
  {
    id: "I21",
    says: "the chain of hashes verifies from the first event to the head, and each memo is the one that was hashed",
    query: sql`
      select account_id, number from (
        select e.account_id, e.number, e.prev_hash, e.hash, books.chain_step(null, e.prev_hash, books.event_canonical(e)) as should,
          lag(e.hash) over (partition by e.account_id order by e.seq) as before, e.memo, e.memo_salt, e.memo_digest
        from books.events e) e
      where hash <> should or prev_hash is distinct from before
        or (memo <> '' and memo_digest is distinct from sha256(memo_salt || convert_to(memo, 'UTF8')))`,
  },
  ...documentChecks,
  ...ruleChecks,
  ...auditChecks,
];

export type Broken = { id: string; says: string; rows: Record<string, unknown>[] };

/** `tx`: a transaction behind one tenant's wall. At most ten rows are told of each broken check. */
export async function runChecks(
  tx: Pick<DirectoryDb, "execute">,
): Promise<{ broken: Broken[]; events: number }> {
  const broken: Broken[] = [];
  for (const { id, says, query } of checks) {
    const rows = await tx.execute<Record<string, unknown>>(sql`select * from (${query}) broken limit 10`);
    if (rows.length > 0) broken.push({ id, says, rows: [...rows] });
  }
  const [count] = await tx.execute<{ events: number }>(sql`select count(*)::int as events from books.events`);
  return { broken, events: count?.events ?? 0 };
}
