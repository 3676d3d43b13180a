// The customers of a business: adding one, and the list with what each owes.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { limitOf, type CreditLimit, type CreditStatus } from "@/domain/account.ts";
import { cents, type Cents } from "@/domain/money.ts";
import { AnyCents } from "@/domain/money-shapes.ts";
import { takeNumber } from "./business.ts";
import { SHOWN, type CustomerShow } from "./customer-shows.ts";
import type { Books } from "./open.ts";

const Lines = z
  .array(z.string().trim().min(1).max(120, "Keep each line to 120 letters."))
  .max(6, "An address has six lines at most.");

/** What a profile says of a customer: the same when one is added and when one is edited. */
export const PROFILE = {
  name: z.string().trim().min(1, "Enter a name, a company or a person.").max(200),
  number: z.string().trim().min(1, "Enter a number.").max(60),
  company: z.string().trim().max(200),
  firstName: z.string().trim().max(100),
  lastName: z.string().trim().max(100),
  email: z.email("Enter an e-mail address like name@company.com.").max(254),
  phone: z.string().trim().max(60),
  addressLines: Lines,
  /** Empty where goods go to the address itself. */
  shippingLines: Lines,
  termsDays: z.number().int().min(0, "Enter a number of days.").max(365, "A year at most."),
  memo: z.string().trim().max(2000),
  privateNotes: z.string().trim().max(5000),
};

export const NewCustomer = z.strictObject({
  name: PROFILE.name,
  /** Left out, the next of the business's own series. */
  number: PROFILE.number.optional(),
  company: PROFILE.company.default(""),
  firstName: PROFILE.firstName.default(""),
  lastName: PROFILE.lastName.default(""),
  email: PROFILE.email.optional(),
  phone: PROFILE.phone.optional(),
  addressLines: PROFILE.addressLines.default([]),
  shippingLines: PROFILE.shippingLines.default([]),
  termsDays: PROFILE.termsDays.default(30),
  memo: PROFILE.memo.default(""),
  privateNotes: PROFILE.privateNotes.default(""),
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
      insert into books.customers (number, name, company, first_name, last_name, email, phone, address_lines,
        shipping_lines, terms_days, memo, private_notes)
      values (${number}, ${given.name}, ${given.company}, ${given.firstName}, ${given.lastName}, ${given.email ?? null},
        ${given.phone ?? null}, ${sql.param(given.addressLines)}::text[], ${sql.param(given.shippingLines)}::text[],
        ${given.termsDays}, ${given.memo}, ${given.privateNotes})
      returning id),
    added as (
      insert into books.customer_changes (customer_id, field, before, after, changed_by, command_id)
      select id, 'Customer', '', 'Added', ${books.userName}, ${books.commandId}::uuid from customer),
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
  const listed = listedCustomers(books, query);
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

function listedCustomers(books: Books, { search, show = "all" }: CustomerQuery): SQL {
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
    where ${SHOWN[show]} ${sql.join(matches, sql` `)}`;
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
