// The customers of a business with what each owes: found by any of their words, in any of four orders, and totalled
// over all that match.
import { sql, type SQL } from "drizzle-orm";
import { limitOf, type CreditLimit, type CreditStatus } from "@/domain/ledger/account.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { STATUS } from "../ledger/credit-terms.ts";
import { shownBy, type CustomerFilter } from "./customer-filters.ts";
import { decodeCursor, encodeCursor, pageOf, type Order } from "../lists/list-order.ts";
import type { Books } from "../open.ts";

export const CUSTOMER_SORTS = ["name", "number", "balance", "overdue"] as const;
export type CustomerQuery = {
  show?: CustomerFilter | undefined;
  search?: string | undefined;
  sort: (typeof CUSTOMER_SORTS)[number];
  direction: "asc" | "desc";
  cursor?: string | undefined;
};

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

const PAGE = 50;
const KEYS = {
  // By the alphabet that people know, in any language: Ż beside Z.
  name: { key: sql`lower(name) collate "und-x-icu"`, type: "text" },
  number: { key: sql`number`, type: "text" },
  balance: { key: sql`open_items`, type: "bigint" },
  overdue: { key: sql`overdue`, type: "bigint" },
} as const;

/** One page of the list, in the business's currency. */
export async function listCustomers(
  books: Books,
  query: CustomerQuery,
  size = PAGE,
): Promise<{ rows: CustomerRow[]; next: string | null }> {
  const rows = await readPage(books, query, size);
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return {
    rows: page.map((row) => ({
      customerId: row.customer_id,
      number: row.number,
      name: row.name,
      status: row.status,
      balanceCents: cents(row.open_items),
      overdueCents: cents(row.overdue),
      openCreditCents: cents(row.open_credit),
      limit: limitOf(row.unlimited, row.limit_cents),
      currency: row.currency,
    })),
    next: last ? encodeCursor(last.sort_key, last.customer_id) : null,
  };
}

/** Over all that match. Apart from the rows, which needn't wait for it. */
export async function totalCustomers(
  books: Books,
  query: Pick<CustomerQuery, "search" | "show">,
): Promise<CustomerTotals> {
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

const COLUMNS = sql`
  c.id as customer_id, c.number, c.name, a.id as account_id, ${STATUS}, a.currency, a.unlimited, a.limit_cents, a.open_items,
  a.open_credit`;

type Narrowed = Pick<CustomerQuery, "search" | "show">;
const narrowed = ({ today }: Books, { search, show = "all" }: Narrowed): SQL => {
  const said = (search ?? "").trim();
  return sql`${shownBy(show, today)} ${said === "" ? sql`` : sql`and c.id in (select books.matching_customers(${said}))`}`;
};

/** With what is overdue of everybody: for whoever sorts, narrows or adds up by it. */
const listedCustomers = (books: Books, query: Narrowed): SQL => sql`
  select ${COLUMNS}, coalesce(late.overdue, 0) as overdue
  from books.customers c
  join books.accounts a on a.customer_id = c.id and a.currency = ${books.currency}
  left join (
    select account_id, sum(amount - applied - reversed)::bigint as overdue from books.items
    where amount - applied - reversed > 0 and due_on < ${books.today}::date group by account_id
  ) late on late.account_id = a.id
  where ${narrowed(books, query)}`;

type ListedRow = {
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
  sort_key: string;
};

async function readPage(books: Books, query: CustomerQuery, size: number): Promise<readonly ListedRow[]> {
  const { sort, direction, cursor } = query;
  const { key, type } = KEYS[sort];
  const { after, order } = pageOf({ key, type, id: sql`customer_id`, direction, cursor });
  if (sort === "overdue" || query.show === "overdue") {
    const among = (listed: SQL) => sql`
      select listed.*, (${key})::text as sort_key from (${listed}) listed where ${after} order by ${order} limit ${size + 1}`;
    const quick = await readMostLikely(books, query, { among, size });
    return quick ?? books.tx.execute<ListedRow>(among(listedCustomers(books, query)));
  }
  // In the order of an index where there is one, and what is overdue of the page's rows alone.
  const own = pageOf(ownOrder(sort, direction, cursor));
  return books.tx.execute<ListedRow>(sql`
    select page.*, coalesce(late.overdue, 0) as overdue from (
      select ${COLUMNS}, (${OWN_KEYS[sort]})::text as sort_key
      from books.customers c join books.accounts a on a.customer_id = c.id and a.currency = ${books.currency}
      where ${narrowed(books, query)} and ${own.after} order by ${own.order} limit ${size + 1}) page
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
  const { sort, direction, cursor, show } = query;
  if (query.search?.trim() || pages.size >= LIKELY) return null;
  if (sort === "overdue" && direction === "desc") return readMostIndebted(books, query, pages);
  if (sort !== "overdue") {
    const rows = await readNext(books, query, pages, pageOf(ownOrder(sort, direction, cursor)));
    return rows.length > pages.size ? rows : null;
  }
  // From the least on, as long as it is nothing.
  const from = decodeCursor(cursor, "bigint");
  if (show === "overdue" || (from && Number(from.key) > 0)) return null;
  const after = from ? sql`c.id > ${from.id}::uuid` : sql`true`;
  const rows = await readNext(books, query, pages, { after, order: sql`c.id` });
  return rows[pages.size]?.overdue === 0 ? rows : null;
}

/** Among those who come next in an order of their own. */
function readNext(
  books: Books,
  query: Narrowed,
  { among }: Pages,
  { after, order }: ReturnType<typeof pageOf>,
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
const likely = (books: Books, query: Narrowed, few: SQL): SQL => sql`
  select ${COLUMNS}, late.overdue from (${few}) few
  cross join lateral (select * from books.customers where id = few.customer_id offset 0) c
  cross join lateral (select * from books.accounts where id = few.account_id offset 0) a
  cross join lateral (
    select coalesce(sum(amount - applied - reversed), 0)::bigint as overdue from books.items
    where account_id = few.account_id and amount - applied - reversed > 0 and due_on < ${books.today}::date offset 0) late
  where ${narrowed(books, query)}`;

const OWN_KEYS = {
  name: sql`lower(c.name) collate "und-x-icu"`,
  number: sql`c.number`,
  balance: sql`a.open_items`,
};

type Own = keyof typeof OWN_KEYS;
const ownOrder = (sort: Own, direction: Order["direction"], cursor: string | undefined): Order => ({
  key: OWN_KEYS[sort],
  type: KEYS[sort].type,
  id: sort === "balance" ? sql`a.customer_id` : sql`c.id`,
  direction,
  cursor,
});
