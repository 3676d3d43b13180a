// The customers given credit: what each may owe, how much of it is in use and how much is left, by name or by amount,
// and the totals over all of them (product.md A10).
import { sql, type SQL } from "drizzle-orm";
import { creditList } from "@/domain/credit/credit-list.ts";
import {
  canCharge,
  creditTermsOf,
  usedOfLimit,
  type CanCharge,
  type CreditLimit,
  type CreditStatus,
} from "@/domain/ledger/account.ts";
import { present } from "@/domain/assert.ts";
import type { PayingHabit } from "@/domain/credit/paying-habit.ts";
import type { Day } from "@/domain/values/day.ts";
import type { HeldForAge } from "@/domain/ledger/holds.ts";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import { cents, type Cents, type GrossSum } from "@/domain/values/money.ts";
import { FIGURE_COLUMNS, figuresOf, type FigureRow } from "../ledger/account-figures.ts";
import { CREDIT_COLUMNS, USED, heldForAge, keptTermsOf, type CreditRow } from "../ledger/credit-terms.ts";
import { grossCents, grossSum } from "../lists/gross-sum.ts";
import { byName, everyWord, readPage, type Key, type Page } from "../lists/list-order.ts";
import type { Books } from "../open.ts";
import { readPayingHabits } from "./paying-habits.ts";
import { MAY_BE_SUGGESTED, pageOfSuggested, readSuggested } from "./suggested-customers.ts";

type Match = MatchOf<typeof creditList>;

export type CreditCustomer = {
  customerId: string;
  number: string;
  name: string;
  currency: string;
  status: CreditStatus;
  heldForAge: HeldForAge | null;
  /** Why it is on hold by somebody. */
  holdReason: string | null;
  chargingAllowed: boolean;
  limit: CreditLimit;
  /** The limit for good, as a suggestion takes it; null where none is set or there is no upper one. */
  limitCents: Cents | null;
  /** The last day of a limit that is higher for a while. */
  limitUntil: Day | null;
  balanceCents: Cents;
  usedCents: Cents;
  canCharge: CanCharge;
  reviewOn: Day | null;
  habit: PayingHabit;
};

/** What can still be charged. What has no upper limit comes before every amount. */
const LEFT = sql`
  case when status <> 'good' or held or not charging_allowed or not has_address then 0
    when unlimited then 9e15::bigint else greatest(coalesce(limit_now, 0) - used, 0) end`;
const ID = { id: sql`customer_id` };
const KEYS: Record<keyof typeof creditList.sorts, Key> = {
  name: { ...byName(sql`name`), ...ID },
  // What has none comes after every amount.
  limit: {
    key: sql`case when unlimited then 9e15::bigint else coalesce(limit_now, -1) end`,
    type: "bigint",
    ...ID,
  },
  used: { key: sql`used`, type: "bigint", ...ID },
  // Who is to be looked at first; whoever has no day comes last.
  review: { key: sql`coalesce(review_on, date '9999-12-31')`, type: "date", ...ID },
  left: { key: LEFT, type: "bigint", ...ID },
};

type Listed = Omit<CreditCustomer, "habit"> & { accountId: string };
type Row = CreditRow &
  FigureRow & {
    customer_id: string;
    account_id: string;
    review_on: Day | null;
    number: string;
    name: string;
    currency: string;
  };

/**
 * One page in the business's currency. Given credit is who may charge, or has a limit. No index has what is in use or left:
 * every account is looked at for its place, but all else is read of those on the page alone.
 */
export async function listCreditCustomers(
  books: Books,
  query: QueryOf<typeof creditList>,
  size?: number,
): Promise<Page<CreditCustomer>> {
  const byItsName = creditList.orderOf(query).sort === "name";
  if (query.show === "suggested") {
    const given = credited(books, query, { named: byItsName });
    const page = await pageOfSuggested(books, { given, keys: KEYS }, query, { size });
    const read = await readThem(
      books,
      page.rows.map(({ accountId }) => accountId),
    );
    return {
      ...page,
      rows: page.rows.map(({ accountId, habit }) => ({
        ...present(read.get(accountId), "it is on the page"),
        habit,
      })),
    };
  }
  const from = {
    select: sql`account_id`,
    from: sql`(${credited(books, query, { named: byItsName })}) credited`,
    where: sql`true`,
    rowOf: (row: { account_id: string }) => row.account_id,
  };
  const page = await readPage(books, { list: creditList, keys: KEYS, ...from }, query, size);
  const [read, habits] = await Promise.all([readThem(books, page.rows), readPayingHabits(books, page.rows)]);
  const rows = page.rows.map((id) => withHabit(present(read.get(id), "it is on the page"), habits));
  return { ...page, rows };
}

