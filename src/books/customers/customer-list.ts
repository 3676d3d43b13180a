// The customers of a business with what each owes: found by any of their words, in any of four orders, and totalled
// over all that match.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { customerList } from "@/domain/customers/customer-list.ts";
import type { Day } from "@/domain/values/day.ts";
import { limitOf, type CreditLimit, type CreditStatus } from "@/domain/ledger/account.ts";
import { CentsPart, readCursor } from "@/domain/lists/cursor.ts";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { statusOn } from "../ledger/credit-terms.ts";
import { shownBy } from "./customer-filters.ts";
import {
  PAGE,
  byName,
  byNumber,
  pageOf,
  seek,
  type Key,
  type Page,
  type Seek,
  type Sorted,
} from "../lists/list-order.ts";
import type { Books } from "../open.ts";

type Match = MatchOf<typeof customerList>;
type Query = QueryOf<typeof customerList>;
type Sort = keyof typeof customerList.sorts;

export type CustomerRow = {
  customerId: string;
  number: string;
  name: string;
  status: CreditStatus;
  balanceCents: Cents;
  overdueCents: Cents;
  openCreditCents: Cents;
  limit: CreditLimit;
  currency: string;
};
export type CustomerTotals = {
  count: number;
  balanceCents: Cents;
  overdueCents: Cents;
  openCreditCents: Cents;
};

const ID = { id: sql`customer_id` };
const KEYS: Record<Sort, Key> = {
  name: { ...byName(sql`name`), ...ID },
  number: { ...byNumber(sql`number`), ...ID },
  balance: { key: sql`open_items`, type: "bigint", ...ID },
  overdue: { key: sql`overdue`, type: "bigint", ...ID },
};

/** One page of the list, in the business's currency. */
export async function listCustomers(books: Books, query: Query, size = PAGE): Promise<Page<CustomerRow>> {
  const rows = await readPage(books, query, size);
  return pageOf(rows, size, (row) => ({
    customerId: row.customer_id,
    number: row.number,
    name: row.name,
    status: row.status,
    balanceCents: cents(row.open_items),
    overdueCents: cents(row.overdue),
    openCreditCents: cents(row.open_credit),
    limit: limitOf(row.unlimited, row.limit_cents),
    currency: row.currency,
  }));
}

/** Over all that match. Apart from the rows, which needn't wait for it. */
export async function totalCustomers(books: Books, query: Match): Promise<CustomerTotals> {
  const [row] = await books.tx.execute<Record<"count" | "balance" | "overdue" | "credit", number>>(sql`
    select count(*)::int as count, coalesce(sum(open_items), 0)::bigint as balance,
      coalesce(sum(overdue), 0)::bigint as overdue, coalesce(sum(open_credit), 0)::bigint as credit
    from (${listedCustomers(books, query)}) listed`);
  if (!row) throw new Error("an aggregate has one row");
  return {
    count: row.count,
    balanceCents: cents(row.balance),
    overdueCents: cents(row.overdue),
    openCreditCents: cents(row.credit),
  };
}

const columnsOn = (today: Day): SQL => sql`
  c.id as customer_id, c.number, c.name, a.id as account_id, ${statusOn(today)}, a.currency, a.unlimited, a.limit_cents, a.open_items,
  a.open_credit`;

const filtered = ({ today }: Books, { search, show, label }: Match): SQL => sql`
  ${shownBy(show, today)} ${search ? sql`and c.id in (select books.matching_customers(${search}))` : sql``}
  ${label ? sql`and exists (select from books.customer_labels l where l.customer_id = c.id and l.label_id = ${label}::uuid and l.is_on)` : sql``}`;

/** With what is overdue of everybody: for whoever sorts, narrows or adds up by it. */
const listedCustomers = (books: Books, query: Match): SQL => sql`
  select ${columnsOn(books.today)}, coalesce(late.overdue, 0) as overdue
  from books.customers c
  join books.accounts a on a.customer_id = c.id and a.currency = ${books.currency}
  left join (
    select account_id, sum(amount - applied - reversed)::bigint as overdue from books.items
    where amount - applied - reversed > 0 and due_on < ${books.today}::date group by account_id
  ) late on late.account_id = a.id
  where ${filtered(books, query)}`;

type ListedRow = Sorted & {
  customer_id: string;
  number: string;
  name: string;
  status: CreditStatus;
  currency: string;
  unlimited: boolean;
  limit_cents: number | null;
  open_items: number;
  open_credit: number;
  overdue: number;
};

