// The job worker: a process of its own, so that a long job never makes a page wait. It takes jobs from the queue,
// does each in its tenant's books, and stops between jobs when told to.
import { closeBooks, eachConnection } from "@/books/open.ts";
import { env, needed } from "@/env.ts";
import { mailGoesOut } from "./auth/mailer.ts";
import { bootFaults } from "./boot.ts";
import { sweepImports, workImports } from "./jobs/import-work.ts";
import { sweepOnline, workOnline } from "./jobs/online-payments.ts";
import { workMails } from "./jobs/mail-work.ts";
import { runNightlyJobs } from "./jobs/nightly.ts";
import { workProofs } from "./jobs/prove.ts";
import { startQueue } from "./jobs/queue.ts";
import { workApplications } from "./jobs/tell-application.ts";
import { workLimits } from "./jobs/tell-limit.ts";
import { workOverrides } from "./jobs/tell-override.ts";
import { workSaid } from "./jobs/tell-said.ts";
import { sweepRuns, workRuns } from "./jobs/statement-runs.ts";
import { sweepMails } from "./jobs/sweep.ts";
import { sweepWebhooks, workWebhooks } from "./jobs/webhook-work.ts";
import { consoleToLog } from "./console-to-log.ts";
import { runHeavyAsWorker } from "./heavy/run-heavy.ts";
import { log } from "./log.ts";
import { lastAmongBackends, lastAmongProcesses } from "./step-back.ts";
import { sweepDirectory } from "./sweep.ts";

const SWEEP_QUEUE = "mail-sweep";
const NIGHT_QUEUE = "night";

// Pages go first where processors are few: whoever waits for a job sees how far it is.
lastAmongProcesses();
runHeavyAsWorker();
eachConnection((client) => {
  lastAmongBackends(needed("DATABASE_URL"), client);
  // Helpers would begin as processes that nobody asked to step back.
  client.query("set max_parallel_workers_per_gather = 0").catch(() => {});
});

async function work(): Promise<void> {
  const faults = await bootFaults();
  if (faults.length > 0) {
    process.stderr.write(`onaccount worker: will not start: ${faults.join("; ")}\n`);
    process.exit(1);
  }
  const boss = await startQueue({ supervise: true, schedule: true, useListenNotify: true, max: 6 });
  await boss.createQueue(SWEEP_QUEUE);
  await boss.schedule(SWEEP_QUEUE, "*/10 * * * *");
  await boss.createQueue(NIGHT_QUEUE);
  await boss.schedule(NIGHT_QUEUE, "7 * * * *");
  await workMails(boss);
  await workSaid(boss);
  await workLimits(boss);
  await workApplications(boss);
  await workOverrides(boss);
  if (!mailGoesOut()) log().warn("SMTP_URL isn't set: only businesses with a mail server of their own send");
  await boss.work(SWEEP_QUEUE, async () => {
    await sweepMails(boss);
    await sweepImports(boss);
    await sweepRuns(boss);
    await sweepOnline(boss);
    await sweepWebhooks();
    await sweepDirectory();
  });
  await boss.work(NIGHT_QUEUE, () => runNightlyJobs(boss));
  await workProofs(boss);
  await workImports(boss);
  await workRuns(boss);
  await workOnline(boss);
  await workWebhooks(boss);
  if (env().NODE_ENV === "production") consoleToLog(log());
  log().info("worker started");
  const stop = async () => {
    await boss.stop({ graceful: true, timeout: 10_000 });
    await closeBooks();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
  process.once("uncaughtException", (error) => {
    log().fatal({ err: error }, "uncaught");
    process.exit(1);
  });
}

await work();
