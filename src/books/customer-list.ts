// The customers of a business with what each owes: found by any of their words, in any of four orders, and totalled
// over all that match.
import { sql, type SQL } from "drizzle-orm";
import { limitOf, type CreditLimit, type CreditStatus } from "@/domain/account.ts";
import { cents, type Cents } from "@/domain/money.ts";
import { shownBy, type CustomerShow } from "./customer-shows.ts";
import { encodeCursor, pageOf } from "./list-order.ts";
import type { Books } from "./open.ts";

export const CUSTOMER_SORTS = ["name", "number", "balance", "overdue"] as const;
export type CustomerQuery = {
  show?: CustomerShow | undefined;
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
  c.id as customer_id, c.number, c.name, a.id as account_id, a.status, a.currency, a.unlimited, a.limit_cents, a.open_items,
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

function readPage(books: Books, query: CustomerQuery, size: number) {
  const { sort, direction, cursor } = query;
  const { key, type } = KEYS[sort];
  const { after, order } = pageOf({ key, type, id: sql`customer_id`, direction, cursor });
  if (sort === "overdue" || query.show === "overdue")
    return books.tx.execute<ListedRow>(sql`
      select listed.*, (${key})::text as sort_key from (${listedCustomers(books, query)}) listed where ${after}
      order by ${order} limit ${size + 1}`);
  // In the order of an index where there is one, and what is overdue of the page's rows alone.
  const own = pageOf({ key: OWN_KEYS[sort], type, id: sql`c.id`, direction, cursor });
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

const OWN_KEYS = {
  name: sql`lower(c.name) collate "und-x-icu"`,
  number: sql`c.number`,
  balance: sql`a.open_items`,
};
