// The queue of jobs, kept by pg-boss in its own schema. A job holds ids and nothing else, and is sent in the
// transaction of its cause: what rolls back was never asked for.
import { sql } from "drizzle-orm";
import { PgBoss, fromDrizzle } from "pg-boss";
import type { Books } from "@/books/open.ts";
import { needed } from "@/env.ts";
import { tenantOf, type Actor } from "../actor.ts";
import { log } from "../log.ts";

/** One job a mail, waiting or running. */
export const MAIL_QUEUE = "statement-mail";
export type MailJob = { tenant: string; outboxId: string };

/** One proof of a business's books; never two of the same business at once, waiting or running. */
export const PROOF_QUEUE = "proof";
export type ProofJob = { tenant: string };

/** Ten tries over about three hours; then the mail is marked failed and waits for a person. */
export const MAIL_TRIES = 10;

const kept = globalThis as typeof globalThis & { onaccountQueue?: Promise<PgBoss> };

/** For the web process: sends jobs and does nothing else. */
export function queue(): Promise<PgBoss> {
  kept.onaccountQueue ??= startQueue({ supervise: false, schedule: false }).catch((error: unknown) => {
    delete kept.onaccountQueue;
    throw error;
  });
  return kept.onaccountQueue;
}

export async function startQueue(options: {
  supervise: boolean;
  schedule: boolean;
  useListenNotify?: boolean;
}): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: needed("DATABASE_URL"),
    application_name: "onaccount-queue",
    max: 3,
    migrate: false,
    createSchema: false,
    ...options,
  });
  boss.on("error", (error) => log().error({ err: error }, "queue"));
  await boss.start();
  await boss.createQueue(MAIL_QUEUE, {
    policy: "exclusive",
    notify: true,
    retryLimit: MAIL_TRIES,
    retryDelay: 10,
    retryBackoff: true,
    retryDelayMax: 1800,
  });
  await boss.createQueue(PROOF_QUEUE, {
    policy: "exclusive",
    notify: true,
    retryLimit: 1,
    expireInSeconds: 6 * 3600,
  });
  return boss;
}

/** Queues a mail within the transaction that wrote its outbox row. */
export async function enqueueMail(books: Books, actor: Actor, outboxId: string): Promise<void> {
  const boss = await queue();
  const job: MailJob = { tenant: tenantOf(actor), outboxId };
  await boss.send(MAIL_QUEUE, job, { singletonKey: outboxId, db: fromDrizzle(books.tx, sql) });
}

/** Asks for a proof of these books; one that is asked for already, or under way, is the one that comes. */
export async function enqueueProof(boss: PgBoss, tenant: string): Promise<void> {
  const job: ProofJob = { tenant };
  await boss.send(PROOF_QUEUE, job, { singletonKey: tenant });
}

/** Since when a proof is waiting for the worker or under way; null when none is. */
export async function proofUnderWay(tenant: string): Promise<{ running: boolean; since: string } | null> {
  const jobs = await (await queue()).findJobs<ProofJob>(PROOF_QUEUE, { key: tenant });
  const job = jobs.find(({ state }) => state === "active" || state === "created" || state === "retry");
  if (!job) return null;
  const running = job.state === "active";
  return { running, since: (running ? job.startedOn : job.createdOn).toISOString() };
}
