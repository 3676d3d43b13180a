// A business whose neighbour is busy: its A/R page at a steady rate, with nobody else there, then while another business
// looks at one and at six files of 95,000 rows, imports one, prints twenty statements, turns the pages of an account of 10,000 invoices, and has a
// run of statements made.
import { randomUUID } from "node:crypto";
import { changeBooks, readBooks, type Books } from "@/books/open.ts";
import { approveRun, readRun, readRunFigures, startRun } from "@/books/statements/runs.ts";
import { present } from "@/domain/assert.ts";
import { planFor } from "@/domain/imports/plan.ts";
import { env } from "@/env.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { operatorActor, systemActor } from "@/server/actor.ts";
import { importNow, lookNow } from "@/server/import-now.ts";
import { closeQueue, enqueueRun } from "@/server/jobs/queue.ts";
import { ask } from "./asking.ts";
import { openLoop } from "./load.ts";
import { makeSample, type Sample } from "./sample.ts";
import { command, fileIdOf, readFile, sendFile, whenNot, type Member } from "./sent-files.ts";
import { PAID, makeStock } from "./stock.ts";
import { round, type Part, type Row } from "./table.ts";

const [ROWS, INVOICES, IN_RUN] = [95_000, 10_000, 1_500];
const RATE = { perSecond: 10, seconds: 20 };
const LONG = "LONG-1";

export async function benchNeighbour(quiet: Sample): Promise<Part> {
  const noisy = await makeSample();
  await addLongAccount(noisy.slug);
  const base = env().APP_URL;
  const page = () => read(`${base}/${quiet.slug}/customers/${quiet.biggest.number}`, quiet.cookie);
  const content = Buffer.from(fileOf(ROWS, (n) => `N-${n % 500}`));
  const account = `${base}/${noisy.slug}/customers/${LONG}`;
  const loads: [string, number, () => Promise<unknown>][] = [
    [`a look at a file of ${ROWS} rows`, 1, () => look(noisy, content)],
    [`six looks at files of ${ROWS} rows`, 6, () => look(noisy, content)],
    [
      "twenty statements on paper",
      20,
      () => read(`${base}/${noisy.slug}/customers/${noisy.biggest.number}/statement/pdf`, noisy.cookie),
    ],
    [
      `statement page of ${INVOICES} invoices, two clients`,
      2,
      () => read(`${account}/statement`, noisy.cookie),
    ],
    [`A/R page of ${INVOICES} invoices, two clients`, 2, () => read(account, noisy.cookie)],
  ];
  for (let nth = 0; nth < 50; nth++) await page();
  const rows: Row[] = [];
  const idle = await openLoop("nobody else", page, RATE);
  rows.push({ ...idle, "× idle p95": 1, answered: "" });
  rows.push(await besideImport(page, idle, { member: noisy, content }));
  for (const [what, clients, ask] of loads) {
    await ask();
    const load = keepBusy(clients, ask);
    const row = await openLoop(what, page, RATE);
    const answered = await load.stop();
    rows.push({ ...row, "× idle p95": round(Number(row["p95 ms"]) / Number(idle["p95 ms"]), 2), answered });
  }
  rows.push(await besideRun(page, idle));
  return {
    name: "neighbour",
    says: "the A/R page of one business while another is busy; its p95 stays under 2 × what it is alone",
    rows,
  };
}

