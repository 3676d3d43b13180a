// What all invoices that match come to, where there may be a million: what the list narrows to few is added up as it is; of
// all, of those between two days and of what is paid, an index has the totals, and what is open, void or taken back is a
// small part that is taken off.
import { sql, type SQL } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { ZERO, cents, type Cents, type GrossSum } from "@/domain/values/money.ts";
import type { InvoiceFilter } from "@/domain/invoices/invoice-state.ts";
import type { Day } from "@/domain/values/day.ts";
import { grossCents, grossOf, grossSum } from "../lists/gross-sum.ts";
import { REVERSED } from "../lists/list-search.ts";
import type { Books } from "../open.ts";
import { OPEN, tablesOf } from "./invoice-ways.ts";

/** Without those that were voided. */
export type InvoiceTotals = { count: number; totalCents: GrossSum; openCents: Cents };

/** Of few: a customer's, a job's, those with a text in them, and those that are void. `where`: of an invoice `d` and its debt `i`. */
export async function totalFew(
  { tx, currency }: Books,
  { state, where }: { state?: InvoiceFilter | undefined; where: SQL },
): Promise<InvoiceTotals> {
  const [row] = await tx.execute<Row>(sql`
    select count(*)::int as count, ${grossSum(sql`d.total`, sql`v.reverses is null`)} as total,
      coalesce(sum(${OPEN}), 0)::bigint as left
    from ${tablesOf({ state })} left join ${REVERSED} where d.currency = ${currency} and ${where}`);
  return totalsOf(row);
}

type Row = { count: number; total: number | null; left: number };

const totalsOf = (row: Row | undefined): InvoiceTotals => {
  const { count, total, left } = present(row, "an aggregate has one row");
  return { count, totalCents: grossCents(total), openCents: cents(left) };
};

export type Broad = {
  state?: Exclude<InvoiceFilter, "voided"> | undefined;
  fromOn?: Day | undefined;
  throughOn?: Day | undefined;
};

export async function totalAll(books: Books, { state, ...days }: Broad): Promise<InvoiceTotals> {
  if (state === "open" || state === "overdue")
    return totalOpen(books, { ...days, isLate: state === "overdue" });
  const asked = claimed(books, days);
  const all = sql`select count(*) as n, coalesce(sum(d.total), 0) as total from books.invoices d where ${asked}`;
  if (state === "paid") {
    const [row] = await books.tx.execute<Row>(sql`
      select (a.n - u.n - free.n)::int as count, ${grossOf(sql`a.total - u.total`)} as total, 0 as left
      from (${all}) a,
        (select count(*) as n, coalesce(sum(d.total), 0) as total from ${invoicesOf(asked, UNPAID)}) u,
        (select count(*) as n from books.invoices d where d.total = 0 and ${asked}) free`);
    return { ...totalsOf(row), openCents: ZERO };
  }
  const [row] = await books.tx.execute<Row>(sql`
    select a.n::int as count, ${grossOf(sql`a.total - v.total`)} as total, o.left
    from (${all}) a,
      (select coalesce(sum(d.total), 0) as total from ${REVERSED_ONES}
        cross join lateral (select d.total from books.invoices d where d.event_number = r.reverses and ${asked} offset 0) d) v,
      (select coalesce(sum(i.left), 0)::bigint as left from ${invoicesOf(asked, OPEN_ONES)}) o`);
  return totalsOf(row);
}

async function totalOpen(
  books: Books,
  { isLate, ...days }: Days & { isLate: boolean },
): Promise<InvoiceTotals> {
  const late = isLate ? sql`i.due_on < ${books.today}::date` : sql`true`;
  const [row] = await books.tx.execute<Row>(sql`
    select count(*)::int as count, ${grossSum(sql`d.total`)} as total, coalesce(sum(i.left), 0)::bigint as left
    from ${invoicesOf(claimed(books, days), OPEN_ONES)} where ${late}`);
  return totalsOf(row);
}

type Days = Pick<Broad, "fromOn" | "throughOn">;

/** In words that invoices_by_day answers by itself. */
function claimed({ currency }: Books, { fromOn, throughOn }: Days): SQL {
  const claims = [sql`d.currency = ${currency}`, sql`d.event_number is not null`];
  if (fromOn) claims.push(sql`d.issued_on >= ${fromOn}::date`);
  if (throughOn) claims.push(sql`d.issued_on <= ${throughOn}::date`);
  return sql.join(claims, sql` and `);
}

const REVERSED_ONES = sql`(select reverses from books.events where reverses is not null offset 0) r`;

const DEBT = sql`i.id, i.due_on, ${OPEN} as left from books.items i`;
/** An index has the open ones alone. */
const OPEN_ONES = sql`select ${DEBT} where ${OPEN} > 0 and i.document_id is not null`;
/** And one those of which something was taken back; a debt is paid when all of it was settled. */
const UNPAID = sql`${OPEN_ONES} union all
  select ${DEBT} where i.reversed > 0 and ${OPEN} <= 0 and i.applied < i.amount and i.document_id is not null`;

/** Their invoices one by one, as `d`: few debts, and never all invoices. */
const invoicesOf = (asked: SQL, debts: SQL): SQL => sql`(select * from (${debts}) f offset 0) i
  cross join lateral (select d.total from books.invoices d where d.event_number = i.id and ${asked} offset 0) d`;
