// Seals the audit log up to an hour ago: who posts does nothing more for it, and by then every transaction that could still
// add an entry before that moment is over (its entry is the last thing that it writes).
import { sql } from "drizzle-orm";
import { ENTRY_TEXT, NO_ID, idAt } from "@/db/checks/audit-chain.ts";
import type { Books } from "../open.ts";

const LAST = sql`select number, through, hash from books.audit_seals order by number desc limit 1`;
const DUE = sql`
  books.audit_entries a where a.id > coalesce((select through from last), ${NO_ID})
    and a.id < ${idAt(sql`(clock_timestamp() - interval '1 hour')`)}`;

/** Whether something waits that is older than that, and the newest seal isn't of this working day. */
export async function isSealDue({ tx }: Books): Promise<boolean> {
  const [row] = await tx.execute<{ due: boolean }>(sql`
    with last as (${LAST})
    select exists (select from ${DUE}) and not exists (
      select from books.audit_seals where sealed_at > clock_timestamp() - interval '20 hours') as due`);
  return row?.due ?? false;
}

/** How many entries it sealed. */
export async function sealAudit({ tx }: Books): Promise<number> {
  // The first one of an old business has all of its entries.
  await tx.execute(sql`set local statement_timeout = '30min'`);
  const [sealed] = await tx.execute<{ entries: number }>(sql`
    with last as (${LAST})
    insert into books.audit_seals (number, through, entries, hash)
    select coalesce((select number from last), 0) + 1, (select a.id from ${DUE} order by a.id desc limit 1), f.entries, f.hash
    from (select count(*) as entries, books.chain((select hash from last), ${ENTRY_TEXT} order by a.id) as hash from ${DUE}) f
    where f.entries > 0 returning entries`);
  return sealed?.entries ?? 0;
}