/** While the worker draws a run that was approved; longer than what is measured, or it wouldn't count. */
async function besideRun(page: () => Promise<void>, idle: Row): Promise<Row> {
  const { tenant } = await makeStock(IN_RUN * 10);
  const actor = present(await systemActor(tenant, "bench"), "the business is there");
  const asked = inputOf(NewRun, { kind: "open-item", asOf: PAID, deliver: "print" });
  const change = (work: (books: Books) => Promise<{ runId: string }>) =>
    changeBooks(actor, { key: randomUUID(), procedure: "bench", input: null }, async (books) => {
      const { runId } = await work(books);
      await enqueueRun(books, actor, runId);
      return { runId };
    });
  const { runId } = await change((books) => startRun(books, asked));
  const figures = () => readBooks(actor, (books) => readRunFigures(books, runId));
  while ((await readBooks(actor, (books) => readRun(books, runId))).state !== "rehearsed") await later(250);
  await change((books) => approveRun(books, { runId }));
  while ((await figures()).delivered < 20) await later(100);
  const before = (await figures()).delivered;
  const row = await openLoop(`a run of ${IN_RUN} statements`, page, RATE);
  const after = (await figures()).delivered;
  if (after >= IN_RUN) throw new Error("the run was over before the measurement");
  await closeQueue();
  return {
    ...row,
    "× idle p95": round(Number(row["p95 ms"]) / Number(idle["p95 ms"]), 2),
    answered: after - before,
  };
}

/** From the moment that the worker begins to post it; that takes longer than what is measured, or it wouldn't count. */
async function besideImport(
  page: () => Promise<void>,
  idle: Row,
  { member, content }: { member: Member; content: Buffer },
): Promise<Row> {
  const fileId = fileIdOf(await sendFile(member, content));
  // Nothing is asked: the sample's own file had the same headings.
  const { asked } = await whenNot(member, { fileId, state: "looking", everyMs: 500 });
  await command(member, "imports.start", { fileId, asked });
  while (((await readFile(member, fileId)).progress?.of ?? 0) === 0) await later(250);
  const row = await openLoop(`an import of ${ROWS} rows`, page, RATE);
  const { state } = await readFile(member, fileId);
  if (state !== "importing") throw new Error(`the import is ${state}: the measurement wasn't beside it`);
  await whenNot(member, { fileId, state, everyMs: 500 });
  return { ...row, "× idle p95": round(Number(row["p95 ms"]) / Number(idle["p95 ms"]), 2), answered: "" };
}

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** So many at once, each anew as soon as it is answered, until told to stop; then how many were answered, busy or not. */
function keepBusy(clients: number, ask: () => Promise<unknown>) {
  let answered = 0;
  let goesOn = true;
  const client = async () => {
    while (goesOn) {
      await ask();
      answered += 1;
    }
  };
  const all = Promise.all(Array.from({ length: clients }, client));
  const stop = async () => {
    goesOn = false;
    await all;
    return answered;
  };
  return { stop };
}

/** "Busy, try again" is an answer, too; whoever hears it waits a moment. */
const read = async (url: string, cookie: string): Promise<void> =>
  orBusy((await ask(url, { cookie, "accept-encoding": "gzip" })).status, url);

/** Sends the file and waits until the worker has looked at it. */
async function look(member: Member, content: Buffer): Promise<void> {
  const sent = await sendFile(member, content);
  await orBusy(sent.status, "import/files");
  if (sent.status !== 200) return;
  await whenNot(member, { fileId: fileIdOf(sent), state: "looking", everyMs: 500 });
}

async function orBusy(status: number, url: string): Promise<void> {
  if (status !== 200 && status !== 429) throw new Error(`${url} answered ${status}`);
  if (status === 429) await later(200);
}

function fileOf(rows: number, customer: (n: number) => string): string {
  const lines = Array.from(
    { length: rows },
    (_, n) =>
      `${customer(n)},${randomUUID().slice(0, 13)},5/${1 + (n % 28)}/2026,6/${1 + (n % 28)}/2026,${10 + (n % 90)}.25,`,
  );
  return ["customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate", ...lines, ""].join("\n");
}

async function addLongAccount(slug: string): Promise<void> {
  const actor = present(await operatorActor(slug, "bench"), "the business was made");
  const bytes = Buffer.from(fileOf(INVOICES, () => LONG));
  const plan = { ...planFor("receivables"), way: "history" as const };
  const file = { name: "long.csv", bytes, plan };
  await importNow(actor, file, await lookNow(actor, file));
}
