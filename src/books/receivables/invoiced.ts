// What an open item was made for. One that came with a merged customer is what was left of its invoice on that day, and
// says the invoice's own amount all the same.
import { sql, type SQL } from "drizzle-orm";
import { counted, type Moment } from "../ledger/as-of.ts";
import { membersOf, type MergedAccounts } from "../ledger/merged-accounts.ts";

/**
 * Of an item `i`. An invoice that came in several parts, as when a check bounced after the merge, counts once: the first
 * part stands for whatever the others don't.
 */
export const invoicedAt = (moment: Moment): SQL => sql`
  case when i.kind <> 'transfer-in' then i.amount else coalesce((
    select case when parts.earlier > 0 then i.amount else greatest(d.total - coalesce(parts.later, 0), i.amount) end
    from books.invoices d cross join lateral (
      select (sum(o.amount - o.reversed) filter (where o.id < i.id))::bigint as earlier,
        (sum(o.amount - o.reversed) filter (where o.id > i.id))::bigint as later
      from books.items o
      where o.document_id = i.document_id and o.kind = 'transfer-in' and o.account_id = i.account_id
        and o.issued_on = i.issued_on and o.due_on = i.due_on
        and ${counted(moment, sql`o.effective_on`, sql`o.recorded_at`)}) parts
    where d.id = i.document_id and d.issued_on = i.issued_on and d.due_on = i.due_on), i.amount) end`;

/** To add up over thousands of items; only where customers were merged is there anything to look up. */
export const invoicedOf = (moment: Moment, family: MergedAccounts): SQL =>
  membersOf(family).length === 1 ? sql`i.amount` : invoicedAt(moment);
