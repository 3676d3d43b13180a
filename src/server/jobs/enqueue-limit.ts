// Asks for the mails that tell of changes of credit terms which wait for a second person.
import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { Books } from "@/books/open.ts";
import { tenantOf, type Actor } from "../actor.ts";
import { queue } from "./queue.ts";
import { LIMIT_QUEUE, type LimitJob } from "./told-queues.ts";

/** Has whoever may answer told, within the transaction that asks. */
export async function enqueueLimitAsked(
  books: Books,
  actor: Actor,
  requestIds: readonly string[],
): Promise<void> {
  const [boss, db] = [await queue(), fromDrizzle(books.tx, sql)];
  for (const requestId of requestIds) {
    const job: LimitJob = { tenant: tenantOf(actor), requestId };
    await boss.send(LIMIT_QUEUE, job, { db, singletonKey: requestId });
  }
}
