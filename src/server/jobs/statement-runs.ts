// The worker's way with runs of statements: a batch at a time, under the name of whoever asked for the run. What was done is
// in the books before the next batch begins, so that a worker which is killed anywhere is gone on with, and nobody comes twice.
import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { changeBooks, noteInBooks, readBooks, type Asker } from "@/books/open.ts";
import {
  deliverBatch,
  endRun,
  failEntry,
  makeBatch,
  readUndelivered,
  rehearseBatch,
  type MadeStatement,
} from "@/books/statements/make-run.ts";
import { goThrough, isRunning, readRun, readWaitingRuns, type Run } from "@/books/statements/runs.ts";
import { keepStatementFile } from "@/books/statements/statements.ts";
import { Refusal } from "@/domain/refusal.ts";
import { openBusinesses } from "@/db/directory/businesses.ts";
import { letterheadOf, systemActor, systemIn, tenantOf, type SystemActor } from "../actor.ts";
import { log } from "../log.ts";
import { limitRun } from "../mail-limits.ts";
import { drawEach } from "./draw-each.ts";
import { drawingFor } from "./draw-papers.ts";
import { RUN_QUEUE, enqueueMail, sendRunJob, type RunJob } from "./queue.ts";

/** Papers that are drawn in one go, and statements that are read for them at once. */
const DRAWN = 20;
const READ = 10 * DRAWN;
const LANES = 2;

const HOW = {
  localConcurrency: 2,
  localGroupConcurrency: 1,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 2,
} as const;

export async function workRuns(boss: PgBoss): Promise<void> {
  await boss.work<RunJob, void, typeof HOW>(RUN_QUEUE, HOW, async (jobs) => {
    for (const { id, data } of jobs) {
      const actor = await systemActor(data.tenant, `run-${id}-${randomUUID().slice(0, 8)}`);
      if (actor) await workOnRun(actor, data.runId);
    }
  });
}

/** Asks again for what waits without a job, as after a queue was lost. */
export async function sweepRuns(boss: PgBoss): Promise<void> {
  for (const business of await openBusinesses()) {
    const actor = systemIn(business, `sweep-${randomUUID()}`);
    for (const runId of await readBooks(actor, readWaitingRuns)) await sendRunJob(boss, business.id, runId);
  }
}

/** Until it waits for a person, or has ended. */
export async function workOnRun(actor: SystemActor, runId: string): Promise<void> {
  const read = () => readBooks(actor, (books) => readRun(books, runId));
  const run = await read();
  if (run.state === "rehearsing") await rehearse(ofRun(actor, run));
  const rehearsed = run.state === "rehearsing" ? await read() : run;
  const goesOn = rehearsed.state === "rehearsed" && rehearsed.goesThrough;
  if (goesOn) await passOn(actor, rehearsed);
  const now = goesOn ? await read() : rehearsed;
  if (now.state === "running") await make(ofRun(actor, now));
}

/** One that would mail more than the business may in a day waits for a person. */
async function passOn(actor: SystemActor, run: Run): Promise<void> {
  const { runId } = run;
  await noteInBooks(actor, async (books) => {
    const may = await limitRun(books, { actor, runId }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Refusal) return false;
        throw error;
      },
    );
    if (!may) log().warn({ tenant: tenantOf(actor), runId }, "a run waits: too many mails");
    return goThrough(books, run, may);
  });
}

const ofRun = (actor: SystemActor, run: Run): Of => ({
  actor,
  run,
  asker: { ...actor, subject: run.askedSubject, userName: run.askedBy },
});

type Of = { actor: SystemActor; run: Run; asker: Asker };

async function rehearse({ actor, run }: Of): Promise<void> {
  // Nothing of a rehearsal is kept but what was seen: it needs no command.
  while (await noteInBooks(actor, (books) => rehearseBatch(books, letterheadOf(actor), run)));
}

/** While papers of what was made are drawn in threads, the next statements are made. */
async function make(of: Of): Promise<void> {
  const making = makeAll(of);
  const outcomes = await Promise.allSettled([making, deliverAll(of, making)]);
  // Neither goes on behind the other's back: the run's next turn begins when both are over.
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
  await noteInBooks(of.actor, (books) => endRun(books, of.run));
}

async function makeAll({ actor, run, asker }: Of): Promise<void> {
  for (let batch = 0; ; batch++) {
    const command = step(run, `make:${actor.requestId}:${batch}`);
    const { taken } = await changeBooks(asker, command, async (books) =>
      (await isRunning(books, run)) ? makeBatch(books, letterheadOf(actor), run) : { taken: 0 },
    );
    if (taken === 0) return;
  }
}

async function deliverAll(of: Of, making: Promise<void>): Promise<void> {
  let madeAll = false;
  const made = making.then(
    () => void (madeAll = true),
    () => void (madeAll = true),
  );
  for (;;) {
    const last = madeAll;
    const waiting = await readBooks(of.actor, async (books) =>
      (await isRunning(books, of.run)) ? readUndelivered(books, of.run.runId, READ) : [],
    );
    if (waiting.length > 0) await deliver(of, waiting);
    else if (last) return;
    // Nothing is there yet: looked for again when more is made, or soon.
    else await Promise.race([made, new Promise((resolve) => setTimeout(resolve, 50))]);
  }
}

/** In two lanes: while the papers of one are kept and their mails queued, those of the other are drawn. */
async function deliver(of: Of, waiting: readonly MadeStatement[]): Promise<void> {
  // A run that goes nowhere draws nothing: a paper is drawn when somebody asks for it.
  if (of.run.deliver === "none") return keep(of, waiting, []);
  const batches = Array.from({ length: Math.ceil(waiting.length / DRAWN) }, (_, at) =>
    waiting.slice(at * DRAWN, (at + 1) * DRAWN),
  ).values();
  const lane = async () => {
    for (const batch of batches) {
      const papers = await drawn(of, batch);
      await keep(of, papers, papers);
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const outcome of lanes) if (outcome.status === "rejected") throw outcome.reason;
}

type DrawnPaper = MadeStatement & { pdf: Uint8Array };

async function keep(
  { actor, run, asker }: Of,
  delivered: readonly MadeStatement[],
  papers: readonly DrawnPaper[],
): Promise<void> {
  if (delivered.length === 0) return;
  await changeBooks(asker, step(run, `deliver:${randomUUID()}`), async (books) => {
    await Promise.all(papers.map(({ statementId, pdf }) => keepStatementFile(books, statementId, pdf)));
    // Of a run that was cancelled meanwhile, no mail goes out any more.
    if (!(await isRunning(books, run))) return { delivered: 0, mails: 0 };
    const mails = await deliverBatch(books, run, delivered);
    for (const mail of mails) await enqueueMail(books, actor, mail);
    return { delivered: delivered.length, mails: mails.length };
  });
}

async function drawn({ actor, run }: Of, waiting: readonly MadeStatement[]): Promise<DrawnPaper[]> {
  const { papers, faulty } = await drawEach(waiting, drawingFor(actor));
  for (const { of, error } of faulty) {
    log().error({ err: error, statementId: of.statementId }, "a statement of a run wasn't drawn");
    await noteInBooks(actor, (books) => failEntry(books, run, { accountId: of.accountId, fault: UNDRAWN }));
  }
  return papers.map(({ of, pdf }) => ({ ...of, pdf }));
}

const UNDRAWN = "Its PDF couldn’t be drawn. The statement itself is issued.";

const step = ({ runId }: Run, name: string) => ({
  key: `run:${runId}:${name}`,
  procedure: "statementRuns.make",
  input: { runId },
});
