// The payments that came in, the latest first, and what became of each: applied, still open, paid back or taken back.
import { sql, type SQL } from "drizzle-orm";
import { isDay, type Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { PaymentMethod } from "@/domain/ledger/payment-method.ts";
import { PAGE, cursorAfter, readCursor, readWanted, lookups, type Wanted } from "../lists/list-search.ts";
import type { Books } from "../open.ts";

export type PaymentRow = {
  paymentId: string;
  /** null for a payment that was brought in by an import: it has no number of ours. */
  number: string | null;
  eventId: number;
  customerId: string;
  customerName: string;
  /** "Check 4471": the way it came, with its reference. */
  type: string;
  receivedOn: Day;
  currency: string;
  amountCents: Cents;
  appliedCents: Cents;
  openCents: Cents;
  /** Refunded, returned by the bank, or reversed. */
  goneCents: Cents;
};

export type PaymentMatch = {
  search?: string | undefined;
  customerId?: string | undefined;
  method?: PaymentMethod | undefined;
  /** Only those with something left to apply. */
  open?: boolean | undefined;
  from?: Day | undefined;
  through?: Day | undefined;
};
export const PAYMENT_SORTS = ["received", "amount"] as const;
export type PaymentSort = (typeof PAYMENT_SORTS)[number];
export type PaymentQuery = PaymentMatch & {
  sort?: PaymentSort | undefined;
  direction?: "asc" | "desc" | undefined;
  cursor?: string | undefined;
};

export const PAYMENT_COLUMNS: SQL = sql`
  p.id, p.number, p.event_number, p.received_on, p.currency, p.amount, e.label, c.id as customer_id,
  c.name as customer_name, k.applied, k.refunded + k.reversed as gone`;
export const PAYMENT_TABLES: SQL = sql`
  books.payments p
  join books.events e on e.number = p.event_number join books.credits k on k.id = p.event_number
  join books.accounts a on a.id = p.account_id join books.customers c on c.id = a.customer_id`;

export type PaymentColumns = {
  id: string;
  number: string | null;
  event_number: number;
  received_on: Day;
  currency: string;
  amount: number;
  label: string;
  customer_id: string;
  customer_name: string;
  applied: number;
  gone: number;
};

const KEYS: Record<PaymentSort, { key: SQL; type: SQL; isKey: (text: string) => boolean }> = {
  received: { key: sql`d.received_on`, type: sql`date`, isKey: isDay },
  amount: { key: sql`d.amount`, type: sql`bigint`, isKey: (text) => /^\d{1,16}$/.test(text) },
};

/** By the day they came, the latest first, unless it is asked otherwise. */
export async function listPayments(
  books: Books,
  query: PaymentQuery,
  size = PAGE,
): Promise<{ rows: PaymentRow[]; next: string | null }> {
  const wanted = await readWanted(books, query, WRITTEN);
  const rows = await readPage(books, wanted, { ...query, size });
  const last = rows.length > size ? rows[size - 1] : undefined;
  return {
    rows: rows.slice(0, size).map(paymentOf),
    next: last ? cursorAfter({ key: last.sort_key, eventId: last.event_number }) : null,
  };
}

function readPage(books: Books, wanted: Wanted, query: PaymentQuery & { size: number }) {
  const { sort = "received", direction = "desc", size } = query;
  const { key, type, isKey } = KEYS[sort];
  const [href, past] = direction === "desc" ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const from = readCursor(query.cursor, isKey);
  const after = from
    ? sql`and (${key}, d.event_number) ${past} (${from.key}::${type}, ${from.eventId}::bigint)`
    : sql``;
  // Each way to find is cut to a page before they are put together.
  const legs = lookups(wanted, WRITTEN).map(
    (found) => sql`(
      select d.id, ${key} as sort_key, d.event_number from ${tablesOf(query)}
      where ${found} and ${narrowed(wanted, query)} ${after}
      order by ${key} ${href}, d.event_number ${href} limit ${size + 1})`,
  );
  return books.tx.execute<PaymentColumns & { sort_key: string }>(sql`
    select ${PAYMENT_COLUMNS}, f.sort_key::text from (
      select * from (${sql.join(legs, sql` union `)}) f order by sort_key ${href}, event_number ${href} limit ${size + 1}) f
    join ${PAYMENT_TABLES} on p.id = f.id
    order by f.sort_key ${href}, f.event_number ${href}`);
}

/** What is written on a payment and can be typed: its number, a check's number or a transfer's reference. */
const WRITTEN = {
  table: sql`books.payments`,
  begins: [
    (text: string) => sql`d.number ^@ ${text}::text`,
    (text: string) => sql`(d.reference <> '' and d.reference collate "C" ^@ ${text}::text)`,
  ],
};

/** What is still open is a small part of all: such a list starts there, and looks each payment up by its key. */
const tablesOf = ({ open }: PaymentMatch): SQL =>
  open
    ? sql`
      (select id from books.credits where amount - applied - refunded - reversed > 0 offset 0) k
      cross join lateral (select * from books.payments p where p.event_number = k.id offset 0) d`
    : sql`books.payments d`;

function narrowed({ accountIds }: Wanted, { method, from, through }: PaymentMatch): SQL {
  const claims: SQL[] = [sql`true`];
  if (accountIds) claims.push(sql`d.account_id = any (${sql.param(accountIds)}::uuid[])`);
  if (method) claims.push(sql`d.method = ${method}`);
  if (from) claims.push(sql`d.received_on >= ${from}::date`);
  if (through) claims.push(sql`d.received_on <= ${through}::date`);
  return sql.join(claims, sql` and `);
}

export type PaymentTotals = { count: number; amountCents: Cents; appliedCents: Cents; openCents: Cents };

/** Over all that match, in the business's currency. Apart from the rows, which needn't wait for it. */
export async function totalPayments(books: Books, query: PaymentMatch): Promise<PaymentTotals> {
  const wanted = await readWanted(books, query, WRITTEN);
  const found = lookups(wanted, WRITTEN);
  const [row] = await books.tx.execute<{ count: number; amount: number; applied: number; open: number }>(sql`
    select count(*)::int as count, coalesce(sum(k.amount), 0)::bigint as amount,
      coalesce(sum(k.applied), 0)::bigint as applied,
      coalesce(sum(k.amount - k.applied - k.refunded - k.reversed), 0)::bigint as open
    from books.payments d join books.credits k on k.id = d.event_number
    where d.currency = ${books.currency} and ${query.open ? sql`k.amount - k.applied - k.refunded - k.reversed > 0` : sql`true`} and (${sql.join(found, sql` or `)}) and ${narrowed(wanted, query)}`);
  if (!row) throw new Error("an aggregate has one row");
  return {
    count: row.count,
    amountCents: cents(row.amount),
    appliedCents: cents(row.applied),
    openCents: cents(row.open),
  };
}

export function paymentOf(row: PaymentColumns): PaymentRow {
  return {
    paymentId: row.id,
    number: row.number,
    eventId: row.event_number,
    customerId: row.customer_id,
    customerName: row.customer_name,
    type: row.label,
    receivedOn: row.received_on,
    currency: row.currency,
    amountCents: cents(row.amount),
    appliedCents: cents(row.applied),
    openCents: cents(row.amount - row.applied - row.gone),
    goneCents: cents(row.gone),
  };
}
