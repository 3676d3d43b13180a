// The invoices of a business, found by number or customer, narrowed to what is unpaid, late, paid or void; and what
// they come to.
import { sql, type SQL } from "drizzle-orm";
import { invoiceList } from "@/domain/invoices/invoice-list.ts";
import { invoiceStateOf, type InvoiceState } from "@/domain/invoices/invoice-state.ts";
import type { MatchOf, QueryOf } from "@/domain/lists/list-query.ts";
import { daysBetween, type Day } from "@/domain/values/day.ts";
import { ZERO, cents, type Cents } from "@/domain/values/money.ts";
import { countedThen, documentThen, itemsAt, now, type Moment } from "../ledger/as-of.ts";
import { PAGE, pageOf, type Page, type Sorted } from "../lists/list-order.ts";
import { documentsPage, lookups, readWanted, type Wanted } from "../lists/list-search.ts";
import type { Books } from "../open.ts";
import { disputedAt } from "./read-disputes.ts";
import { totalAll, totalFew, type InvoiceTotals } from "./invoice-totals.ts";
import { OPEN, invoiceWays } from "./invoice-ways.ts";

type Match = MatchOf<typeof invoiceList>;
/** `at`: as they stood then, without those that weren't there yet; left out, now. */
type Query = QueryOf<typeof invoiceList> & { at?: Moment };

export type InvoiceRow = {
  invoiceId: string;
  number: string;
  eventId: number;
  customerId: string;
  customerName: string;
  job: { jobId: string; number: string; name: string } | null;
  /** The receipt whose house charge it is. */
  receipt: { receiptId: string; number: string } | null;
  issuedOn: Day;
  dueOn: Day;
  daysPastDue: number;
  currency: string;
  totalCents: Cents;
  openCents: Cents;
  state: InvoiceState;
  /** The customer objects to it. */
  disputed: boolean;
};

const WRITTEN = {
  table: sql`books.invoices`,
  series: "invoice",
  begins: [(text: string) => sql`d.number ^@ ${text}::text`],
};
/** By the day they were issued, the latest first, unless it is asked otherwise. */
export async function listInvoices(books: Books, query: Query, size = PAGE): Promise<Page<InvoiceRow>> {
  const { at = now(books) } = query;
  const { sort, direction } = invoiceList.orderOf(query);
  const wanted = await readWanted(books, query, WRITTEN);
  const where = filtered(books, at, { ...query, ...wanted });
  const { accountIds } = wanted;
  const asked = { match: query, accountIds, where, isNarrow: isNarrow(query, wanted), at };
  const ways = await invoiceWays(books, asked, sort, { direction, cursor: query.cursor });
  const read = { columns: invoiceColumns(books, at), tables: invoiceTables(books, at), id: sql`d.id` };
  const rows = await books.tx.execute<InvoiceColumns & Sorted>(
    documentsPage(wanted, WRITTEN, { ways, ...read }, { direction, size }),
  );
  return pageOf(rows, size, (row) => invoiceOf(row, at.asOf));
}

const isNarrow = ({ jobId }: Match, { text, accountIds }: Wanted): boolean =>
  text !== "" || accountIds !== null || jobId !== undefined;

type Asked = Match & Pick<Wanted, "accountIds">;

function filtered(books: Books, at: Moment, { accountIds, state, jobId, fromOn, throughOn }: Asked): SQL {
  const claims: SQL[] = [
    sql`d.event_number is not null`,
    documentThen(books, at, sql`d.issued_on`, sql`d.event_number`),
  ];
  if (accountIds) claims.push(sql`d.account_id = any (${sql.param(accountIds)}::uuid[])`);
  if (jobId) claims.push(sql`d.job_id = ${jobId}::uuid`);
  if (fromOn) claims.push(sql`d.issued_on >= ${fromOn}::date`);
  if (throughOn) claims.push(sql`d.issued_on <= ${throughOn}::date`);
  if (state === "open" || state === "overdue") claims.push(sql`${OPEN} > 0`);
  if (state === "overdue") claims.push(sql`i.due_on < ${at.asOf}::date`);
  // Never more; said so that the planner takes it for many, and walks the order that is asked for.
  if (state === "paid") claims.push(sql`i.applied >= i.amount`);
  if (state === "voided")
    claims.push(
      sql`r.reverses is not null and ${countedThen(books, at, sql`r.effective_on`, sql`r.recorded_at`)}`,
    );
  return sql.join(claims, sql` and `);
}

