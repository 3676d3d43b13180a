// The queue of webhooks: what is next for one endpoint; one job an endpoint, waiting or running, and a business's two at a time.
import type { PgBoss, SendOptions } from "pg-boss";

export const WEBHOOK_QUEUE = "webhook";
export type WebhookJob = { tenant: string; endpointId: string };

export async function withWebhookQueue(boss: PgBoss): Promise<PgBoss> {
  await boss.createQueue(WEBHOOK_QUEUE, {
    policy: "exclusive",
    notify: true,
    // When it is tried again stands with the endpoint.
    retryLimit: 0,
    expireInSeconds: 900,
    heartbeatSeconds: 30,
  });
  return boss;
}

export async function sendWebhookJob(boss: PgBoss, job: WebhookJob, how: SendOptions = {}): Promise<void> {
  await boss.send(WEBHOOK_QUEUE, job, { ...how, singletonKey: job.endpointId, group: { id: job.tenant } });
}
