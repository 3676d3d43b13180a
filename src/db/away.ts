// When the database can't be asked: it is down, it starts anew, the line to it broke, or nobody got a connection in
// time. That is neither a success nor a no, and whoever asks is told which of the two it may still be.

/** "nothing": whatever was asked, none of it was done. "unknown": the answer to a COMMIT was lost on its way. */
export type Done = "nothing" | "unknown";

/** Known by its code and never by its class: a bundler may load this module twice. */
const CODE = "DATABASE_AWAY";

export class DatabaseAway extends Error {
  readonly code = CODE;
  readonly done: Done;
  /** Every connection of the pool was taken for too long: the database itself may be well. */
  readonly crowded: boolean;

  constructor(done: Done, cause: unknown) {
    super(done === "nothing" ? "the database is away" : "the database went away over a commit", { cause });
    this.name = "DatabaseAway";
    this.done = done;
    this.crowded = cause instanceof Error && cause.message === "timeout exceeded when trying to connect";
  }
}

export function awayIn(error: unknown): Pick<DatabaseAway, "done" | "crowded"> | null {
  for (let at = error; at instanceof Error; at = at.cause) if (isAway(at)) return at;
  return null;
}

const isAway = (error: Error): error is DatabaseAway => (error as { code?: unknown }).code === CODE;

/** Whether an error of node-postgres says that the connection is over: the server ended it, or the line broke. */
export function isLost(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { severity, syscall } = at as { severity?: string; syscall?: string };
    if (severity === "FATAL" || severity === "PANIC" || syscall || LOST.test(at.message)) return true;
  }
  return false;
}

const LOST =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|The server|timeout exceeded)/;

/** How long a restart of the database may take before anybody hears of it. */
const PATIENCE_MS = 2_500;
let patienceMs = PATIENCE_MS;

/** For tests of a database that stays away: don't wait for it; null waits again. */
export function setPatience(ms: number | null): void {
  patienceMs = ms ?? PATIENCE_MS;
}

/**
 * Tries again while the database is away for a moment. What can't be repeated is tried again only where nothing of it
 * was done; a queue for a connection isn't joined twice.
 */
export async function overRestart<T>(work: () => Promise<T>, repeatable: boolean): Promise<T> {
  // From the first failure on: what was under way before says nothing about how long the database is away.
  let end = Infinity;
  let done: Done = "nothing";
  for (let pause = 10; ; pause = Math.min(pause * 2, 300)) {
    try {
      return await work();
    } catch (error) {
      const away = awayIn(error);
      if (!away) throw error;
      // What one try left unknown, a later one that found no database doesn't know either.
      if (away.done === "unknown") done = "unknown";
      end = Math.min(end, performance.now() + patienceMs);
      const again = !away.crowded && (repeatable || done === "nothing");
      if (!again || performance.now() + pause > end)
        throw away.done === done ? error : new DatabaseAway(done, error);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
