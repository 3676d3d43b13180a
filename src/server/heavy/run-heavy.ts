// Heavy work of one business, in a thread and in its turn: `await runHeavy(tenant, "statement-pdf", statement)`.
// A new kind of work is one entry in jobs.ts. Input and answer are copied from thread to thread, so both stay small:
// answer with what is shown, not with all that was read. Throws the refusals "crowded" (too many waiting; `seconds` says
// when to try again) and "too-much-work" (too long or too big, stopped), what the job throws, or ThreadLost.
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { present } from "@/domain/assert.ts";
import { env } from "@/env.ts";
import { FairQueue, type Bounds } from "./fair-queue.ts";
import type { Job, Jobs } from "./jobs.ts";
import { Threads, type Limits, type RunOptions } from "./threads.ts";

/** Two at least, so that there is always one which a busy business doesn't hold. */
const AT_WORK = Math.min(4, Math.max(2, availableParallelism() - 1));
const LINES = { waitingEach: 24, waiting: 200 };
const QUEUE = { ...LINES, atWork: AT_WORK, atWorkEach: Math.ceil(AT_WORK / 2), rest: 500 };
/** Beside pages that go first (step-back.ts) nobody has to rest; a place is left to others all the same. */
const WORKER_QUEUE = { ...LINES, atWork: AT_WORK + 1, atWorkEach: 2 };
const LIMITS = { milliseconds: 60_000, megabytes: 512 };

/** A file of half a million rows, on a busy machine: whoever waits sees how far it is, and can stop it. And a picture. */
const OTHER_LIMITS: Partial<Record<Job, number>> = { "read-table": 180_000, "draw-logo": 10_000 };

// Next bundles each route apart; there is one queue for all of them.
const kept = globalThis as typeof globalThis & { onaccountHeavy?: { queue: FairQueue; threads: Threads } };

export async function runHeavy<Kind extends Job>(
  tenant: string,
  job: Kind,
  input: Parameters<Jobs[Kind]>[0],
  { signal, onProgress }: Pick<RunOptions, "signal" | "onProgress"> = {},
): Promise<Awaited<ReturnType<Jobs[Kind]>>> {
  return (await readAndRun(tenant, job, async () => input, { signal, onProgress })).answer;
}

/** The same of what is read only when its turn comes, so that twenty who ask at once don't all read first. */
export async function readAndRun<Kind extends Job, Input extends Parameters<Jobs[Kind]>[0]>(
  tenant: string,
  job: Kind,
  read: () => Promise<Input>,
  { signal, onProgress }: Pick<RunOptions, "signal" | "onProgress"> = {},
): Promise<{ input: Input; answer: Awaited<ReturnType<Jobs[Kind]>> }> {
  const { queue, threads } = (kept.onaccountHeavy ??= heavyWith(QUEUE));
  const work = async () => {
    const input = await read();
    const options = { signal, onProgress, milliseconds: OTHER_LIMITS[job], endAfter: growsMuch(input) };
    return { input, answer: await threads.run({ job, input }, options) };
  };
  return (await queue.run(tenant, work, signal)) as { input: Input; answer: Awaited<ReturnType<Jobs[Kind]>> };
}

const MEGABYTE = 1024 * 1024;

/** A long file: beside what its thread keeps of it, a new thread costs nothing. */
const growsMuch = (input: object): boolean =>
  "bytes" in input && input.bytes instanceof Uint8Array && input.bytes.length > MEGABYTE;

/** For a process that shows no pages: a run of statements is drawn by two threads, without a pause. */
export function runHeavyAsWorker(): void {
  kept.onaccountHeavy ??= heavyWith(WORKER_QUEUE);
}

const heavyWith = (bounds: Bounds) => ({
  queue: new FairQueue(bounds),
  threads: new Threads({ ...script(), ...LIMITS }),
});

/** Built, a thread is one file beside the worker's; from the sources, tsx reads them as it reads ours. */
function script(): Pick<Limits, "script" | "execArgv" | "kept"> {
  const { NODE_ENV } = env();
  if (NODE_ENV === "production") return { script: above("worker/thread.mjs"), execArgv: [], kept: 1 };
  const source = { script: above("src/server/heavy/thread.ts"), execArgv: ["--import", "tsx"] };
  // While somebody edits it, each job runs what is written now.
  return { ...source, kept: NODE_ENV === "development" ? 0 : 1 };
}

/**
 * Found upwards from the program that runs: both the standalone server and the worker lie in folders of their build, of
 * which there may be two (the bench's). From the sources, we run at the root.
 */
function above(file: string): string {
  const places = [dirname(process.argv[1] ?? ""), process.cwd()].flatMap(foldersAbove);
  const found = places.map((folder) => join(folder, file)).find((place) => existsSync(place));
  return present(found, `${file} is there`);
}

function foldersAbove(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}
