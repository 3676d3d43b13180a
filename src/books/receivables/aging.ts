// Aging of one account or of the whole business, at any day, as known at any instant.
import { sql, type SQL } from "drizzle-orm";
import { agingOf, type Aging, type Bucket } from "@/domain/ledger/aging.ts";
import { cents, type GrossSum } from "@/domain/values/money.ts";
import { counted, openCreditsAt, openItemsAt, type Moment } from "../ledger/as-of.ts";
import { isOf, type MergedAccounts } from "../ledger/merged-accounts.ts";
import { grossCents, grossSum } from "../lists/gross-sum.ts";
import { invoicedOf } from "./invoiced.ts";
import type { Books } from "../open.ts";

/** `invoicedCents` is what the open items were invoiced for; of the whole business, what they were made for. */
export type AgedAccounts = Aging & { openInvoices: number; invoicedCents: GrossSum };

export const readAccountAging = (
  books: Books,
  moment: Moment,
  family: MergedAccounts,
): Promise<AgedAccounts> =>
  age(books, moment, { where: isOf(sql`r.account_id`, family), invoiced: invoicedOf(moment, family) });

/** Every account in the business's home currency together. */
export const readBusinessAging = (books: Books, moment: Moment): Promise<AgedAccounts> =>
  age(books, moment, { where: sql`r.currency = ${books.currency}`, invoiced: sql`i.amount` });

type Row = Record<Bucket, number> & {
  open_invoices: number;
  invoiced: number | null;
  unapplied: number;
  retained: number;
};

/** The buckets of open items `i`, as columns of an aggregate. */
export function sumBuckets(moment: Moment): SQL {
  const late = sql`(${moment.asOf}::date - i.due_on)`;
  const bucket = (range: SQL) => sql`coalesce(sum(i.open_then) filter (where ${range}), 0)::bigint`;
  return sql`${bucket(sql`${late} <= 0`)} as current, ${bucket(sql`${late} between 1 and 30`)} as d1_30,
    ${bucket(sql`${late} between 31 and 60`)} as d31_60, ${bucket(sql`${late} between 61 and 90`)} as d61_90,
    ${bucket(sql`${late} >= 91`)} as d91`;
}

async function age(
  books: Books,
  moment: Moment,
  { where, invoiced: amount }: { where: SQL; invoiced: SQL },
): Promise<AgedAccounts> {
  const [row] = await books.tx.execute<Row>(sql`
    select ${sumBuckets(moment)}, count(*)::int as open_invoices,
      ${grossSum(amount)} as invoiced,
      (select coalesce(sum(c.open_then), 0)::bigint from ${openCreditsAt(books, moment, where)} c) as unapplied,
      (select coalesce(sum(r.amount), 0)::bigint from books.retainage r
        where ${where} and ${counted(moment, sql`r.effective_on`, sql`r.recorded_at`)}) as retained
    from ${openItemsAt(books, moment, where)} i`);
  if (!row) throw new Error("an aggregate has one row");
  const { open_invoices: openInvoices, invoiced, unapplied, retained, ...buckets } = row;
  const aged = Object.fromEntries(Object.entries(buckets).map(([name, sum]) => [name, cents(sum)]));
  return {
    ...agingOf(aged as Aging, cents(unapplied), cents(retained)),
    openInvoices,
    invoicedCents: grossCents(invoiced),
  };
}
