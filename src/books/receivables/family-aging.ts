// A parent's consolidated view: what itself and each of its children owe, by how late it is, at any day, as known at any
// instant. The family is today's; those who were merged into one of its members are read with it.
import { sql } from "drizzle-orm";
import { BUCKETS, agingOf, type Aging, type Bucket } from "@/domain/ledger/aging.ts";
import { cents, sum } from "@/domain/values/money.ts";
import { readAccount } from "../ledger/accounts.ts";
import { openCreditsAt, openItemsAt, type Moment } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { sumBuckets } from "./aging.ts";

export type FamilyRow = { customerId: string; number: string; name: string; isParent: boolean; aging: Aging };
export type FamilyAging = {
  currency: string;
  /** The parent first, then its children by number, also who owes nothing. */
  rows: FamilyRow[];
  totals: Aging;
};

type Row = Record<Bucket | "unapplied", number> & {
  id: string;
  number: string;
  name: string;
  is_parent: boolean;
};

/** Of one currency: the account's that is asked for. Refuses who isn't there with "not-found". */
export async function readFamilyAging(
  books: Books,
  moment: Moment,
  asked: { customer: string; currency?: string | undefined },
): Promise<FamilyAging> {
  const { customerId, currency } = await readAccount(books, asked.customer, asked.currency);
  const theirs = sql`r.account_id = any (array(select account_id from members))`;
  const found = await books.tx.execute<Row>(sql`
    with family as (
      select c.id, c.number, c.name, c.id = ${customerId}::uuid as is_parent from books.customers c
      where c.id = ${customerId}::uuid or c.parent_id = ${customerId}::uuid),
    members as materialized (
      select f.id, a.id as account_id from family f
      cross join lateral unnest(books.merged_family(f.id)) as m (id)
      join books.accounts a on a.customer_id = m.id and a.currency = ${currency}),
    debts as (
      select i.account_id, ${sumBuckets(moment)} from ${openItemsAt(books, moment, theirs)} i group by i.account_id),
    credits as (
      select c.account_id, sum(c.open_then)::bigint as unapplied from ${openCreditsAt(books, moment, theirs)} c
      group by c.account_id)
    select f.id, f.number, f.name, f.is_parent, coalesce(sum(current), 0)::bigint as current,
      coalesce(sum(d1_30), 0)::bigint as d1_30, coalesce(sum(d31_60), 0)::bigint as d31_60,
      coalesce(sum(d61_90), 0)::bigint as d61_90, coalesce(sum(d91), 0)::bigint as d91,
      coalesce(sum(unapplied), 0)::bigint as unapplied
    from family f left join members m on m.id = f.id left join debts using (account_id) left join credits using (account_id)
    group by f.id, f.number, f.name, f.is_parent
    order by f.is_parent desc, f.number collate books.natural, f.id`);
  const rows = found.map(({ id, number, name, is_parent: isParent, ...amounts }) => ({
    customerId: id,
    number,
    name,
    isParent,
    aging: agedOf(amounts),
  }));
  return { currency, rows, totals: sumOf(rows.map(({ aging }) => aging)) };
}

function agedOf({ unapplied, ...amounts }: Record<Bucket | "unapplied", number>): Aging {
  const { current, d1_30, d31_60, d61_90, d91 } = amounts;
  const buckets = { current, d1_30, d31_60, d61_90, d91 };
  return bucketed((bucket) => cents(buckets[bucket]), cents(unapplied));
}

const sumOf = (all: readonly Aging[]): Aging =>
  bucketed((bucket) => sum(all.map((each) => each[bucket])), sum(all.map((each) => each.unappliedCents)));

function bucketed(amountOf: (bucket: Bucket) => Aging[Bucket], unapplied: Aging["unappliedCents"]): Aging {
  const amounts = BUCKETS.map((bucket) => [bucket, amountOf(bucket)] as const);
  return agingOf(Object.fromEntries(amounts) as Record<Bucket, Aging[Bucket]>, unapplied);
}
