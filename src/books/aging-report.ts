// Aging of every customer, a row per account, at any day, as known at any instant; the largest debt first. The totals
// are over all accounts, and are tied to the control accounts of the journal (lessons.md 3).
import { sql } from "drizzle-orm";
import { agingOf, type Aging } from "@/domain/aging.ts";
import { cents, type Cents } from "@/domain/money.ts";
import { readBusinessAging, sumBuckets, type AgedAccounts } from "./aging.ts";
import { counted, openCreditsAt, openItemsAt, type Moment } from "./as-of.ts";
import type { Books } from "./open.ts";

export type AgingRow = { customerId: string; number: string; name: string; aging: Aging };
export type AgingReport = {
  asOf: Moment["asOf"];
  rows: AgingRow[];
  next: string | null;
  accounts: number;
  totals: AgedAccounts;
};

const PAGE = 100;

type Row = Record<"current" | "d1_30" | "d31_60" | "d61_90" | "d91" | "total" | "unapplied", number> & {
  customer_id: string;
  number: string;
  name: string;
  accounts: number;
};

export async function readAgingReport(books: Books, moment: Moment, cursor?: string): Promise<AgingReport> {
  const [page, totals] = await Promise.all([
    listAging(books, moment, { cursor }),
    readBusinessAging(books, moment),
  ]);
  return { asOf: moment.asOf, totals, ...page };
}

export async function listAging(
  books: Books,
  moment: Moment,
  { cursor, size = PAGE }: { cursor?: string | undefined; size?: number },
): Promise<Pick<AgingReport, "rows" | "next" | "accounts">> {
  const from = parseCursor(cursor);
  const after = from
    ? sql`where (total - unapplied, customer_id) < (${from.net}::bigint, ${from.id}::uuid)`
    : sql``;
  const home = sql`r.currency = ${books.currency}`;
  const rows = await books.tx.execute<Row>(sql`
      with debts as (
        select i.account_id, ${sumBuckets(moment)}, sum(i.open_then)::bigint as total
        from ${openItemsAt(books, moment, home)} i group by i.account_id),
      credits as (
        select c.account_id, sum(c.open_then)::bigint as unapplied from ${openCreditsAt(books, moment, home)} c group by c.account_id),
      aged as (
        select account_id, coalesce(current, 0) as current, coalesce(d1_30, 0) as d1_30, coalesce(d31_60, 0) as d31_60,
          coalesce(d61_90, 0) as d61_90, coalesce(d91, 0) as d91, coalesce(total, 0) as total, coalesce(unapplied, 0) as unapplied
        from debts full join credits using (account_id)),
      named as (
        select g.*, c.id as customer_id, c.number, c.name, count(*) over ()::int as accounts
        from aged g join books.accounts a on a.id = g.account_id join books.customers c on c.id = a.customer_id)
      select * from named ${after} order by total - unapplied desc, customer_id desc limit ${size + 1}`);
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return {
    accounts: rows[0]?.accounts ?? 0,
    rows: page.map(
      ({ customer_id, number, name, total: _total, unapplied, accounts: _accounts, ...buckets }) => ({
        customerId: customer_id,
        number,
        name,
        aging: agingOf(buckets as unknown as Aging, cents(unapplied)),
      }),
    ),
    next: last ? `${last.customer_id}.${last.total - last.unapplied}` : null,
  };
}

/** What the general ledger says customers owe, less what they have in credit: the aging's net must be the same. */
export async function readLedgerNet(books: Books, moment: Moment): Promise<Cents> {
  const [row] = await books.tx.execute<{ net: number }>(sql`
    select coalesce(sum(l.amount), 0)::bigint as net
    from books.journal_lines l join books.events e on e.number = l.event_number
    join books.chart h on h.code = l.chart_code and h.role in ('receivable', 'customer-credit')
    where e.currency = ${books.currency} and ${counted(moment, sql`e.effective_on`, sql`e.recorded_at`)}`);
  return cents(row?.net ?? 0);
}

/** A stale or mangled link starts at the first page. */
function parseCursor(cursor: string | undefined): { id: string; net: string } | null {
  const match = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(-?\d{1,16})$/.exec(cursor ?? "");
  return match?.[1] && match[2] ? { id: match[1], net: match[2] } : null;
}
