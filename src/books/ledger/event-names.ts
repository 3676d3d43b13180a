// What events are called wherever one is named: their document where they have one, else their label.
import { sql } from "drizzle-orm";
import type { EventName } from "@/domain/ledger/event.ts";
import type { Books } from "../open.ts";

export async function readNames({ tx }: Books, eventIds: readonly (number | null)[]) {
  const rows = await tx.execute<{ number: number; name: string }>(sql`
    select e.number, e.label || coalesce(' ' || v.number, ' ' || m.number, '') as name
    from books.events e
    left join books.invoices v on v.id = e.document_id and v.event_number = e.number
    left join books.credit_memos m on m.id = e.document_id and m.event_number = e.number
    where e.number = any (${sql.param([...new Set(eventIds)])}::bigint[])`);
  const names = new Map(
    rows.map((row): [number, EventName] => [row.number, { eventId: row.number, name: row.name }]),
  );
  return (eventId: number | null): EventName | null =>
    eventId === null ? null : (names.get(eventId) ?? null);
}
