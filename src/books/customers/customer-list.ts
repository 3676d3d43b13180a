// The customers of a business with what each owes: found by any of their words, in any of four orders, and totalled
// over all that match.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { customerList } from "@/domain/customers/customer-list.ts";
import { limitOf, type CreditLimit, type CreditStatus } from "@/domain/ledger/account.ts";
import type { Exemption } from "@/domain/ledger/tax-in-force.ts";
import { CentsPart, readCursor } from "@/domain/lists/cursor.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { isLive, now, type Moment } from "../ledger/as-of.ts";
import { PAGE, pageOf, seek, type Page, type Seek } from "../lists/list-order.ts";
import type { Books } from "../open.ts";
import { readExemptions } from "./customer-taxes.ts";
import {
  KEYS,
  OWN_KEYS,
  listed,
  namedOn,
  type CustomerMatch,
  type CustomerQuery,
  type ListedRow,
} from "./customer-columns.ts";
import { customersThen } from "./customers-then.ts";

type Query = CustomerQuery & { at?: Moment };

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
  /** Read where those are asked for whose certificate ends. */
  exemption: Exemption | null;
};
export type CustomerTotals = {
  count: number;
  balanceCents: Cents;
  overdueCents: Cents;
  openCreditCents: Cents;
};

/** One page of the list, in the business's currency. `at`: with what was owed then; left out, now. */
export async function listCustomers(
  books: Books,
  { at = now(books), ...query }: Query,
  size = PAGE,
): Promise<Page<CustomerRow>> {
  const rows = isLive(books, at)
    ? await readPage(books, query, size)
    : await books.tx.execute<ListedRow>(customersThen(books, at, { ...query, size }));
  const ids = query.show === "exemption-ends" ? rows.map((row) => row.customer_id) : [];
  const exemptions = await readExemptions(books, ids);
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
    exemption: exemptions.get(row.customer_id) ?? null,
  }));
}

/** Over all that match. Apart from the rows, which needn't wait for it. */
export async function totalCustomers(books: Books, query: CustomerMatch): Promise<CustomerTotals> {
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

const columnsOn = ({ today }: Books): SQL => sql`${namedOn(today)}, a.open_items, a.open_credit`;

/** With what is overdue of everybody: for whoever sorts, narrows or adds up by it. */
const listedCustomers = (books: Books, query: CustomerMatch): SQL => sql`
  select ${columnsOn(books)}, coalesce(late.overdue, 0) as overdue
  from books.customers c
  join books.accounts a on a.customer_id = c.id and a.currency = ${books.currency}
  left join (
    select account_id, sum(amount - applied - reversed)::bigint as overdue from books.items
    where amount - applied - reversed > 0 and due_on < ${books.today}::date group by account_id
  ) late on late.account_id = a.id
  where ${listed(books, query)}`;

async function readPage(books: Books, query: CustomerQuery, size: number): Promise<readonly ListedRow[]> {
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
      select ${columnsOn(books)}, ${own.columns}
      from books.customers c join books.accounts a on a.customer_id = c.id and a.currency = ${books.currency}
      where ${listed(books, query)} and ${own.after} order by ${own.order} limit ${size + 1}) page
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
  query: CustomerQuery,
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
  query: CustomerMatch,
  { among }: Pages,
  { after, order }: Pick<Seek, "after" | "order">,
) {
  const next = sql`
    select c.id as customer_id, a.id as account_id
    from books.customers c join books.accounts a on a.customer_id = c.id and a.currency = ${books.currency}
    where ${after} order by ${order} limit ${LIKELY}`;
  return books.tx.execute<ListedRow>(among(likely(books, query, next)));
}

async function readMostIndebted(books: Books, query: CustomerQuery, { among, size }: Pages) {
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
const likely = (books: Books, query: CustomerMatch, few: SQL): SQL => sql`
  select ${columnsOn(books)}, late.overdue from (${few}) few
  cross join lateral (select * from books.customers where id = few.customer_id offset 0) c
  cross join lateral (select * from books.accounts where id = few.account_id offset 0) a
  cross join lateral (
    select coalesce(sum(amount - applied - reversed), 0)::bigint as overdue from books.items
    where account_id = few.account_id and amount - applied - reversed > 0 and due_on < ${books.today}::date offset 0) late
  where ${listed(books, query)}`;
