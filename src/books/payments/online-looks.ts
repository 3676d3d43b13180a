// Which online payments Stripe is asked about by itself: nobody's word has to arrive.
import { sql } from "drizzle-orm";
import type { Books } from "../open.ts";

/** So long it is left to Stripe to tell us. */
const PATIENCE = "5 minutes";

/**
 * What Stripe is asked about by itself, the oldest first: begun and not heard of since, not booked yet, of which something came back
 * that isn't booked, or whose fee isn't known and could be.
 */
export async function readUnheard({ tx }: Books): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from (
      select id, created_at from books.online_payments
      where state = 'started' and created_at < clock_timestamp() - ${PATIENCE}::interval
      union
      select id, created_at from books.online_payments
      where state = 'paid' and fee is null and created_at > clock_timestamp() - interval '7 days'
        and created_at < clock_timestamp() - ${PATIENCE}::interval
      union
      select o.id, o.created_at from books.online_returns r join books.online_payments o on o.id = r.online_payment_id
      where r.event_number is null) o
    order by created_at limit 500`);
  return rows.map(({ id }) => id);
}

/** What is paid is looked at once a day for so long: a chargeback may come months later, and its word be lost. */
const LOOKED_AT_DAYS = 120;
/** As many parts of a day as there are sweeps in it. */
export const LOOK_SLOTS = 144;

/** The paid ones whose turn it is in that part of the day. */
export async function readToLookAgain({ tx }: Books, slot: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from books.online_payments
    where state = 'paid' and created_at < clock_timestamp() - interval '1 day'
      and created_at > clock_timestamp() - ${LOOKED_AT_DAYS}::int * interval '1 day'
      and abs(hashtext(id::text)::bigint) % ${LOOK_SLOTS}::int = ${slot}::int
    order by created_at desc limit 500`);
  return rows.map(({ id }) => id);
}
