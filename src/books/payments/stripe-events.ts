// What Stripe told us, each once by its id.
import { sql } from "drizzle-orm";
import type { Books } from "../open.ts";

/** Whether it is new. */
export async function keepStripeEvent(
  { tx }: Books,
  { id, type, about }: { id: string; type: string; about: string | null },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into books.stripe_events (id, type, about) values (${id}, ${type}, ${about})
    on conflict do nothing returning id`);
  return rows.length > 0;
}

/** When Stripe last told us anything; null for never. */
export async function readLastTold({ tx }: Books): Promise<string | null> {
  const [row] = await tx.execute<{ received_at: string }>(sql`
    select received_at from books.stripe_events order by received_at desc limit 1`);
  return row?.received_at ?? null;
}
