// Has an endpoint sent what waits for it, at once: nobody waits for the worker's next look.
import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { Books } from "@/books/open.ts";
import { tenantOf, type Actor } from "../actor.ts";
import { queue } from "../jobs/queue.ts";
import { sendWebhookJob } from "../jobs/webhook-queue.ts";

/** Within the transaction that gives it something to send. */
export async function askForDelivery(books: Books, actor: Actor, endpointId: string): Promise<void> {
  const job = { tenant: tenantOf(actor), endpointId };
  await sendWebhookJob(await queue(), job, { db: fromDrizzle(books.tx, sql) });
}
