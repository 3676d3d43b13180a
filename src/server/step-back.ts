// Work that nobody waits for a page with takes the processors that pages leave over.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
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
  lastAmongSessions();
}

/**
 * Where Linux gives each session the same share of the processors (sched(7), "The autogroup feature"; most systems do), a
 * priority counts within the session only. Ours goes last if nobody else began it.
 */
function lastAmongSessions(): void {
  try {
    if (sessionOfSelf() === process.pid) writeFileSync("/proc/self/autogroup", String(LAST));
  } catch {
    // This system has none, or a change came just before ours: the priority within the session is set all the same.
  }
}

/** proc_pid_stat(5): the sixth field, counted behind the name, in which anything may stand. */
function sessionOfSelf(): number {
  const stat = readFileSync("/proc/self/stat", "utf8");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[3]);
}

/** This thread alone goes last. Other systems than Linux would take it for all of the process. */
export function lastAmongThreads(): void {
  if (process.platform === "linux") setPriority(0, LAST);
}

/**
 * What a job asks of the database goes last, too, where the database's own process of that connection is here: each has a
 * session of its own, which counts as much as the whole web server.
 */
export function lastAmongBackends(databaseUrl: string, connection: object): void {
  const { hostname } = new URL(databaseUrl);
  // node-postgres keeps it for cancelling, and its types don't tell.
  const { processID: pid } = connection as { processID?: number | null };
  if (process.platform !== "linux" || !pid || !HERE.has(hostname)) return;
  try {
    if (readFileSync(`/proc/${pid}/comm`, "utf8").trim() !== "postgres") return;
    setPriority(pid, LAST);
    writeFileSync(`/proc/${pid}/autogroup`, String(LAST));
  } catch {
    // Somebody else's process, as where PostgreSQL runs in a container or as another user: it stays what it was.
  }
}

const HERE = new Set(["localhost", "127.0.0.1", "[::1]"]);
