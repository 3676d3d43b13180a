// Aging of one account or of the whole business, at any day, as known at any instant.
import { sql, type SQL } from "drizzle-orm";
import { agingOf, type Aging, type Bucket } from "@/domain/aging.ts";
import { cents } from "@/domain/money.ts";
import { openCreditsAt, openItemsAt, type Moment } from "./as-of.ts";
import type { Books } from "./open.ts";

export type AgedAccounts = Aging & { openInvoices: number };

export const readAccountAging = (books: Books, moment: Moment, accountId: string): Promise<AgedAccounts> =>
  age(books, moment, sql`r.account_id = ${accountId}`);

/** Every account in the business's home currency together. */
export const readBusinessAging = (books: Books, moment: Moment): Promise<AgedAccounts> =>
  age(books, moment, sql`r.currency = ${books.currency}`);

type Row = Record<Bucket, number> & { open_invoices: number; unapplied: number; retained: number };

async function age(books: Books, moment: Moment, where: SQL): Promise<AgedAccounts> {
  const due = (from: number | null, to: number | null) => {
    const late = sql`(${moment.asOf}::date - i.due_on)`;
    if (from === null) return sql`${late} <= ${to}`;
    return to === null ? sql`${late} >= ${from}` : sql`${late} between ${from} and ${to}`;
  };
  const bucket = (range: SQL) => sql`coalesce(sum(i.open_then) filter (where ${range}), 0)::bigint`;
  const [row] = await books.tx.execute<Row>(sql`
    select ${bucket(due(null, 0))} as current, ${bucket(due(1, 30))} as d1_30, ${bucket(due(31, 60))} as d31_60,
      ${bucket(due(61, 90))} as d61_90, ${bucket(due(91, null))} as d91, count(*)::int as open_invoices,
      (select coalesce(sum(c.open_then), 0)::bigint from ${openCreditsAt(books, moment, where)} c) as unapplied,
      (select coalesce(sum(r.amount), 0)::bigint from books.retainage r
        where ${where} and r.effective_on <= ${moment.asOf}::date
          and (${moment.knownAt}::timestamptz is null or r.recorded_at <= ${moment.knownAt}::timestamptz)) as retained
    from ${openItemsAt(books, moment, where)} i`);
  if (!row) throw new Error("an aggregate has one row");
  const { open_invoices: openInvoices, unapplied, retained, ...buckets } = row;
  const aged = Object.fromEntries(Object.entries(buckets).map(([name, sum]) => [name, cents(sum)]));
  return { ...agingOf(aged as Aging, cents(unapplied), cents(retained)), openInvoices };
}