async function readPage(books: Books, query: Query, size: number): Promise<readonly ListedRow[]> {
  const { sort, direction } = customerList.orderOf(query);
  const place = { direction, cursor: query.cursor };
  const { columns, after, order } = seek(KEYS[sort], place);
  if (sort === "overdue" || query.show === "overdue") {
    const among = (listed: SQL) => sql`
      select listed.*, ${columns} from (${listed}) listed where ${after} order by ${order} limit ${size + 1}`;
    const quick = await readMostLikely(books, query, { among, size });
    return quick ?? books.tx.execute<ListedRow>(among(listedCustomers(books, query)));
  }
  // In the order of an index where there is one, and what is overdue of the page's rows alone.
  const own = seek(OWN_KEYS[sort], place);
  return books.tx.execute<ListedRow>(sql`
    select page.*, coalesce(late.overdue, 0) as overdue from (
      select ${columnsOn(books.today)}, ${own.columns}
      from books.customers c join books.accounts a on a.customer_id = c.id and a.currency = ${books.currency}
      where ${filtered(books, query)} and ${own.after} order by ${own.order} limit ${size + 1}) page
    left join lateral (
      select sum(amount - applied - reversed)::bigint as overdue from books.items i
      where i.account_id = page.account_id and amount - applied - reversed > 0 and due_on < ${books.today}::date) late on true
    order by ${order}`);
}

/** So many are looked at first for a page by what is overdue, or of those who are overdue. */
const LIKELY = 400;

type Pages = { among: (listed: SQL) => SQL; size: number };

/**
 * What is overdue of everybody is much to add up. But nobody is overdue with more than they owe, and many with nothing: so a
 * page is looked for among those who owe most, or those who come next; null where somebody else could belong on it.
 */
async function readMostLikely(
  books: Books,
  query: Query,
  pages: Pages,
): Promise<readonly ListedRow[] | null> {
  const { sort, direction } = customerList.orderOf(query);
  const { cursor, show, search, label } = query;
  if (search || label || pages.size >= LIKELY) return null;
  if (sort === "overdue" && direction === "desc") return readMostIndebted(books, query, pages);
  if (sort !== "overdue") {
    const rows = await readNext(books, query, pages, seek(OWN_KEYS[sort], { direction, cursor }));
    return rows.length > pages.size ? rows : null;
  }
  // From the least on, as long as it is nothing.
  const from = readCursor(cursor, [CentsPart, z.uuid()]);
  if (show === "overdue" || (from && from[0] > 0)) return null;
  const after = from ? sql`c.id > ${from[1]}::uuid` : sql`true`;
  const rows = await readNext(books, query, pages, { after, order: sql`c.id` });
  return rows[pages.size]?.overdue === 0 ? rows : null;
}

/** Among those who come next in an order of their own. */
function readNext(
  books: Books,
  query: Match,
  { among }: Pages,
  { after, order }: Pick<Seek, "after" | "order">,
) {
  const next = sql`
    select c.id as customer_id, a.id as account_id
    from books.customers c join books.accounts a on a.customer_id = c.id and a.currency = ${books.currency}
    where ${after} order by ${order} limit ${LIKELY}`;
  return books.tx.execute<ListedRow>(among(likely(books, query, next)));
}

async function readMostIndebted(books: Books, query: Query, { among, size }: Pages) {
  const indebted = sql`
    select customer_id, id as account_id, open_items from books.accounts where currency = ${books.currency}
    order by open_items desc, customer_id desc`;
  const [beyond] = await books.tx.execute<{ open_items: number }>(sql`${indebted} offset ${LIKELY} limit 1`);
  const rows = await books.tx.execute<ListedRow>(
    among(likely(books, query, sql`${indebted} limit ${LIKELY}`)),
  );
  if (!beyond || (beyond.open_items === 0 && query.show === "overdue")) return rows;
  const last = rows[size];
  return last && last.overdue > beyond.open_items ? rows : null;
}

/** As listedCustomers, of a few, each looked up by its key. */
const likely = (books: Books, query: Match, few: SQL): SQL => sql`
  select ${columnsOn(books.today)}, late.overdue from (${few}) few
  cross join lateral (select * from books.customers where id = few.customer_id offset 0) c
  cross join lateral (select * from books.accounts where id = few.account_id offset 0) a
  cross join lateral (
    select coalesce(sum(amount - applied - reversed), 0)::bigint as overdue from books.items
    where account_id = few.account_id and amount - applied - reversed > 0 and due_on < ${books.today}::date offset 0) late
  where ${filtered(books, query)}`;

const OWN_KEYS: Record<Exclude<Sort, "overdue">, Key> = {
  name: { ...byName(sql`c.name`), id: sql`c.id` },
  number: { ...byNumber(sql`c.number`), id: sql`c.id` },
  balance: { key: sql`a.open_items`, type: "bigint", id: sql`a.customer_id` },
};
