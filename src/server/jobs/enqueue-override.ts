// Has whoever may approve an override told that one is asked for.
import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { Books } from "@/books/open.ts";
import { tenantOf, type Actor } from "../actor.ts";
import { queue } from "./queue.ts";
import { OVERRIDE_QUEUE, type OverrideJob } from "./told-queues.ts";

/** Within the transaction that asks. */
export async function enqueueOverride(books: Books, actor: Actor, overrideId: string): Promise<void> {
  const job: OverrideJob = { tenant: tenantOf(actor), overrideId };
  const how = { db: fromDrizzle(books.tx, sql), singletonKey: overrideId };
  await (await queue()).send(OVERRIDE_QUEUE, job, how);
}
