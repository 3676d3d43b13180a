// For scenes that have a row of everything: a seal over the first entry of the audit log, as the night makes one.
import { sql } from "drizzle-orm";
import { ENTRY_TEXT } from "@/db/checks/audit-chain.ts";
import type { Books } from "../open.ts";

export async function sealFirst({ tx }: Books): Promise<void> {
  await tx.execute(sql`
    insert into books.audit_seals (number, through, entries, hash)
    select 1, a.id, 1, books.chain(null::bytea, ${ENTRY_TEXT})
    from (select * from books.audit_entries order by id limit 1) a group by a.id`);
}
