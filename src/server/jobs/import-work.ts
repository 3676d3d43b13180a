// The worker's way with imported files: a look, an import, or taking it back, one at a time for each business. A file is read in a thread;
// what of it comes into the books does so here, under the name of whoever asked for it. What went wrong is said on the file.
import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { bringIn } from "@/books/imports/bring-in.ts";
import { answeredAsBefore, rememberedPlan, withoutAnswers } from "@/books/imports/remembered-plans.ts";
import { undoImport } from "@/books/imports/undo.ts";
import { lookInBooks } from "@/books/imports/look.ts";
import {
  keepFailure,
  keepImported,
  keepLook,
  lookedAtPlan,
  readBytes,
  readWork,
  tellProgress,
  waitingFiles,
  type Work,
} from "@/books/imports/work.ts";
import { readStart } from "@/books/business/set-up-books.ts";
import { changeBooks, noteInBooks, readBooks, type Asker } from "@/books/open.ts";
import { openBusinesses } from "@/db/directory/businesses.ts";
import { planFor, type ImportPlan } from "@/domain/imports/plan.ts";
import { Refusal } from "@/domain/refusal.ts";
import { systemActor, systemIn, tenantOf, type SystemActor } from "../actor.ts";
import { runHeavy } from "../heavy/run-heavy.ts";
import { fromColumns } from "../import-reader/columns.ts";
import { log } from "../log.ts";
import { IMPORT_QUEUE, sendImportJob, type ImportJob } from "./queue.ts";

const TELL_EVERY = 1_000;

const HOW = {
  localConcurrency: 2,
  localGroupConcurrency: 1,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 2,
} as const;

export async function workImports(boss: PgBoss): Promise<void> {
  await boss.work<ImportJob, void, typeof HOW>(IMPORT_QUEUE, HOW, async (jobs) => {
    for (const job of jobs) await workOnFile(job.data, `import-${job.id}`);
  });
}

/** Asks again for what waits without a job, as after a queue was lost. */
export async function sweepImports(boss: PgBoss): Promise<void> {
  for (const business of await openBusinesses()) {
    const actor = systemIn(business, `sweep-${randomUUID()}`);
    for (const fileId of await readBooks(actor, waitingFiles)) await sendImportJob(boss, business.id, fileId);
  }
}

/** Until nothing is asked of the file any more: somebody may have answered a question while it was looked at. */
export async function workOnFile({ tenant, fileId }: ImportJob, requestId: string): Promise<void> {
  const actor = await systemActor(tenant, requestId);
  if (!actor) return;
  for (;;) {
    const work = await readBooks(actor, (books) => readWork(books, fileId));
    if (!work) return;
    try {
      if (work.cancelled) throw new Refusal("import-cancelled");
      await WORK[work.state](actor, work);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : null;
      if (!refusal) log().error({ err: error, tenant, fileId, requestId }, "import failed");
      const said = refusal ?? new Refusal("import-failed");
      await noteInBooks(actor, (books) => keepFailure(books, work, said));
    }
  }
}

async function lookAtFile(actor: SystemActor, work: Work): Promise<void> {
  const first = await readTableOf(actor, work, work.plan ?? planFor(work.kind));
  const remembered = work.plan ? null : await readBooks(actor, (books) => rememberedPlan(books, first.look));
  const table = remembered ? await readAsBefore(actor, work, remembered) : first;
  const looked = await readBooks(actor, (books) => lookInBooks(books, work.hash, table));
  await noteInBooks(actor, (books) => keepLook(books, work, looked));
}

/** With what was said of a file with these headings before, as far as this one leaves it open, too. */
async function readAsBefore(actor: SystemActor, work: Work, remembered: ImportPlan) {
  const asking = await readTableOf(actor, work, withoutAnswers(remembered));
  const plan = answeredAsBefore(remembered, asking.look);
  const needsAnswers = plan.days !== null || plan.decimal !== null;
  return needsAnswers ? readTableOf(actor, work, plan) : asking;
}

/** The plan that was looked at is the one in the look; what is posted is read from the file once more. */
async function importFile(actor: SystemActor, work: Work): Promise<void> {
  const plan = (await readBooks(actor, (books) => lookedAtPlan(books, work))) ?? planFor(work.kind);
  const { look, entries, faults } = await readTableOf(actor, work, plan);
  if (look.questions.length > 0) throw new Refusal("import-asks");
  if (faults.length > 0 && !plan.leaveFaulty)
    throw new Refusal("file-refused", { faultCount: look.faultCount });
  const { asker, command } = asked(actor, work, "imports.bringIn");
  await changeBooks(asker, command, async (books) => {
    const faulty = new Set(faults.map(({ row }) => row)).size;
    const file = { ...work, plan, rows: look.figures.rows, entries, faulty };
    const summary = await bringIn(books, file, teller(actor, work));
    await keepImported(books, work);
    return summary;
  });
}

/** Whoever asked for it takes it back. */
async function undoFile(actor: SystemActor, work: Work): Promise<void> {
  const { asker, command } = asked(actor, work, "imports.takeBack");
  await changeBooks(asker, command, (books) => undoImport(books, work.fileId, teller(actor, work)));
}

const WORK = { looking: lookAtFile, importing: importFile, undoing: undoFile };

/** Done under the name of whoever asked, once. */
function asked(actor: SystemActor, work: Work, procedure: string) {
  const asker: Asker = { ...actor, subject: work.askedSubject, userName: work.askedBy };
  const key = `import:${work.fileId}:${work.asked}`;
  return { asker, command: { key, procedure, input: { fileId: work.fileId } } };
}

/** Says how far it is about every second, and hears whether it was called off. */
function teller(actor: SystemActor, work: Work) {
  let told = 0;
  return async (done: number, of: number): Promise<void> => {
    const now = performance.now();
    if (now - told < TELL_EVERY && told > 0) return;
    told = now;
    await noteInBooks(actor, (books) => tellProgress(books, work, { done, of }));
  };
}

async function readTableOf(actor: SystemActor, work: Work, plan: ImportPlan) {
  const { bytes, startOn } = await readBooks(actor, async (books) => ({
    bytes: await readBytes(books, work),
    startOn: await readStart(books),
  }));
  const { currency, today, locale } = actor;
  const input = { bytes, plan, ground: { currency, today, startOn, locale } };
  const stopped = new AbortController();
  const tell = teller(actor, work);
  const onProgress = (done: number, of: number) =>
    void tell(done, of).catch((error: unknown) => stopped.abort(error));
  const options = { signal: stopped.signal, onProgress };
  const { entries, ...read } = await runHeavy(tenantOf(actor), "read-table", input, options);
  return { ...read, entries: { ...entries, entries: fromColumns(entries.entries) } };
}
