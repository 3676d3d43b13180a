// The payments that came in, newest first, and what became of each: applied, still open, paid back or taken back.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { Day } from "@/domain/day.ts";
import { cents, type Cents } from "@/domain/money.ts";
import type { Books } from "./open.ts";

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

export type PaymentQuery = {
  search?: string | undefined;
  customerId?: string | undefined;
  cursor?: string | undefined;
};

const PAGE = 50;

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

export async function listPayments(
  { tx }: Books,
  query: PaymentQuery,
  size = PAGE,
): Promise<{ rows: PaymentRow[]; next: string | null }> {
  const before = /^\d{1,15}$/.test(query.cursor ?? "")
    ? sql`and p.event_number < ${Number(query.cursor)}`
    : sql``;
  const rows = await tx.execute<PaymentColumns>(sql`
    select ${PAYMENT_COLUMNS} from ${PAYMENT_TABLES} where ${matching(query)} ${before}
    order by p.event_number desc limit ${size + 1}`);
  const page = rows.slice(0, size).map(paymentOf);
  return { rows: page, next: rows.length > size ? String(page.at(-1)?.eventId) : null };
}

export type PaymentTotals = { count: number; amountCents: Cents; appliedCents: Cents; openCents: Cents };

/** Over all that match, in the business's currency. Apart from the rows, which needn't wait for it. */
export async function totalPayments({ tx, currency }: Books, query: PaymentQuery): Promise<PaymentTotals> {
  const [row] = await tx.execute<{ count: number; amount: number; applied: number; open: number }>(sql`
    select count(*)::int as count, coalesce(sum(k.amount), 0)::bigint as amount,
      coalesce(sum(k.applied), 0)::bigint as applied,
      coalesce(sum(k.amount - k.applied - k.refunded - k.reversed), 0)::bigint as open
    from ${PAYMENT_TABLES} where p.currency = ${currency} and ${matching(query)}`);
  if (!row) throw new Error("an aggregate has one row");
  return {
    count: row.count,
    amountCents: cents(row.amount),
    appliedCents: cents(row.applied),
    openCents: cents(row.open),
  };
}

/** Every word must be found in the number, the way it came, the reference or the customer. */
function matching({ search, customerId }: PaymentQuery): SQL {
  const words = (search ?? "").trim().split(/\s+/).filter(Boolean).slice(0, 8);
  const found = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    return sql`and concat_ws(' ', p.number, e.label, p.reference, c.number, c.name) ilike ${pattern}`;
  });
  const one = z.uuid().safeParse(customerId);
  return sql`${one.success ? sql`c.id = ${one.data}::uuid` : sql`true`} ${sql.join(found, sql` `)}`;
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
