// Work that nobody waits for a page with takes the processors that pages leave over.
import { readdirSync } from "node:fs";
import { constants, setPriority } from "node:os";

/** A tenth of the weight of a page: enough that nothing starves. */
const LAST = constants.priority.PRIORITY_BELOW_NORMAL;

/**
 * The whole process goes last. Linux counts each thread by itself, and V8's own, which collect garbage, began before ours:
 * they are asked one by one; threads that begin later have it from the one that began them.
 */
export function lastAmongProcesses(): void {
  if (process.platform !== "linux") return setPriority(process.pid, LAST);
  for (const thread of readdirSync("/proc/self/task")) setPriority(Number(thread), LAST);
}

/** This thread alone goes last. Other systems than Linux would take it for all of the process. */
export function lastAmongThreads(): void {
  if (process.platform === "linux") setPriority(0, LAST);
}
