// What runs in a thread: takes one order at a time, does it, and answers. Bundled by src/cli/build.mjs.
import { parentPort } from "node:worker_threads";
import { Refusal } from "@/domain/refusal.ts";
import { lastAmongThreads } from "../step-back.ts";
import { JOBS, type TellDone } from "./jobs.ts";
import type { Answer, Order, Progress } from "./threads.ts";

// Pages go first where processors are few.
lastAmongThreads();

parentPort?.on("message", (order: Order) => {
  void answerTo(order).then((answer) => parentPort?.postMessage(answer));
});

const tell: TellDone = (done, of) =>
  parentPort?.postMessage({ kind: "progress", done, of } satisfies Progress);

async function answerTo({ job, input }: Order): Promise<Answer> {
  try {
    // The types of job and input were checked together where the order was written (run-heavy.ts).
    const work = JOBS[job as keyof typeof JOBS] as (input: unknown, tell: TellDone) => Promise<unknown>;
    return { kind: "done", value: await work(input, tell) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", code: error.code, details: error.details };
    return { kind: "failed", error };
  }
}
