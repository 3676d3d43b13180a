// Aging of every customer, a row per account, at any day, as known at any instant; the largest debt first
// unless asked otherwise. The totals are over all accounts.
import { sql, type SQL } from "drizzle-orm";
import { agingList } from "@/domain/receivables/aging-list.ts";
import { agingOf, type Aging, type Bucket } from "@/domain/ledger/aging.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { readBusinessAging, sumBuckets, type AgedAccounts } from "./aging.ts";
import { openCreditsAt, openItemsAt, type Moment } from "../ledger/as-of.ts";
import { byName, everyWord, pageOf, seek, type Key, type Page, type Sorted } from "../lists/list-order.ts";
import type { Books } from "../open.ts";

export type AgingRow = { accountId: string; customerId: string; number: string; name: string; aging: Aging };
type Query = QueryOf<typeof agingList>;

export type AgingReport = Page<AgingRow> & {
  asOf: Moment["asOf"];
  /** How many customers match, and what they come to. */
  accounts: number;
  found: Aging;
  /** Of the whole business, whatever is searched for. */
  totals: AgedAccounts;
};

const AGED = 100;
const ID = { id: sql`customer_id` };
const KEYS: Record<keyof typeof agingList.sorts, Key> = {
  net: { key: sql`total - unapplied`, type: "bigint", ...ID },
  name: { ...byName(sql`name`), ...ID },
};

type Row = Sorted &
  Record<Bucket | "unapplied", number> & {
    account_id: string;
    customer_id: string;
    number: string;
    name: string;
    accounts: number;
    all: Record<Bucket | "unapplied", number>;
  };

export async function readAgingReport(books: Books, moment: Moment, query: Query = {}): Promise<AgingReport> {
  const [page, totals] = await Promise.all([
    listAging(books, moment, query),
    readBusinessAging(books, moment),
  ]);
  return { asOf: moment.asOf, totals, ...page };
}

export async function listAging(
  books: Books,
  moment: Moment,
  { size = AGED, ...query }: Query & { size?: number },
): Promise<Pick<AgingReport, "rows" | "next" | "accounts" | "found">> {
  const rows = await readPage(books, moment, { size, ...query });
  const [first] = rows;
  return {
    accounts: first?.accounts ?? 0,
    found: agedOf(first?.all ?? NOTHING),
    ...pageOf(rows, size, (row) => ({
      accountId: row.account_id,
      customerId: row.customer_id,
      number: row.number,
      name: row.name,
      aging: agedOf(row),
    })),
  };
}

function readPage(books: Books, moment: Moment, query: Query & { size: number }) {
  const home = sql`r.currency = ${books.currency}`;
  const { sort, direction } = agingList.orderOf(query);
  const { columns, after, order } = seek(KEYS[sort], { direction, cursor: query.cursor });
  return books.tx.execute<Row>(sql`
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
      select g.*, c.id as customer_id, c.number, c.name
      from aged g join books.accounts a on a.id = g.account_id join books.customers c on c.id = a.customer_id
      where ${everyWord(sql`c.search`, query.search)} and ${has(query.bucket)}),
    summed as (
      select count(*)::int as accounts, jsonb_build_object(${sumsOf(["current", "d1_30", "d31_60", "d61_90", "d91", "unapplied"])}) as all
      from named)
    select named.*, summed.*, ${columns} from named, summed
    where ${after} order by ${order} limit ${query.size + 1}`);
}

const has = (bucket: Bucket | undefined): SQL =>
  bucket === undefined ? sql`true` : sql`g.${sql.identifier(bucket)} > 0`;

const sumsOf = (columns: readonly (keyof Row["all"])[]): SQL =>
  sql.raw(columns.map((column) => `'${column}', coalesce(sum(${column}), 0)`).join(", "));

const NOTHING = { current: 0, d1_30: 0, d31_60: 0, d61_90: 0, d91: 0, unapplied: 0 };

function agedOf({ current, d1_30, d31_60, d61_90, d91, unapplied }: Row["all"]): Aging {
  const buckets = { current, d1_30, d31_60, d61_90, d91 };
  const aged = Object.fromEntries(Object.entries(buckets).map(([name, amount]) => [name, cents(amount)]));
  return agingOf(aged as Record<Bucket, Cents>, cents(unapplied));
}
