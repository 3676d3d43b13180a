// The worker's way with webhooks: businesses that have endpoints are looked at every other second, and what is next for an
// endpoint is sent by one job of its own, so that one that is slow or down holds no other up, nor another business. Posting
// does nothing for it, not even a word: it is read from the events.
import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { endpointsWithWork, hasActiveEndpoints } from "@/books/business/webhook-deliveries.ts";
import { readBooks } from "@/books/open.ts";
import { allBusinesses } from "@/db/directory/businesses.ts";
import { systemActor, systemIn } from "../actor.ts";
import { log } from "../log.ts";
import { deliverEvents } from "../webhooks/deliver-events.ts";
import { tellGivenUp } from "../webhooks/tell-given-up.ts";
import { sendWebhookJob, WEBHOOK_QUEUE, type WebhookJob } from "./webhook-queue.ts";

const LOOK_EVERY_MS = 2_000;
/** Well before the queue takes the job for lost; a long catch-up is gone on with by the next look. */
const MOST_MS = 300_000;

/** No business has all places, however many of its endpoints are slow. */
const HOW = {
  localConcurrency: 6,
  localGroupConcurrency: 2,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 5,
} as const;

/** Businesses with an endpoint that is switched on: found by the sweep, or by a job that says so. */
const watched = new Set<string>();

export async function workWebhooks(boss: PgBoss): Promise<void> {
  await boss.work<WebhookJob, void, typeof HOW>(WEBHOOK_QUEUE, HOW, async (jobs) => {
    for (const job of jobs) await runWebhookJob(job.data);
  });
  await sweepWebhooks();
  const look = () => void lookForWork(boss).finally(() => setTimeout(look, LOOK_EVERY_MS).unref());
  look();
}

export async function runWebhookJob({ tenant, endpointId }: WebhookJob): Promise<void> {
  watched.add(tenant);
  const actor = await systemActor(tenant, `webhook-${randomUUID()}`);
  if (!actor) return;
  const began = performance.now();
  const isOver = () => performance.now() - began > MOST_MS;
  while (!isOver()) {
    const { more, givenUp } = await deliverEvents(actor, endpointId, isOver);
    if (givenUp) await tellGivenUp(actor, endpointId);
    if (!more) return;
  }
}

/** Of all businesses: after a start, and as often as the worker sweeps. */
export async function sweepWebhooks(): Promise<void> {
  for (const business of await allBusinesses()) {
    const actor = systemIn(business, `sweep-${randomUUID()}`);
    if (await readBooks(actor, hasActiveEndpoints)) watched.add(business.id);
    else watched.delete(business.id);
  }
}

async function lookForWork(boss: PgBoss): Promise<void> {
  for (const tenant of watched) {
    try {
      const actor = await systemActor(tenant, `webhooks-${randomUUID()}`);
      if (!actor) continue;
      for (const endpointId of await readBooks(actor, endpointsWithWork))
        await sendWebhookJob(boss, { tenant, endpointId });
    } catch (error) {
      log().warn({ err: error, tenant }, "webhooks weren't looked at");
    }
  }
}
