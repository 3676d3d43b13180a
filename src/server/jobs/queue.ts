// The queue of jobs, kept by pg-boss in its own schema. A job holds ids and nothing else, and is sent in the
// transaction of its cause: what rolls back was never asked for.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { PgBoss, fromDrizzle, type SendOptions } from "pg-boss";
import type { Books } from "@/books/open.ts";
import type { MailToGo } from "@/books/statements/outbox.ts";
import type { SaidKind } from "@/domain/collections/said.ts";
import { needed } from "@/env.ts";
import { tenantOf, type Actor } from "../actor.ts";
import { log } from "../log.ts";
import { APPLICATION_QUEUE, LIMIT_QUEUE, OVERRIDE_QUEUE } from "./told-queues.ts";
import { withWebhookQueue } from "./webhook-queue.ts";

/** One job a mail, waiting or running. */
export const MAIL_QUEUE = "statement-mail";
export type MailJob = { tenant: string; outboxId: string };

/** What a customer said, to be told to the members who answer; one job for each thing said. */
export const SAID_QUEUE = "customer-said";
export type SaidJob = { tenant: string; kind: SaidKind; saidId: string };

/** One proof of a business's books; never two of the same business at once, waiting or running. */
export const PROOF_QUEUE = "proof";
export type ProofJob = { tenant: string };

/** What is to be done for one run of statements, its rehearsal or its making; one job a run. */
export const RUN_QUEUE = "statement-run";
export type RunJob = { tenant: string; runId: string };

/** A look at what Stripe says: of one online payment, or of one payout to the bank. */
export const ONLINE_QUEUE = "online-payment";
export type OnlineJob =
  | { tenant: string; payment: string }
  | { tenant: string; payout: string }
  | { tenant: string; autopay: string };

/** What is to be done with one imported file, a look or an import; one job a file, and a business's one at a time. */
export const IMPORT_QUEUE = "import";
export type ImportJob = { tenant: string; fileId: string };

/** Ten tries over about three hours; then the mail is marked failed and waits for a person. */
export const MAIL_TRIES = 10;
/** Its job may come up more often: being put off for a slow domain is no try. */
const MAIL_JOB_TRIES = 60;

const kept = globalThis as typeof globalThis & { onaccountQueue?: Promise<PgBoss> };

/** For the web process: sends jobs and does nothing else. */
export function queue(): Promise<PgBoss> {
  kept.onaccountQueue ??= startQueue({ supervise: false, schedule: false }).catch((error: unknown) => {
    delete kept.onaccountQueue;
    throw error;
  });
  return kept.onaccountQueue;
}

/** For a process that is done: nothing keeps it from ending. */
export async function closeQueue(): Promise<void> {
  const started = await kept.onaccountQueue?.catch(() => null);
  delete kept.onaccountQueue;
  await started?.stop({ graceful: false });
}

