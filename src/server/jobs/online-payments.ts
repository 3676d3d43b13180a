// Does the looks at Stripe that were asked for, and asks for those that nobody asked for: a lost word from Stripe is no no.
import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { readBooks } from "@/books/open.ts";
import { readUnheard } from "@/books/payments/online-booking.ts";
import { allBusinesses } from "@/db/directory/businesses.ts";
import { systemActor, systemIn } from "../actor.ts";
import { lookAtPayment, lookAtPayout } from "../online/look.ts";
import { ONLINE_QUEUE, sendOnlineJob, type OnlineJob } from "./queue.ts";

export async function workOnline(boss: PgBoss): Promise<void> {
  await boss.work<OnlineJob>(ONLINE_QUEUE, { localConcurrency: 2 }, async (jobs) => {
    for (const job of jobs) await runOnlineJob(job.data);
  });
}

export async function runOnlineJob(job: OnlineJob): Promise<void> {
  const actor = await systemActor(job.tenant, `online-${randomUUID()}`);
  if (!actor) return;
  if ("payment" in job) await lookAtPayment(actor, job.payment);
  else await lookAtPayout(actor, job.payout);
}

export async function sweepOnline(boss: PgBoss): Promise<void> {
  for (const business of await allBusinesses()) {
    const actor = systemIn(business, `sweep-${randomUUID()}`);
    for (const payment of await readBooks(actor, readUnheard))
      await sendOnlineJob(boss, { tenant: business.id, payment });
  }
}
