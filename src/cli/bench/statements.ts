// Statements: the paper of one and of a long one beside the same page printed by a browser, and a run of five thousand from
// its approval to the last paper kept and the last mail queued, with the memory that it took.
import { randomUUID } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { sql } from "drizzle-orm";
import { changeBooks } from "@/books/open.ts";
import { approveRun, readRunFigures, startRun } from "@/books/statements/runs.ts";
import { longAccount, sampleStatement } from "@/documents/samples.ts";
import { statementPdf } from "@/documents/statement-pdf.tsx";
import { assert, present } from "@/domain/assert.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { day } from "@/domain/values/day.ts";
import { systemActor } from "@/server/actor.ts";
import { runHeavyAsWorker } from "@/server/heavy/run-heavy.ts";
import { closeQueue } from "@/server/jobs/queue.ts";
import { workOnRun } from "@/server/jobs/statement-runs.ts";
import { printedByBrowser } from "./browser-paper.ts";
import { makeStock, PAID } from "./stock.ts";
import { percentile, round, timed, type Part } from "./table.ts";

/** Of twenty open items each: a page. */
const CUSTOMERS = 5_000;
const PAPERS = 1_000;
const MEGABYTE = 1024 * 1024;

export async function benchStatements(): Promise<Part> {
  const page = sampleStatement(longAccount(25), { kind: "open-item" });
  const long = sampleStatement(longAccount(1_300), { kind: "balance-forward", fromOn: day("2020-01-01") });
  const short = await timed(100, 20, () => statementPdf(page));
  const before = await inUse();
  for (let n = 0; n < PAPERS; n++) await statementPdf(page);
  const grown = (await inUse()) - before;
  const pages = await timed(3, 1, () => statementPdf(long));
  const browser = await printedByBrowser(page);
  const row = (what: string, sorted: readonly number[], more: string | number = "") => ({
    what,
    "p50 ms": round(percentile(sorted, 0.5), 1),
    "p95 ms": round(percentile(sorted, 0.95), 1),
    "a second": round(1000 / percentile(sorted, 0.5), 1),
    MB: more,
  });
  return {
    name: "statements",
    says: `a page of 25 rows at p50 at most 50 ms and half of what Chromium takes; 50 pages at most 2 s; a run of ${CUSTOMERS} at least 25 a second`,
    rows: [
      row("one page", short),
      row("the same page loaded and printed by Chromium", browser.loaded),
      row("the same in a page that Chromium keeps open", browser.exchanged),
      row("1,300 invoices, some 50 pages", pages),
      {
        what: `${PAPERS} papers, memory still in use after them`,
        "p50 ms": "",
        "p95 ms": "",
        "a second": "",
        MB: round(grown, 0),
      },
      ...(await run()),
    ],
  };
}

const memory = (): number => process.memoryUsage().rss / MEGABYTE;

/** What garbage collection leaves, of files outside of the heap, too. */
async function inUse(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  assert(typeof collect === "function", "garbage is collected when asked for");
  for (let round = 0; round < 2; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}

async function run(): Promise<Part["rows"]> {
  runHeavyAsWorker();
  const { ledger, tenant } = await makeStock(CUSTOMERS * 10);
  await ledger.change(({ tx }) =>
    tx.execute(sql`update books.customers set email = 'ap@customer-' || substr(id::text, 30) || '.example'`),
  );
  const actor = present(await systemActor(tenant, "bench"), "the business is there");
  const asked = inputOf(NewRun, { kind: "open-item", asOf: PAID, deliver: "mail" });
  const command = () => ({ key: randomUUID(), procedure: "bench", input: null });
  const { runId } = await changeBooks(actor, command(), (books) => startRun(books, asked));
  const rehearsed = await secondsOf(() => workOnRun(actor, runId));
  await changeBooks(actor, command(), (books) => approveRun(books, { runId }));
  const made = await secondsOf(() => workOnRun(actor, runId));
  const { delivered } = await ledger.read((books) => readRunFigures(books, runId));
  assert(delivered === CUSTOMERS, "each customer's is made, drawn and on its way");
  await closeQueue();
  const row = (what: string, { seconds, peak }: Took) => ({
    what,
    "p50 ms": "",
    "p95 ms": "",
    "a second": round(CUSTOMERS / seconds, 1),
    MB: round(peak, 0),
  });
  return [
    row(`rehearsal of ${CUSTOMERS}`, rehearsed),
    row(`run of ${CUSTOMERS}: made, drawn, mail queued`, made),
  ];
}

type Took = { seconds: number; peak: number };

/** With the most memory beyond what there was, the threads' with it. */
async function secondsOf(work: () => Promise<void>): Promise<Took> {
  const before = memory();
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, memory() - before)), 250);
  const began = performance.now();
  await work();
  clearInterval(watch);
  return { seconds: (performance.now() - began) / 1000, peak };
}
