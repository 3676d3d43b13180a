// The payments that came in, the latest first, and what became of each: applied, still open, refunded or reversed.
import { sql, type SQL } from "drizzle-orm";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import { paymentList } from "@/domain/payments/payment-list.ts";
import type { BankAccount } from "@/domain/payments/to-account.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents, type GrossSum } from "@/domain/values/money.ts";
import {
  counted,
  countedThen,
  creditsAt,
  documentThen,
  isLive,
  now,
  openCreditsAt,
  type Moment,
} from "../ledger/as-of.ts";
import { grossCents, grossSum } from "../lists/gross-sum.ts";
import { PAGE, pageOf, type Key, type Page, type Sorted } from "../lists/list-order.ts";
import { REVERSED, documentsPage, lookups, oneWay, readWanted, type Wanted } from "../lists/list-search.ts";
import type { Books } from "../open.ts";

export type PaymentRow = {
  paymentId: string;
  /** null for a payment that was brought in by an import: it has no number of ours. */
  number: string | null;
  eventId: number;
  customerId: string;
  customerNumber: string;
  customerName: string;
  /** "Check 4471": the way it came, with its reference. */
  type: string;
  /** A check's number, or what else the payer wrote on it. */
  reference: string;
  memo: string;
  receivedOn: Day;
  currency: string;
  amountCents: Cents;
  appliedCents: Cents;
  openCents: Cents;
  /** Refunded, returned by the bank, reversed, or moved with its customer. */
  goneCents: Cents;
  /** The bank returned it, or it was entered wrongly: it is in no total. */
  cameBack: boolean;
  /** The bank account that it went to, at once or with its deposit; null for Undeposited Funds. */
  toAccount: BankAccount | null;
  /** The customer to whom a merge moved what was open of it. */
  movedTo: string | null;
};

type Match = MatchOf<typeof paymentList>;
/** `at`: as they stood then, without those that weren't there yet; left out, now. */
type Query = QueryOf<typeof paymentList> & { at?: Moment };

export function paymentColumns(books: Books, at: Moment): SQL {
  const then = (row: SQL) => countedThen(books, at, sql`${row}.effective_on`, sql`${row}.recorded_at`);
  return sql`
    p.id, p.number, p.event_number, p.received_on, p.currency, p.amount, p.reference, e.label, e.memo, c.id as customer_id,
    c.number as customer_number, c.name as customer_name, k.applied, k.refunded + k.reversed as gone,
    h.code as to_code, h.name as to_name, w.number as deposit_number,
    exists (select from books.events v where v.reverses = p.event_number and ${then(sql`v`)}) as came_back,
    case when c.merged_into is not null and exists (
      select from books.reductions m where m.credit_id = p.event_number and m.kind = 'transferred' and ${then(sql`m`)}
      group by m.credit_id having sum(m.amount) > 0)
      then (select s.number from books.customers s where s.id = books.survivor(c.id)) end as moved_to`;
}
/**
 * The deposit `w` that a payment `p` was in: what was deposited only later lay in Undeposited Funds. A second deposit may be
 * dated before the first was undone; the one that was written down later counts.
 */
const depositAt = (books: Books, at: Moment): SQL =>
  isLive(books, at)
    ? sql`books.deposits w on w.id = p.deposit_id`
    : sql`lateral (
        select d.* from books.deposit_lines l join books.deposits d on d.id = l.deposit_id
        where l.payment_id = p.id and ${counted(at, sql`d.deposited_on`, sql`d.recorded_at`)}
          and (${counted(at, sql`d.reversed_on`, sql`d.reversed_at`)}) is not true
        order by d.recorded_at desc limit 1) w on true`;
export const paymentTables = (books: Books, at: Moment): SQL => sql`
  books.payments p
  join books.events e on e.number = p.event_number join ${creditsAt(books, at)} k on k.id = p.event_number
  join books.accounts a on a.id = p.account_id join books.customers c on c.id = a.customer_id
  left join ${depositAt(books, at)}
  left join books.chart h on h.code = coalesce(p.to_chart, w.to_chart)`;

export type PaymentColumns = {
  id: string;
  number: string | null;
  event_number: number;
  received_on: Day;
  currency: string;
  amount: number;
  reference: string;
  label: string;
  memo: string;
  customer_id: string;
  customer_number: string;
  customer_name: string;
  applied: number;
  gone: number;
  came_back: boolean;
  to_code: string | null;
  to_name: string | null;
  deposit_number: string | null;
  moved_to: string | null;
};

