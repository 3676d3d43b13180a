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

export type Limits = {
  /** The file that a thread runs, and what Node needs to run it. */
  script: string;
  execArgv: string[];
  milliseconds: number;
  megabytes: number;
};

const MEGABYTE = 1024 * 1024;
/** How often a thread at work is asked for its memory, in milliseconds. */
const LOOK_EVERY = 200;
/** One stays for the next job; others go when nothing came for so long. */
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
  async run(order: Order, signal?: AbortSignal): Promise<unknown> {
    signal?.throwIfAborted();
    const thread = this.take();
    const answer = await this.outcome(thread, order, signal);
    this.putBack(thread);
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
      resourceLimits: { maxOldGenerationSizeMb: 2 * megabytes },
    });
    // One that ends while it has nothing to do is simply no longer there.
    thread.on("error", () => this.idle.delete(thread));
    thread.on("exit", () => this.idle.delete(thread));
    return thread;
  }

  private putBack(thread: Worker): void {
    thread.unref();
    this.idle.add(thread);
    setTimeout(() => {
      if (this.idle.size > 1 && this.idle.delete(thread)) void thread.terminate();
    }, IDLE_FOR).unref();
  }

  /** A thread without an answer is of no more use. */
  private async outcome(thread: Worker, order: Order, signal: AbortSignal | undefined): Promise<Answer> {
    try {
      return await this.answer(thread, order, signal);
    } catch (error) {
      void thread.terminate();
      throw error;
    }
  }

  /** Settles once: with the answer, or with why there is none. */
  private answer(thread: Worker, order: Order, signal: AbortSignal | undefined): Promise<Answer> {
    thread.postMessage(order);
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const tooMuch = () => reject(new Refusal("too-much-work"));
    const lost = (why: unknown) => reject(new ThreadLost("a thread ended at work", { cause: why }));
    const failed = (error: Error & { code?: string }) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuch() : lost(error);
    const givenUp = () => reject(signal?.reason);
    const look = () =>
      void usedBy(thread).then((bytes) => bytes > this.limits.megabytes * MEGABYTE && tooMuch());

    thread.on("message", resolve).on("messageerror", lost).on("error", failed).on("exit", lost);
    signal?.addEventListener("abort", givenUp);
    const clock = setTimeout(tooMuch, this.limits.milliseconds);
    const watch = setInterval(look, LOOK_EVERY);
    return promise.finally(() => {
      clearTimeout(clock);
      clearInterval(watch);
      signal?.removeEventListener("abort", givenUp);
      thread.off("message", resolve).off("messageerror", lost).off("error", failed).off("exit", lost);
    });
  }
}

/** 0 from a thread that is starting or gone: it has said or will say so itself. */
async function usedBy(thread: Worker): Promise<number> {
  const used = await thread.getHeapStatistics().catch(() => null);
  return used ? used.used_heap_size + used.external_memory : 0;
}
