// Does the looks at Stripe that were asked for, and asks for those that nobody asked for: a lost word from Stripe is no no.
import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { readBooks } from "@/books/open.ts";
import { readUnheardAutopays } from "@/books/payments/autopay.ts";
import { LOOK_SLOTS, readToLookAgain, readUnheard } from "@/books/payments/online-looks.ts";
import { openBusinesses } from "@/db/directory/businesses.ts";
import { systemActor, systemIn } from "../actor.ts";
import { now } from "../clock.ts";
import { lookAtAutopay } from "../online/look-autopay.ts";
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
  else if ("payout" in job) await lookAtPayout(actor, job.payout);
  else await lookAtAutopay(actor, job.autopay);
}

/** As often as the worker sweeps. */
const SWEEP_MS = 600_000;

export async function sweepOnline(boss: PgBoss): Promise<void> {
  for (const business of await openBusinesses()) {
    const actor = systemIn(business, `sweep-${randomUUID()}`);
    for (const payment of await readBooks(actor, readUnheard))
      await sendOnlineJob(boss, { tenant: business.id, payment });
    const slot = Math.floor(now().getTime() / SWEEP_MS) % LOOK_SLOTS;
    for (const payment of await readBooks(actor, (books) => readToLookAgain(books, slot)))
      await sendOnlineJob(boss, { tenant: business.id, payment });
    for (const autopay of await readBooks(actor, readUnheardAutopays))
      await sendOnlineJob(boss, { tenant: business.id, autopay });
  }
}
