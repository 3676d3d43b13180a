// The worker's way with mails: several at once and one batch behind the other, no domain in all places, and one that lets us
// wait for nothing put off, so that a thousand others don't wait for it.
import { randomUUID } from "node:crypto";
import type { JobResult, PgBoss } from "pg-boss";
import { MAILS_AT_ONCE } from "../auth/mailer.ts";
import { log } from "../log.ts";
import { deliver } from "./deliver.ts";
import { MAIL_QUEUE, type MailJob } from "./queue.ts";
import { slowDomains, type SlowDomains } from "./slow-domains.ts";

const BATCH = 2;
const WORKERS = MAILS_AT_ONCE / BATCH;

const HOW = {
  batchSize: BATCH,
  localConcurrency: WORKERS,
  /** However its mails are spread over the batches, a domain leaves one of these to the others. */
  localGroupConcurrency: WORKERS - 1,
  // A full batch is followed by the next one at once.
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 5,
  perJobResults: true,
} as const;

/** Other than the boss, all is given by tests alone. */
export async function workMails(
  boss: PgBoss,
  { queue = MAIL_QUEUE, deliverOne = deliver } = {},
): Promise<void> {
  const domains = slowDomains(() => performance.now());
  await boss.work<MailJob, JobResult[], typeof HOW>(queue, HOW, (jobs) =>
    Promise.all(jobs.map((job) => settle(job, deliverOne, domains))),
  );
}

type Job = { id: string; data: MailJob; groupId?: string | null };

async function settle(job: Job, deliverOne: typeof deliver, domains: SlowDomains): Promise<JobResult> {
  const { id, groupId } = job;
  const domain = groupId ?? "";
  if (domains.isPutOff(domain)) return again(id, "put off: its domain doesn't answer");
  let answered: boolean | null = null;
  try {
    const delivered = await deliverOne(job.data, `job-${id}-${randomUUID().slice(0, 8)}`);
    ({ answered } = delivered);
    return delivered.again === null ? { id, status: "completed" } : again(id, delivered.again);
  } catch (error) {
    log().error({ err: error, ...job.data }, "mail broke off");
    return again(id, "broke off");
  } finally {
    domains.ended(domain, answered);
  }
}

const again = (id: string, why: string): JobResult => ({ id, status: "failed", output: { message: why } });
