// Addresses that asked for no more mails that come by themselves: noted once each, undone by a person. What somebody sends them
// is sent all the same.
import { sql, type SQL } from "drizzle-orm";
import type { Language } from "@/domain/language/language.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

/** The mail that it is asked with; null where it isn't one that comes by itself. */
export async function readStoppable(
  { tx }: Books,
  outboxId: string,
): Promise<{ recipient: string; isStopped: boolean; language: Language } | null> {
  const [row] = await tx.execute<{ recipient: string; stopped: boolean; language: Language }>(sql`
    select o.recipient, ${isStopped(sql`o.recipient`)} as stopped, s.language
    from books.outbox o cross join books.settings s
    where o.id = ${outboxId}::uuid and o.comes_by_itself`);
  return row ? { recipient: row.recipient, isStopped: row.stopped, language: row.language } : null;
}

/** Asked again, nothing more happens. Refuses "not-found" a mail that doesn't come by itself. */
export async function stopMails(books: Books, outboxId: string): Promise<{ stopped: true }> {
  const mail = await readStoppable(books, outboxId);
  if (mail === null) throw new Refusal("not-found");
  await books.tx.execute(sql`
    insert into books.mail_stops (address, outbox_id) values (lower(${mail.recipient}), ${outboxId}::uuid)
    on conflict (org_id, address) where undone_at is null do nothing`);
  return { stopped: true };
}

/** They get them again. Refuses "not-found" an address that asked for nothing. */
export async function undoStop(books: Books, address: string): Promise<{ undone: true }> {
  const [row] = await books.tx.execute(sql`
    update books.mail_stops set undone_by = ${books.userName}, undone_at = clock_timestamp()
    where address = lower(${address}) and undone_at is null returning id`);
  if (!row) throw new Refusal("not-found");
  return { undone: true };
}

/** Of an address in another table: no column of this one is meant. */
export const isStopped = (address: SQL): SQL => sql`
  exists (select from books.mail_stops u where u.address = (select lower(${address})) and u.undone_at is null)`;

/** Of these addresses those that asked for no more. */
export async function readStops(
  { tx }: Books,
  addresses: readonly string[],
): Promise<{ address: string; stoppedAt: string }[]> {
  if (addresses.length === 0) return [];
  const wanted = sql.param(addresses.map((each) => each.toLowerCase()));
  const rows = await tx.execute<{ address: string; stopped_at: string }>(sql`
    select address, stopped_at from books.mail_stops
    where address = any (${wanted}::text[]) and undone_at is null order by address`);
  return rows.map((row) => ({ address: row.address, stoppedAt: row.stopped_at }));
}
