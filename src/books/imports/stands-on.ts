// What was built on an import since: events of others that used, reduced, deposited or reversed what it made. While there is any, it
// isn't undone.
import { sql } from "drizzle-orm";
import type { Books } from "../open.ts";

export type StandsOn = { count: number; events: { eventId: number; label: string }[] };

const NAMED = 20;

export async function whatStandsOn({ tx }: Books, fileId: string): Promise<StandsOn> {
  const rows = await tx.execute<{ number: number; label: string; count: number }>(sql`
    with own as materialized (
      select e.number from books.imports i join books.events e
        on e.number between i.first_event and i.last_event and e.command_id = i.command_id
      where i.file_id = ${fileId}::uuid and i.undone_at is null),
    uses as (
      select a.event_number as number from own join books.allocations a on a.item_id = own.number
      union select a.event_number from own join books.allocations a on a.credit_id = own.number
      union select r.event_number from own join books.reductions r on r.item_id = own.number
      union select r.event_number from own join books.reductions r on r.credit_id = own.number
      union select e.number from own join books.events e on e.reverses = own.number
      union select e.number from own join books.payments p on p.event_number = own.number and p.deposit_id is not null
        join books.events e on e.document_id = p.deposit_id and e.account_id = p.account_id)
    select e.number, e.label, count(*) over ()::int as count from uses join books.events e using (number)
    where not exists (select from own where own.number = uses.number)
      -- What was reversed since stands on nothing any more, and neither does its reversal.
      and not exists (select from books.events r where r.reverses = e.number)
      and (e.reverses is null or exists (select from own where own.number = e.reverses)) order by e.number limit ${NAMED}`);
  return {
    count: rows[0]?.count ?? 0,
    events: rows.map(({ number, label }) => ({ eventId: number, label })),
  };
}
