// The credit memos that were issued, the latest first: for what, how much, and what became of it.
import { sql, type SQL } from "drizzle-orm";
import { creditMemoList } from "@/domain/invoices/credit-memo-list.ts";
import type { QueryOf } from "@/domain/lists/list-query.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, cents, type Cents } from "@/domain/values/money.ts";
import { countedThen, creditsAt, documentThen, now, openCreditsAt, type Moment } from "../ledger/as-of.ts";
import { PAGE, pageOf, type Key, type Page, type Sorted } from "../lists/list-order.ts";
import { documentsPage, oneWay, readWanted, type Wanted } from "../lists/list-search.ts";
import type { Books } from "../open.ts";

export type CreditMemoRow = {
  creditMemoId: string;
  number: string;
  eventId: number;
  customerId: string;
  customerNumber: string;
  customerName: string;
  issuedOn: Day;
  /** What it credits: an invoice, or a return at the counter; neither for one by hand. */
  invoiceNumber: string | null;
  receiptNumber: string | null;
  reason: string;
  currency: string;
  subtotalCents: Cents;
  taxCents: Cents;
  totalCents: Cents;
  appliedCents: Cents;
  /** Open credit. */
  openCents: Cents;
  isReversed: boolean;
};

/** `at`: as they stood then, without those that weren't there yet; left out, now. */
type Query = QueryOf<typeof creditMemoList> & { at?: Moment };

type Row = {
  id: string;
  number: string;
  event_number: number;
  customer_id: string;
  customer_number: string;
  customer_name: string;
  issued_on: Day;
  invoice_number: string | null;
  receipt_number: string | null;
  reason: string;
  currency: string;
  subtotal: number;
  tax: number;
  total: number;
  applied: number | null;
  open: number | null;
  reversed: boolean;
};

const columnsAt = (books: Books, at: Moment): SQL => sql`
  m.id, m.number, m.event_number, c.id as customer_id, c.number as customer_number, c.name as customer_name, m.issued_on,
  v.number as invoice_number, t.number as receipt_number, m.reason, m.currency, m.subtotal, m.tax, m.total, k.applied,
  k.amount - k.applied - k.refunded - k.reversed as open,
  exists (select from books.events r where r.reverses = m.event_number
    and ${countedThen(books, at, sql`r.effective_on`, sql`r.recorded_at`)}) as reversed`;
/** Of one that was all held back there is no credit. */
const tablesAt = (books: Books, at: Moment): SQL => sql`
  books.credit_memos m join books.accounts a on a.id = m.account_id join books.customers c on c.id = a.customer_id
  left join ${creditsAt(books, at)} k on k.id = m.event_number left join books.invoices v on v.id = m.invoice_id
  left join books.receipts t on t.id = m.receipt_id`;

const EVENT = { id: sql`d.event_number`, idType: "bigint" } as const;
const KEYS: Record<keyof typeof creditMemoList.sorts, Key> = {
  issued: { key: sql`d.issued_on`, type: "date", ...EVENT },
  total: { key: sql`d.total`, type: "bigint", ...EVENT },
};

const WRITTEN = {
  table: sql`books.credit_memos`,
  series: "credit-memo",
  begins: [(text: string) => sql`d.number ^@ ${text}::text`],
};

/** Found by number or customer. */
export async function listCreditMemos(books: Books, query: Query, size = PAGE): Promise<Page<CreditMemoRow>> {
  const { at = now(books) } = query;
  const { sort, direction } = creditMemoList.orderOf(query);
  const wanted = await readWanted(books, query, WRITTEN);
  const there = documentThen(books, at, sql`d.issued_on`, sql`d.event_number`);
  const place = { direction, cursor: query.cursor };
  const where = sql`${filtered(wanted, query)} and ${there}`;
  const ways = [oneWay(tablesOf(books, at, query), where, KEYS[sort], place)];
  const read = { columns: columnsAt(books, at), tables: tablesAt(books, at), id: sql`m.id` };
  const rows = await books.tx.execute<Row & Sorted>(
    documentsPage(wanted, WRITTEN, { ways, ...read }, { direction, size }),
  );
  return pageOf(rows, size, rowOf);
}

/** What is still open is a small part of all: such a list starts there. */
const tablesOf = (books: Books, at: Moment, { open }: Query): SQL =>
  open
    ? sql`
      (select id from ${openCreditsAt(books, at)} r offset 0) k
      cross join lateral (select * from books.credit_memos m where m.event_number = k.id offset 0) d`
    : sql`books.credit_memos d`;

function filtered({ accountIds }: Wanted, { fromOn, throughOn }: Query): SQL {
  const claims: SQL[] = [sql`true`];
  if (accountIds) claims.push(sql`d.account_id = any (${sql.param(accountIds)}::uuid[])`);
  if (fromOn) claims.push(sql`d.issued_on >= ${fromOn}::date`);
  if (throughOn) claims.push(sql`d.issued_on <= ${throughOn}::date`);
  return sql.join(claims, sql` and `);
}

const rowOf = (row: Row): CreditMemoRow => ({
  creditMemoId: row.id,
  number: row.number,
  eventId: row.event_number,
  customerId: row.customer_id,
  customerNumber: row.customer_number,
  customerName: row.customer_name,
  issuedOn: row.issued_on,
  invoiceNumber: row.invoice_number,
  receiptNumber: row.receipt_number,
  reason: row.reason,
  currency: row.currency,
  subtotalCents: cents(row.subtotal),
  taxCents: cents(row.tax),
  totalCents: cents(row.total),
  appliedCents: cents(row.applied ?? ZERO),
  openCents: cents(row.open ?? ZERO),
  isReversed: row.reversed,
});
