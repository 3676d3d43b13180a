// Threads for work that would hold up everybody else's requests. One job at a time each; a job that takes too long or too
// much memory ends with its thread, and the next job gets a new one. No library: none looks at the memory of a thread
// while it runs, and Node's own limit on it may end the whole process (nodejs/node 65019; seen here in one run of four).
import { Worker } from "node:worker_threads";
import { Refusal, type RefusalCode, type RefusalDetails } from "@/domain/refusal.ts";

export type Order = { job: string; input: unknown };

export type Answer =
  | { kind: "done"; value: unknown }
  | { kind: "refused"; code: RefusalCode; details: RefusalDetails }
  | { kind: "failed"; error: unknown };

/** Told on the way to an answer. */
export type Progress = { kind: "progress"; done: number; of: number };

export type RunOptions = {
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, of: number) => void) | undefined;
  /** Where a job may take longer than the others. */
  milliseconds?: number | undefined;
  /** After a job that made a lot: what its thread grew by is given back at once, and the next job has a new one. */
  endAfter?: boolean | undefined;
};

export type Limits = {
  /** The file that a thread runs, and what Node needs to run it. */
  script: string;
  execArgv: string[];
  milliseconds: number;
  megabytes: number;
  /** How many stay for the next job when nothing came for a minute; none where what they run may have changed. */
  kept: 0 | 1;
};

const MEGABYTE = 1024 * 1024;
/** How often a thread at work is asked for its memory, in milliseconds. */
const LOOK_EVERY = 200;
const IDLE_FOR = 60_000;

/** The thread ended by itself, for no reason that the job gave. Asking again may well help. */
export class ThreadLost extends Error {
  override readonly name = "ThreadLost";
}

export class Threads {
  private readonly idle = new Set<Worker>();
  private readonly limits: Limits;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Does one job in a thread of its own; who calls sees to it that there aren't too many. */
  async run(order: Order, options: RunOptions = {}): Promise<unknown> {
    options.signal?.throwIfAborted();
    const thread = this.take();
    const answer = await this.outcome(thread, order, options);
    if (options.endAfter) void thread.terminate();
    else this.putBack(thread);
    if (answer.kind === "done") return answer.value;
    if (answer.kind === "refused") throw new Refusal(answer.code, answer.details);
    throw answer.error;
  }

  async close(): Promise<void> {
    await Promise.all([...this.idle].map((thread) => thread.terminate()));
  }

  private take(): Worker {
    const [warm] = this.idle;
    const thread = warm ?? this.start();
    this.idle.delete(thread);
    thread.ref();
    return thread;
  }

  private start(): Worker {
    const { script, execArgv, megabytes } = this.limits;
    const thread = new Worker(script, {
      name: "heavy",
      execArgv,
      // The last resort: we look ourselves, and before that.
      // A small nursery takes a quarter less memory at the same speed.
      resourceLimits: { maxOldGenerationSizeMb: 2 * megabytes, maxYoungGenerationSizeMb: 16 },
    });
    // One that ends while it has nothing to do is simply no longer there.
    thread.on("error", () => this.idle.delete(thread));
    thread.on("exit", () => this.idle.delete(thread));
    return thread;
  }

  private putBack(thread: Worker): void {
    thread.unref();
    if (this.limits.kept === 0) return void thread.terminate();
    this.idle.add(thread);
    setTimeout(() => {
      if (this.idle.size > this.limits.kept && this.idle.delete(thread)) void thread.terminate();
    }, IDLE_FOR).unref();
  }

  /** A thread without an answer is of no more use. */
  private async outcome(thread: Worker, order: Order, options: RunOptions): Promise<Answer> {
    try {
      return await this.answer(thread, order, options);
    } catch (error) {
      void thread.terminate();
      throw error;
    }
  }

  /** Settles once: with the answer, or with why there is none. */
  private answer(thread: Worker, order: Order, { signal, ...options }: RunOptions): Promise<Answer> {
    thread.postMessage(order);
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const tooMuch = () => reject(new Refusal("too-much-work"));
    const lost = (why: unknown) => reject(new ThreadLost("a thread ended at work", { cause: why }));
    const failed = (error: Error & { code?: string }) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuch() : lost(error);
    const givenUp = () => reject(signal?.reason);
    const look = () =>
      void usedBy(thread).then((bytes) => bytes > this.limits.megabytes * MEGABYTE && tooMuch());

    const hear = (said: Answer | Progress) =>
      said.kind === "progress" ? options.onProgress?.(said.done, said.of) : resolve(said);

    thread.on("message", hear).on("messageerror", lost).on("error", failed).on("exit", lost);
    signal?.addEventListener("abort", givenUp);
    const clock = setTimeout(tooMuch, options.milliseconds ?? this.limits.milliseconds);
    const watch = setInterval(look, LOOK_EVERY);
    return promise.finally(() => {
      clearTimeout(clock);
      clearInterval(watch);
      signal?.removeEventListener("abort", givenUp);
      thread.off("message", hear).off("messageerror", lost).off("error", failed).off("exit", lost);
    });
  }
}

/** 0 from a thread that is starting or gone: it has said or will say so itself. */
async function usedBy(thread: Worker): Promise<number> {
  const used = await thread.getHeapStatistics().catch(() => null);
  return used ? used.used_heap_size + used.external_memory : 0;
}
