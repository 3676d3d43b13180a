// Asks for the mails about an application for credit: that it came, to whoever answers it; and the answer, to who applied.
import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { Books } from "@/books/open.ts";
import { tenantOf, type Actor } from "../actor.ts";
import { queue } from "./queue.ts";
import { APPLICATION_QUEUE, type ApplicationJob } from "./told-queues.ts";

/** Within the transaction that keeps or answers it. */
export async function enqueueApplication(
  books: Books,
  actor: Actor,
  { applicationId, what }: Pick<ApplicationJob, "applicationId" | "what">,
): Promise<void> {
  const job: ApplicationJob = { tenant: tenantOf(actor), applicationId, what };
  const how = { db: fromDrizzle(books.tx, sql), singletonKey: `${applicationId} ${what}` };
  await (await queue()).send(APPLICATION_QUEUE, job, how);
}
