// What one credit settles, a payment's or a credit memo's: now, or at a moment.
import { sql } from "drizzle-orm";
import type { Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import { countedThen, now, type Moment } from "./as-of.ts";
import type { Books } from "../open.ts";

export type Settled = {
  itemId: number;
  /** The invoice's number, or what the item is called. */
  name: string;
  /** The invoice; null for a debt without a document. */
  invoiceId: string | null;
  dueOn: Day;
  /** The latest day on which something of this credit was applied to it. */
  appliedOn: Day;
  amountCents: Cents;
};

/** By what was due first. */
export async function readSettled(
  books: Books,
  creditId: number,
  at: Moment = now(books),
): Promise<Settled[]> {
  const rows = await books.tx.execute<{
    item_id: number;
    name: string;
    invoice_id: string | null;
    due_on: Day;
    applied_on: Day;
    amount: number;
  }>(sql`
    select u.item_id, coalesce(v.number, e.label) as name, v.id as invoice_id, i.due_on, u.applied_on, u.amount
    from (
      select item_id, sum(amount)::bigint as amount, max(effective_on) filter (where amount > 0) as applied_on
      from books.allocations
      where credit_id = ${creditId} and ${countedThen(books, at, sql`effective_on`, sql`recorded_at`)} group by item_id having sum(amount) > 0) u
    join books.items i on i.id = u.item_id join books.events e on e.number = u.item_id
    left join books.invoices v on v.id = i.document_id
    order by i.due_on, u.item_id limit 500`);
  return rows.map((row) => ({
    itemId: row.item_id,
    name: row.name,
    invoiceId: row.invoice_id,
    dueOn: row.due_on,
    appliedOn: row.applied_on,
    amountCents: cents(row.amount),
  }));
}
