// Finds mails that have waited long without a job, as after a queue was lost with a disk or before there was a way out, and
// queues them again.
import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { readBooks } from "@/books/open.ts";
import { readQueuedMails } from "@/books/statements/outbox.ts";
import { allBusinesses } from "@/db/directory/businesses.ts";
import { systemIn } from "../actor.ts";
import { goesOut } from "../business-mail.ts";
import { sendMailJob } from "./queue.ts";

export async function sweepMails(boss: PgBoss): Promise<void> {
  for (const business of await allBusinesses()) {
    const actor = systemIn(business, `sweep-${randomUUID()}`);
    // Those of a business without any way out wait on.
    const waiting = await readBooks(actor, async (books) =>
      (await goesOut(books)) ? readQueuedMails(books) : [],
    );
    for (const mail of waiting) await sendMailJob(boss, business.id, mail);
  }
}