const EVENT = { id: sql`d.event_number`, idType: "bigint" } as const;
const KEYS: Record<keyof typeof paymentList.sorts, Key> = {
  received: { key: sql`d.received_on`, type: "date", ...EVENT },
  amount: { key: sql`d.amount`, type: "bigint", ...EVENT },
};

/** By the day they came, the latest first, unless it is asked otherwise. */
export async function listPayments(books: Books, query: Query, size = PAGE): Promise<Page<PaymentRow>> {
  const { at = now(books) } = query;
  const { sort, direction } = paymentList.orderOf(query);
  const wanted = await readWanted(books, query, WRITTEN);
  const there = documentThen(books, at, sql`d.received_on`, sql`d.event_number`);
  const place = { direction, cursor: query.cursor };
  const where = sql`${filtered(wanted, query)} and ${there}`;
  const ways = [oneWay(tablesOf(books, at, query), where, KEYS[sort], place)];
  const read = { columns: paymentColumns(books, at), tables: paymentTables(books, at), id: sql`p.id` };
  const rows = await books.tx.execute<PaymentColumns & Sorted>(
    documentsPage(wanted, WRITTEN, { ways, ...read }, { direction, size }),
  );
  return pageOf(rows, size, paymentOf);
}

/** What is written on a payment and can be typed: its number, a check's number or a transfer's reference. */
const WRITTEN = {
  table: sql`books.payments`,
  series: "payment",
  begins: [
    (text: string) => sql`d.number ^@ ${text}::text`,
    (text: string) => sql`(d.reference <> '' and d.reference collate "C" ^@ ${text}::text)`,
  ],
};

/** What is still open is a small part of all: such a list starts there, and looks each payment up by its key. */
const tablesOf = (books: Books, at: Moment, { open }: Match): SQL =>
  open
    ? sql`
      (select id from ${openCreditsAt(books, at)} r offset 0) k
      cross join lateral (select * from books.payments p where p.event_number = k.id offset 0) d`
    : sql`books.payments d`;

function filtered({ accountIds }: Wanted, { method, fromOn, throughOn }: Match): SQL {
  const claims: SQL[] = [sql`true`];
  if (accountIds) claims.push(sql`d.account_id = any (${sql.param(accountIds)}::uuid[])`);
  if (method) claims.push(sql`d.method = ${method}`);
  if (fromOn) claims.push(sql`d.received_on >= ${fromOn}::date`);
  if (throughOn) claims.push(sql`d.received_on <= ${throughOn}::date`);
  return sql.join(claims, sql` and `);
}

/** Without those that came back. */
export type PaymentTotals = {
  count: number;
  amountCents: GrossSum;
  appliedCents: GrossSum;
  openCents: Cents;
};

/** Over all that match, in the business's currency. Apart from the rows, which needn't wait for it. */
export async function totalPayments(books: Books, query: Match): Promise<PaymentTotals> {
  const wanted = await readWanted(books, query, WRITTEN);
  const found = lookups(wanted, WRITTEN);
  const [row] = await books.tx.execute<{
    count: number;
    amount: number | null;
    applied: number | null;
    open: number;
  }>(sql`
    select count(*)::int as count, ${grossSum(sql`k.amount`, sql`v.reverses is null`)} as amount,
      ${grossSum(sql`k.applied`)} as applied,
      coalesce(sum(k.amount - k.applied - k.refunded - k.reversed), 0)::bigint as open
    from books.payments d join books.credits k on k.id = d.event_number left join ${REVERSED}
    where d.currency = ${books.currency} and ${query.open ? sql`k.amount - k.applied - k.refunded - k.reversed > 0` : sql`true`} and (${sql.join(found, sql` or `)}) and ${filtered(wanted, query)}`);
  if (!row) throw new Error("an aggregate has one row");
  return {
    count: row.count,
    amountCents: grossCents(row.amount),
    appliedCents: grossCents(row.applied),
    openCents: cents(row.open),
  };
}

export function paymentOf(row: PaymentColumns): PaymentRow {
  return {
    paymentId: row.id,
    number: row.number,
    eventId: row.event_number,
    customerId: row.customer_id,
    customerNumber: row.customer_number,
    customerName: row.customer_name,
    type: row.label,
    reference: row.reference,
    memo: row.memo,
    receivedOn: row.received_on,
    currency: row.currency,
    amountCents: cents(row.amount),
    appliedCents: cents(row.applied),
    openCents: cents(row.amount - row.applied - row.gone),
    goneCents: cents(row.gone),
    cameBack: row.came_back,
    toAccount: row.to_code === null || row.to_name === null ? null : { code: row.to_code, name: row.to_name },
    movedTo: row.moved_to,
  };
}
