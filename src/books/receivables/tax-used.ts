// Which days a tax report is of, and how much of a document was used by when: paid, settled, or given back.
import { sql, type SQL } from "drizzle-orm";
import type { TaxPeriod } from "@/domain/receivables/tax-report.ts";

export const within = (days: SQL, { fromOn, throughOn }: TaxPeriod): SQL =>
  sql`${days} between ${fromOn}::date and ${throughOn}::date`;

/** Of `part`, as much as of the whole: by the end of the period less before it, so that no cent is paid twice or never. */
export const growth = (whole: SQL, part: SQL = sql`p.tax`): SQL =>
  sql`round(${part} * u.through::numeric / ${whole}) - round(${part} * u.before::numeric / ${whole})`;

/** By document, which a debt or a credit keeps where a merge moves it. */
export const usedIn = (rows: SQL, { fromOn, throughOn }: TaxPeriod): SQL => sql`
  select document_id, sum(amount) as through, coalesce(sum(amount) filter (where effective_on < ${fromOn}::date), 0) as before
  from (${rows}) r where effective_on <= ${throughOn}::date group by 1`;

/** By what is money, or stands for money that was: a write-off, a discount and an adjustment aren't. */
export const APPLIED_TO_ITEMS = sql`
  select s.document_id, l.amount, l.effective_on from books.allocations l join books.items s on s.id = l.item_id
  join books.credits k on k.id = l.credit_id
  where k.kind in ('payment', 'credit-memo', 'opening') or k.kind = 'transfer-in' and k.document_id is not null`;

export const USED_OF_CREDITS = sql`
  select s.document_id, l.amount, l.effective_on from books.allocations l join books.credits s on s.id = l.credit_id
  union all
  select s.document_id, l.amount, l.effective_on from books.reductions l join books.credits s on s.id = l.credit_id
  where l.kind = 'refunded'`;
