// What may be kept of invoices for paying early, as their own terms say, and what was kept with a payment.
import { sql, type SQL } from "drizzle-orm";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { offerUnder, type Offer } from "@/domain/values/terms.ts";
import type { Books } from "../open.ts";
import { counted, type Moment } from "./as-of.ts";

/** Of an item `i`: a discount was kept of it, and stands. It is offered once. At a moment, as it stood then. */
export const keptBefore = (moment?: Moment): SQL => sql`exists (
  select from books.allocations a join books.credits k on k.id = a.credit_id
  where a.item_id = i.id and k.kind = 'discount' and ${moment ? counted(moment, sql`a.effective_on`, sql`a.recorded_at`) : sql`true`}
  group by a.credit_id having sum(a.amount) > 0)`;
export const KEPT_BEFORE: SQL = keptBefore();

/** Of an invoice `v`: its terms let one keep something for paying early. */
export const HAS_DISCOUNT: SQL = sql`v.terms ~ '-[0-9.]+-[0-9]+$'`;

/** By item; those without one are left out. Read under the account's lock. */
export async function readOffers(
  { tx }: Books,
  accountId: string,
  itemIds: readonly number[],
): Promise<ReadonlyMap<number, Offer>> {
  const rows = await tx.execute<{
    id: number;
    terms: string;
    issued_on: Day;
    subtotal: number;
    open: number;
  }>(sql`
    select i.id, v.terms, i.issued_on, v.subtotal, i.amount - i.applied - i.reversed as open
    from books.items i join books.invoices v on v.id = i.document_id
    where i.account_id = ${accountId}::uuid and i.id = any (${sql.param([...itemIds])}::bigint[]) and not ${KEPT_BEFORE}`);
  return new Map(
    rows.flatMap((row): [number, Offer][] => {
      const money = { subtotalCents: cents(row.subtotal), openCents: cents(row.open) };
      const offer = offerUnder(row.terms, { issuedOn: row.issued_on, ...money });
      return offer ? [[row.id, offer]] : [];
    }),
  );
}

/** The events of discounts that were kept with a payment and stand, the last first; an event of another kind has none. */
export async function readDiscountsWith({ tx }: Books, paymentEvent: number): Promise<number[]> {
  const rows = await tx.execute<{ number: number }>(sql`
    select d.number from books.events p join books.events d
      on d.account_id = p.account_id and d.effective_on = p.effective_on and d.number > p.number
    where p.number = ${paymentEvent} and p.kind = 'payment' and d.kind = 'discount' and d.document_id = p.document_id
      and not exists (select from books.events r where r.reverses = d.number)
    order by d.number desc`);
  return rows.map((row) => row.number);
}
