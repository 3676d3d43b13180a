// The customers of a business: adding one, and the list with what each owes.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { limitOf, type CreditLimit, type CreditStatus } from "@/domain/account.ts";
import { cents, type Cents } from "@/domain/money.ts";
import { AnyCents } from "@/domain/money-shapes.ts";
import { takeNumber } from "./business.ts";
import type { Books } from "./open.ts";

export const NewCustomer = z.strictObject({
  name: z.string().trim().min(1, "Enter a name.").max(200),
  /** Left out, the next of the business's own series. */
  number: z.string().trim().min(1).max(60).optional(),
  email: z.email("Enter an e-mail address like name@company.com.").max(254).optional(),
  phone: z.string().trim().max(60).optional(),
  addressLines: z.array(z.string().trim().min(1).max(120)).max(6).default([]),
  termsDays: z.number().int().min(0).max(365).default(30),
  memo: z.string().max(2000).default(""),
  limitCents: AnyCents.optional(),
});
export type NewCustomer = z.input<typeof NewCustomer>;

/** Adds a customer and their account in the business's currency; a limit also lets them charge. */
export async function createCustomer(
  books: Books,
  input: NewCustomer,
): Promise<{ customerId: string; accountId: string; number: string }> {
  const given = NewCustomer.parse(input);
  const number = given.number ?? (await takeNumber(books, "customer"));
  const [row] = await books.tx.execute<{ customer_id: string; account_id: string }>(sql`
    with customer as (
      insert into books.customers (number, name, email, phone, address_lines, terms_days, memo)
      values (${number}, ${given.name}, ${given.email ?? null}, ${given.phone ?? null},
        ${sql.param(given.addressLines)}::text[], ${given.termsDays}, ${given.memo})
      returning id),
    account as (
      insert into books.accounts (customer_id, currency, limit_cents, charging_allowed)
      select id, ${books.currency}, ${given.limitCents ?? null}::bigint, ${given.limitCents !== undefined} from customer
      returning id)
    select customer.id as customer_id, account.id as account_id from customer, account`);
  if (!row) throw new Error("a customer was added");
  return { customerId: row.customer_id, accountId: row.account_id, number };
}

export const CUSTOMER_SORTS = ["name", "number", "balance", "overdue"] as const;
export type CustomerQuery = {
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
export type CustomerList = {
  rows: CustomerRow[];
  next: string | null;
  total: number;
  totals: { balanceCents: Cents; overdueCents: Cents; openCreditCents: Cents };
};

const PAGE = 50;
const KEYS: Record<CustomerQuery["sort"], SQL> = {
  // By the alphabet that people know, in any language: Ż beside Z.
  name: sql`lower(name) collate "und-x-icu"`,
  number: sql`number`,
  balance: sql`open_items`,
  overdue: sql`overdue`,
};

const NUMERIC: ReadonlySet<CustomerQuery["sort"]> = new Set(["balance", "overdue"]);

/** One page of the list, in the business's currency, and the totals over all that match. */
export async function listCustomers(books: Books, query: CustomerQuery): Promise<CustomerList> {
  const listed = listedCustomers(books, query.search);
  const [totals, rows] = await Promise.all([readTotals(books, listed), readPage(books, listed, query)]);
  const page = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? page.at(-1) : undefined;
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
    total: totals.total,
    totals: {
      balanceCents: cents(totals.balance),
      overdueCents: cents(totals.overdue),
      openCreditCents: cents(totals.credit),
    },
  };
}

function listedCustomers(books: Books, search: string | undefined): SQL {
  const words = (search ?? "").trim().split(/\s+/).filter(Boolean).slice(0, 8);
  const matches = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    return sql`and concat_ws(' ', c.number, c.name, c.email, c.phone) ilike ${pattern}`;
  });
  return sql`
    select c.id as customer_id, c.number, c.name, a.status, a.currency, a.unlimited, a.limit_cents, a.open_items,
      a.open_credit, coalesce(late.overdue, 0) as overdue
    from books.customers c
    join books.accounts a on a.customer_id = c.id and a.currency = ${books.currency}
    left join (
      select account_id, sum(amount - applied - reversed)::bigint as overdue from books.items
      where amount - applied - reversed > 0 and due_on < ${books.today}::date group by account_id
    ) late on late.account_id = a.id
    where c.archived_at is null ${sql.join(matches, sql` `)}`;
}

type Totals = { total: number; balance: number; overdue: number; credit: number };
async function readTotals(books: Books, listed: SQL): Promise<Totals> {
  const [row] = await books.tx.execute<Totals>(sql`
    select count(*)::int as total, coalesce(sum(open_items), 0)::bigint as balance,
      coalesce(sum(overdue), 0)::bigint as overdue, coalesce(sum(open_credit), 0)::bigint as credit
    from (${listed}) listed`);
  if (!row) throw new Error("an aggregate has one row");
  return row;
}

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
function readPage(books: Books, listed: SQL, query: CustomerQuery) {
  const key = KEYS[query.sort];
  const type = NUMERIC.has(query.sort) ? sql`bigint` : sql`text`;
  const down = query.direction === "desc";
  const from = decodeCursor(query);
  const after = from
    ? sql`where (${key}, customer_id) ${down ? sql`<` : sql`>`} (${from.key}::${type}, ${from.id}::uuid)`
    : sql``;
  const way = down ? sql`desc` : sql`asc`;
  return books.tx.execute<ListedRow>(sql`
    select listed.*, (${key})::text as sort_key from (${listed}) listed ${after}
    order by ${key} ${way}, customer_id ${way} limit ${PAGE + 1}`);
}

const encodeCursor = (key: string, id: string): string => `${id}.${Buffer.from(key).toString("base64url")}`;

/** A stale or mangled link starts at the first page. */
function decodeCursor(query: CustomerQuery): { key: string; id: string } | null {
  const match = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]*)$/.exec(query.cursor ?? "");
  const id = z.uuid().safeParse(match?.[1]);
  const key = Buffer.from(match?.[2] ?? "", "base64url")
    .toString("utf8")
    .replaceAll("\0", "");
  const fits = NUMERIC.has(query.sort) ? /^-?\d{1,16}$/.test(key) : true;
  return id.success && fits ? { key, id: id.data } : null;
}