async function readThem(books: Books, accountIds: readonly string[]): Promise<Map<string, Listed>> {
  const rows = await books.tx.execute<Row>(sql`
    select c.id as customer_id, a.id as account_id, a.review_on, c.number, c.name, a.currency, ${CREDIT_COLUMNS}, ${FIGURE_COLUMNS}
    from books.accounts a join books.customers c on c.id = a.customer_id
    where a.id = any (${sql.param([...accountIds])}::uuid[])`);
  return new Map(rows.map((row) => [row.account_id, customerOf(books, row)]));
}

const withHabit = (row: Listed, habits: Map<string, PayingHabit>): CreditCustomer => ({
  ...row,
  habit: present(habits.get(row.accountId), "an account has a habit, be it of nothing"),
});

export type CreditTotals = {
  count: number;
  limitCents: GrossSum;
  unlimited: number;
  balanceCents: Cents;
  usedCents: GrossSum;
  availableCents: GrossSum;
  over: number;
};

/** Over all that match. Who has no upper limit is counted, not added. */
export async function totalCreditCustomers(books: Books, query: Match): Promise<CreditTotals> {
  const given = credited(books, query, { named: false });
  const among = query.show === "suggested" ? await readSuggested(books, given) : null;
  const [row] = await books.tx.execute<
    Record<"count" | "unlimited" | "balance" | "over", number> &
      Record<"lim" | "used" | "rest", number | null>
  >(sql`
    select count(*)::int as count, (count(*) filter (where unlimited))::int as unlimited,
      ${grossSum(sql`limit_now`, sql`not unlimited`)} as lim,
      coalesce(sum(open_items), 0)::bigint as balance, ${grossSum(sql`used`)} as used,
      ${grossSum(LEFT, sql`not unlimited`)} as rest,
      (count(*) filter (where not unlimited and used > limit_now))::int as over
    from (${given}) credited where ${among ? sql`account_id = any (${sql.param(among)}::text[]::uuid[])` : sql`true`}`);
  if (!row) throw new Error("an aggregate has one row");
  return {
    count: row.count,
    unlimited: row.unlimited,
    over: row.over,
    limitCents: grossCents(row.lim),
    balanceCents: cents(row.balance),
    usedCents: grossCents(row.used),
    availableCents: grossCents(row.rest),
  };
}

/** Customers that no list shows any more: few. */
const GONE = sql`select g.id from books.customers g where g.archived_at is not null or g.merged_into is not null`;
const NOWHERE = sql`select n.id from books.customers n where cardinality(n.address_lines) = 0 and n.city = ''`;

/** What places an account in the list. Their customers are joined only for their names: there are as many. */
function credited({ today, currency }: Books, { search, show }: Match, { named }: { named: boolean }): SQL {
  const shown = {
    over: sql`not unlimited and used > limit_now`,
    review: sql`review_on <= ${today}::date`,
    stopped: sql`status <> 'good' or held or not charging_allowed`,
    suggested: MAY_BE_SUGGESTED,
  };
  const joined = named || search !== undefined;
  return sql`
    select * from (
      select a.customer_id, a.id as account_id, a.review_on, ${named ? sql`c.name` : sql`''`} as name, a.status, a.charging_allowed,
        a.unlimited, a.limit_cents, a.open_items, ${USED} as used, ${heldForAge(today)} as held, a.customer_id not in (${NOWHERE}) as has_address,
        greatest(a.limit_cents, case when a.temporary_until >= ${today}::date then a.temporary_limit_cents end) as limit_now
      from books.accounts a ${joined ? sql`join books.customers c on c.id = a.customer_id` : sql``}
      where a.currency = ${currency} and (a.charging_allowed or a.unlimited or a.limit_cents is not null)
        and ${joined ? sql`c.archived_at is null and c.merged_into is null and ${everyWord(sql`c.search`, search)}` : sql`a.customer_id not in (${GONE})`}
    ) given where ${show ? shown[show] : sql`true`}`;
}

function customerOf({ today }: Books, row: Row): Listed {
  const terms = creditTermsOf(keptTermsOf(row), today);
  const figures = figuresOf(row);
  return {
    customerId: row.customer_id,
    accountId: row.account_id,
    reviewOn: row.review_on,
    limitUntil: terms.raisedUntil,
    number: row.number,
    name: row.name,
    currency: row.currency,
    status: terms.status,
    heldForAge: terms.heldForAge,
    holdReason: terms.holdReason ?? null,
    chargingAllowed: terms.chargingAllowed,
    limit: terms.limit,
    limitCents: row.unlimited || row.limit_cents === null ? null : cents(row.limit_cents),
    balanceCents: figures.balanceCents,
    usedCents: usedOfLimit(figures),
    canCharge: canCharge(figures, terms),
  };
}
