// Retainage as of a day, invoice by invoice: what was withheld, what of it was billed, what is held. A merge moves what is held
// from one account to the other and changes none of it; what was voided was never withheld, or never billed.
import { sql } from "drizzle-orm";
import type { Day } from "@/domain/values/day.ts";
import { cents, sum, sumGross, type Cents, type GrossSum } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";

/** Of one invoice, or of all: what was ever withheld has no end, as what is held has. */
export type RetainageAmounts = { withheldCents: GrossSum; releasedCents: GrossSum; heldCents: Cents };
export type RetainageRow = RetainageAmounts & { customer: string; job: string | null; invoice: string };
export type RetainageReport = RetainageAmounts & { asOf: Day; rows: RetainageRow[] };

/** In the business's own currency; customers, jobs and invoices by their numbers. */
export async function readRetainage({ tx, currency }: Books, asOf: Day): Promise<RetainageReport> {
  const found = await tx.execute<{
    customer: string;
    job: string | null;
    invoice: string;
    withheld: number;
    released: number;
  }>(sql`
    select c.number as customer, j.number as job, d.number as invoice, s.withheld, s.released
    from (
      select r.invoice_id, coalesce(sum(r.amount) filter (where not k.bills), 0)::bigint as withheld,
        coalesce(- sum(r.amount) filter (where k.bills), 0)::bigint as released
      from books.retainage r join books.events e on e.number = r.event_number
      left join books.events v on v.number = e.reverses
      cross join lateral (select coalesce(v.kind, e.kind) = 'retainage-release' as bills) k
      where r.effective_on <= ${asOf}::date and r.currency = ${currency} group by 1) s
    join books.invoices d on d.id = s.invoice_id join books.accounts a on a.id = d.account_id
    join books.customers c on c.id = books.survivor(a.customer_id) left join books.jobs j on j.id = d.job_id
    where s.withheld <> 0 or s.released <> 0
    order by c.number collate books.natural, j.number collate books.natural nulls last, d.issued_on, d.event_number`);
  const rows = found.map(({ withheld, released, ...row }) => ({
    ...row,
    withheldCents: cents(withheld),
    releasedCents: cents(released),
    heldCents: cents(withheld - released),
  }));
  return {
    asOf,
    withheldCents: sumGross(rows.map((row) => row.withheldCents)),
    releasedCents: sumGross(rows.map((row) => row.releasedCents)),
    heldCents: sum(rows.map((row) => row.heldCents)),
    rows,
  };
}
