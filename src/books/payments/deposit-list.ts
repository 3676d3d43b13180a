// Deposits, the latest first, and the payments that wait for one, the oldest first.
import { sql, type SQL } from "drizzle-orm";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import { DEPOSITED_AT_ONCE, type DepositedPayment } from "@/domain/payments/deposit.ts";
import type { BankAccount } from "@/domain/payments/to-account.ts";
import { depositList, undepositedList } from "@/domain/payments/deposit-list.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { readPage, type Page } from "../lists/list-order.ts";
import type { Books } from "../open.ts";

export type DepositRow = {
  depositId: string;
  number: string;
  depositedOn: Day;
  currency: string;
  amountCents: Cents;
  /** The bank account that it went to, by number and name. */
  toAccount: BankAccount;
  payments: number;
  memo: string;
  madeBy: string;
  reversedOn: Day | null;
};

type Row = {
  id: string;
  number: string;
  deposited_on: Day;
  currency: string;
  amount: number;
  to_chart: string;
  to_name: string;
  payments: number;
  memo: string;
  made_by: string;
  reversed_on: Day | null;
};

export const DEPOSIT_COLUMNS: SQL = sql`
  d.id, d.number, d.deposited_on, d.currency, d.amount, d.to_chart, d.memo, d.made_by, d.reversed_on,
  (select h.name from books.chart h where h.code = d.to_chart) as to_name,
  (select count(*)::int from books.deposit_lines l where l.deposit_id = d.id) as payments`;

export function listDeposits(
  books: Books,
  query: QueryOf<typeof depositList>,
  size?: number,
): Promise<Page<DepositRow>> {
  const { search = "", fromOn, throughOn } = query;
  const id = { id: sql`d.id` };
  const keys = {
    deposited: { key: sql`d.deposited_on`, type: "date" as const, ...id },
    amount: { key: sql`d.amount`, type: "bigint" as const, ...id },
  };
  // There are fewer of them by far than payments: any part of a number or a memo is looked for in all.
  const where = sql`strpos(lower(d.number || ' ' || d.memo), lower(${search.trim()})) > 0
    and ${fromOn ? sql`d.deposited_on >= ${fromOn}::date` : sql`true`}
    and ${throughOn ? sql`d.deposited_on <= ${throughOn}::date` : sql`true`}`;
  const select = { select: DEPOSIT_COLUMNS, from: sql`books.deposits d`, where, rowOf: depositOf };
  return readPage(books, { list: depositList, keys, ...select }, query, size);
}

export const depositOf = (row: Row): DepositRow => ({
  depositId: row.id,
  number: row.number,
  depositedOn: row.deposited_on,
  currency: row.currency,
  amountCents: cents(row.amount),
  toAccount: { code: row.to_chart, name: row.to_name },
  payments: row.payments,
  memo: row.memo,
  madeBy: row.made_by,
  reversedOn: row.reversed_on,
});

export type DepositedRow = {
  id: string;
  number: string | null;
  received_on: Day;
  customer_id: string;
  customer_number: string;
  customer_name: string;
  method: DepositedPayment["method"];
  label: string;
  reference: string;
  amount: number;
  split_id: string | null;
};

/** Of a payment `p`, its event `e` and its customer `c`. */
export const DEPOSITED_COLUMNS: SQL = sql`
  p.id, p.number, p.received_on, c.id as customer_id, c.number as customer_number, c.name as customer_name, p.method,
  e.label, p.reference, p.amount, p.split_id`;
export const DEPOSITED_TABLES: SQL = sql`
  books.payments p join books.events e on e.number = p.event_number
  join books.accounts a on a.id = p.account_id join books.customers c on c.id = a.customer_id`;

export const depositedOf = (row: DepositedRow): DepositedPayment => ({
  paymentId: row.id,
  number: row.number,
  receivedOn: row.received_on,
  customerId: row.customer_id,
  customerNumber: row.customer_number,
  customerName: row.customer_name,
  method: row.method,
  type: row.label,
  reference: row.reference,
  amountCents: cents(row.amount),
  splitId: row.split_id,
});

/** What waits for a deposit; one that came back before doesn't any more. At most what one deposit takes, unless asked otherwise. */
export function listUndeposited(
  books: Books,
  query: QueryOf<typeof undepositedList>,
  size = DEPOSITED_AT_ONCE,
): Promise<Page<DepositedPayment>> {
  const { method, fromOn, throughOn, currency = books.currency } = query;
  const keys = {
    received: {
      key: sql`p.received_on`,
      type: "date" as const,
      id: sql`p.event_number`,
      idType: "bigint" as const,
    },
  };
  const where = sql`
    p.deposit_id is null and p.to_chart is null and p.currency = ${currency}
    and not exists (select from books.events r where r.reverses = p.event_number)
    and ${method ? sql`p.method = ${method}` : sql`true`}
    and ${fromOn ? sql`p.received_on >= ${fromOn}::date` : sql`true`}
    and ${throughOn ? sql`p.received_on <= ${throughOn}::date` : sql`true`}`;
  const select = { select: DEPOSITED_COLUMNS, from: DEPOSITED_TABLES, where, rowOf: depositedOf };
  return readPage(books, { list: undepositedList, keys, ...select }, query, size);
}

/** The currencies in which something waits, the business's own first. */
export async function undepositedCurrencies({ tx, currency }: Books): Promise<string[]> {
  const least = (above: SQL) => sql`(
    select p.currency from books.payments p where p.deposit_id is null and p.to_chart is null and ${above} order by p.currency limit 1)`;
  const rows = await tx.execute<{ currency: string }>(sql`
    with recursive each as (
      select ${least(sql`true`)} as currency
      union all select ${least(sql`p.currency > each.currency`)} from each where each.currency is not null)
    select currency from each where currency is not null order by currency <> ${currency}, currency`);
  return rows.map((row) => row.currency);
}