/** Over all that match, in the business's currency. Apart from the rows, which needn't wait for it. */
export async function totalInvoices(books: Books, query: Match): Promise<InvoiceTotals> {
  const at = now(books);
  const wanted = await readWanted(books, query, WRITTEN);
  const asked = { ...query, ...wanted };
  const { state, fromOn, throughOn } = query;
  if (state !== "voided" && !isNarrow(query, wanted)) return totalAll(books, { state, fromOn, throughOn });
  const found = lookups(wanted, WRITTEN);
  const where = sql`(${sql.join(found, sql` or `)}) and ${filtered(books, at, asked)}`;
  return totalFew(books, { state, where });
}

export const invoiceColumns = (books: Books, at: Moment): SQL => sql`
  d.id, d.number, d.event_number, d.issued_on, d.due_on, d.currency, d.total, ${disputedAt(at)} as disputed, c.id as customer_id, c.name as customer_name,
  i.amount as item, i.amount - i.applied - i.reversed as open, i.reversed, t.id as receipt_id, t.number as receipt_number,
  j.id as job_id, j.number as job_number, j.name as job_name,
  (select r.number from books.events r where r.reverses = d.event_number
    and ${countedThen(books, at, sql`r.effective_on`, sql`r.recorded_at`)}) as voided_by,
  coalesce((select sum(s.amount) from books.allocations s join books.credits k on k.id = s.credit_id
    where s.item_id = d.event_number and k.kind = 'write-off'
      and ${countedThen(books, at, sql`s.effective_on`, sql`s.recorded_at`)}), 0)::bigint as written_off`;
export const invoiceTables = (books: Books, at: Moment): SQL => sql`
  books.invoices d join books.accounts a on a.id = d.account_id join books.customers c on c.id = a.customer_id
  left join ${itemsAt(books, at)} i on i.id = d.event_number left join books.receipts t on t.id = d.receipt_id
  left join books.jobs j on j.id = d.job_id`;

export type InvoiceColumns = {
  id: string;
  number: string;
  event_number: number;
  issued_on: Day;
  due_on: Day;
  currency: string;
  total: number;
  disputed: boolean;
  customer_id: string;
  customer_name: string;
  item: number | null;
  open: number | null;
  reversed: number | null;
  receipt_id: string | null;
  receipt_number: string | null;
  job_id: string | null;
  job_number: string | null;
  job_name: string | null;
  voided_by: number | null;
  written_off: number;
};

/** `today`: the day as of which it was read. */
export function invoiceOf(row: InvoiceColumns, today: Day): InvoiceRow {
  const { item, open, reversed, voided_by: voidedBy } = row;
  const debt =
    item === null || open === null || reversed === null
      ? null
      : {
          amountCents: cents(item),
          openCents: cents(open),
          reducedCents: cents(reversed),
          writtenOffCents: cents(row.written_off),
        };
  return {
    invoiceId: row.id,
    number: row.number,
    eventId: row.event_number,
    customerId: row.customer_id,
    customerName: row.customer_name,
    job:
      row.job_id === null
        ? null
        : { jobId: row.job_id, number: row.job_number ?? "", name: row.job_name ?? "" },
    receipt:
      row.receipt_id !== null && row.receipt_number !== null
        ? { receiptId: row.receipt_id, number: row.receipt_number }
        : null,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    daysPastDue: daysBetween(row.due_on, today),
    currency: row.currency,
    totalCents: cents(row.total),
    openCents: debt?.openCents ?? ZERO,
    disputed: row.disputed,
    state: invoiceStateOf({ voided: voidedBy !== null, dueOn: row.due_on, debt }, today),
  };
}