export async function startQueue(options: {
  supervise: boolean;
  schedule: boolean;
  useListenNotify?: boolean;
  max?: number;
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
  for (const told of [SAID_QUEUE, LIMIT_QUEUE, OVERRIDE_QUEUE, APPLICATION_QUEUE])
    await boss.createQueue(told, {
      policy: "exclusive",
      notify: true,
      retryLimit: MAIL_TRIES,
      retryDelay: 10,
      retryBackoff: true,
      retryDelayMax: 1800,
    });
  await boss.createQueue(RUN_QUEUE, {
    policy: "exclusive",
    notify: true,
    // However often its worker is killed: what is done is done, and the rest goes on.
    retryLimit: 1000,
    retryDelay: 5,
    expireInSeconds: 6 * 3600,
    heartbeatSeconds: 30,
  });
  await boss.createQueue(ONLINE_QUEUE, {
    // Told again while one is under way, it looks once more: what came meanwhile may be what that one didn't see.
    policy: "stately",
    notify: true,
    retryLimit: 5,
    retryDelay: 10,
    retryBackoff: true,
    expireInSeconds: 120,
  });
  await boss.createQueue(IMPORT_QUEUE, {
    policy: "exclusive",
    notify: true,
    retryLimit: 1,
    expireInSeconds: 3600,
    // A worker that was killed is noticed, and its file taken up again, within the minute.
    heartbeatSeconds: 30,
  });
  return withWebhookQueue(boss);
}

/** Asks for it within the transaction that says what is to be done; a job under way looks again by itself. */
export async function enqueueImport(books: Books, actor: Actor, fileId: string): Promise<void> {
  await sendImportJob(await queue(), tenantOf(actor), fileId, { db: fromDrizzle(books.tx, sql) });
}

/** Has the business told, within the transaction that notes what was said. */
export async function enqueueSaid(books: Books, actor: Actor, said: Omit<SaidJob, "tenant">): Promise<void> {
  const job: SaidJob = { tenant: tenantOf(actor), ...said };
  const how = { db: fromDrizzle(books.tx, sql), singletonKey: `${said.kind} ${said.saidId}` };
  await (await queue()).send(SAID_QUEUE, job, how);
}

/** Asks for the run to be gone on with, within the transaction that says so. */
export async function enqueueRun(books: Books, actor: Actor, runId: string): Promise<void> {
  await sendRunJob(await queue(), tenantOf(actor), runId, { db: fromDrizzle(books.tx, sql) });
}

export async function sendRunJob(
  boss: PgBoss,
  tenant: string,
  runId: string,
  how: SendOptions = {},
): Promise<void> {
  const job: RunJob = { tenant, runId };
  await boss.send(RUN_QUEUE, job, { ...how, singletonKey: runId, group: { id: tenant } });
}

export async function sendOnlineJob(boss: PgBoss, job: OnlineJob, how: SendOptions = {}): Promise<void> {
  const about = "payment" in job ? job.payment : "payout" in job ? job.payout : job.autopay;
  const singletonKey = `${job.tenant}:${about}`;
  await boss.send(ONLINE_QUEUE, job, { ...how, singletonKey, group: { id: job.tenant } });
}

/** Asks for a look within the transaction that notes why. */
export async function enqueueOnline(books: Books, job: OnlineJob): Promise<void> {
  await sendOnlineJob(await queue(), job, { db: fromDrizzle(books.tx, sql) });
}

export async function sendImportJob(
  boss: PgBoss,
  tenant: string,
  fileId: string,
  how: SendOptions = {},
): Promise<void> {
  const job: ImportJob = { tenant, fileId };
  await boss.send(IMPORT_QUEUE, job, { ...how, singletonKey: fileId, group: { id: tenant } });
}

/** Queues a mail within the transaction that wrote its outbox row. */
export async function enqueueMail(books: Books, actor: Actor, mail: MailToGo): Promise<void> {
  await sendMailJob(await queue(), tenantOf(actor), mail, { db: fromDrizzle(books.tx, sql) });
}

/** One job per mail at a time: one that is already waiting for its next try is left alone. */
export async function sendMailJob(
  boss: PgBoss,
  tenant: string,
  { outboxId, recipient }: MailToGo,
  how: SendOptions = {},
): Promise<void> {
  const job: MailJob = { tenant, outboxId };
  const group = { id: domainKey(recipient) };
  await boss.send(MAIL_QUEUE, job, { ...how, singletonKey: outboxId, group, retryLimit: MAIL_JOB_TRIES });
}

/** Tells the mails of one domain from those of others. The queue stands outside the wall and learns no address. */
const domainKey = (address: string): string =>
  createHash("sha256")
    .update(address.slice(address.lastIndexOf("@") + 1).toLowerCase())
    .digest("hex")
    .slice(0, 16);

/**
 * Asks for a proof of these books; one that is asked for already, or under way, is the one that comes. What somebody waits
 * for goes before what is done at night.
 */
export async function enqueueProof(
  boss: PgBoss,
  tenant: string,
  { isAwaited, queue: name = PROOF_QUEUE }: { isAwaited: boolean; queue?: string },
): Promise<void> {
  const job: ProofJob = { tenant };
  await boss.send(name, job, { singletonKey: tenant, priority: isAwaited ? 1 : 0 });
}

/** Since when a proof is waiting for the worker or under way; null when none is. */
export async function proofUnderWay(tenant: string): Promise<{ running: boolean; since: string } | null> {
  const jobs = await (await queue()).findJobs<ProofJob>(PROOF_QUEUE, { key: tenant });
  const job = jobs.find(({ state }) => state === "active" || state === "created" || state === "retry");
  if (!job) return null;
  const running = job.state === "active";
  return { running, since: (running ? job.startedOn : job.createdOn).toISOString() };
}
