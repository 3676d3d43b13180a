// What each account of a parent's statement comes to, by sums: a fixed number of queries for all of them, however many rows they have.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { agingOf, type Bucket } from "@/domain/ledger/aging.ts";
import type { StatementKind } from "@/domain/statements/kinds.ts";
import type { StatementAccount } from "@/domain/statements/statement.ts";
import { addDays, type Day } from "@/domain/values/day.ts";
import { ZERO, cents, type Cents } from "@/domain/values/money.ts";
import { openCreditsAt, openItemsAt, type Moment } from "../ledger/as-of.ts";
import { grossCents, grossSum } from "../lists/gross-sum.ts";
import { isOf } from "../ledger/merged-accounts.ts";
import type { Books } from "../open.ts";
import { sumBuckets } from "../receivables/aging.ts";
import { readActivitySumsOf, readNets, type ActivitySums } from "../receivables/history.ts";
import { invoicedAt } from "../receivables/invoiced.ts";
import type { UnpaidSums } from "../receivables/unpaid.ts";
import { readRetained } from "./statement-facts.ts";

/** `activity`: of a kind that lists none, nothing. */
export type FamilySums = {
  accountId: string;
  account: StatementAccount;
  items: UnpaidSums;
  credits: number;
  activity: ActivitySums;
};

type Asked = { kind: StatementKind; ids: readonly string[]; fromOn: Day };
type ItemsRow = Record<Bucket, number> & {
  id: string;
  count: number;
  amount: number | null;
  open: number;
  due: Day | null;
};

const NO_LINES: ActivitySums = { count: 0, activityCents: ZERO };

/** In the order of `ids`. */
export async function readFamilySums(
  books: Books,
  moment: Moment,
  { kind, ids, fromOn }: Asked,
): Promise<FamilySums[]> {
  const { tx } = books;
  const theirs = isOf(sql`r.account_id`, ids);
  const [names, items, credits, retained, closing, opening, activity] = await Promise.all([
    tx.execute<{ id: string; number: string; name: string }>(sql`
      select a.id, c.number, c.name from books.accounts a join books.customers c on c.id = a.customer_id
      where ${isOf(sql`a.id`, ids)}`),
    tx.execute<ItemsRow>(sql`
      select i.account_id as id, ${sumBuckets(moment)}, count(*)::int as count, ${grossSum(invoicedAt(moment))} as amount,
        sum(i.open_then)::bigint as open, min(i.due_on) as due
      from ${openItemsAt(books, moment, theirs)} i group by i.account_id`),
    tx.execute<{ id: string; count: number; open: number }>(sql`
      select c.account_id as id, count(*)::int as count, sum(c.open_then)::bigint as open
      from ${openCreditsAt(books, moment, theirs)} c group by c.account_id`),
    readRetained(books, moment, ids),
    readNets(books, moment, ids),
    readNets(books, { ...moment, asOf: addDays(fromOn, -1) }, ids),
    kind === "open-item" ? null : readActivitySumsOf(books, moment, { accounts: ids, fromOn }),
  ]);
  const [named, owed, given] = [byId(names), byId(items), byId(credits)];
  return ids.map((id) => {
    const { number, name } = present(named.get(id), "the account is there");
    const [owes, has] = [owed.get(id), given.get(id)];
    return {
      accountId: id,
      account: {
        number,
        name,
        openingCents: kind === "open-item" ? ZERO : net(opening, id),
        closingCents: net(closing, id),
        aging: agingOf(bucketsOf(owes), cents(has?.open ?? 0), retained.get(id) ?? ZERO),
      },
      items: {
        count: owes?.count ?? 0,
        amountCents: owes ? grossCents(owes.amount) : ZERO,
        openCents: cents(owes?.open ?? 0),
        firstDueOn: owes?.due ?? null,
      },
      credits: has?.count ?? 0,
      activity: activity?.get(id) ?? NO_LINES,
    };
  });
}

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));
const net = (of: ReadonlyMap<string, Cents>, id: string) => present(of.get(id), "an account has a balance");

const bucketsOf = (row: Record<Bucket, number> | undefined): Record<Bucket, Cents> => ({
  current: cents(row?.current ?? 0),
  d1_30: cents(row?.d1_30 ?? 0),
  d31_60: cents(row?.d31_60 ?? 0),
  d61_90: cents(row?.d61_90 ?? 0),
  d91: cents(row?.d91 ?? 0),
});
