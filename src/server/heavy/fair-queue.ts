// Who is next when there is more heavy work than threads. Businesses take turns, none may hold all places at work, and
// each may keep only so many waiting: who sends twenty at once waits for themselves, and nobody else does. After its work
// a business rests as long as that took, up to a bound, so that half of what it asks for stays free for others.
import { Refusal } from "@/domain/refusal.ts";

export type Bounds = {
  /** At work at once: of all businesses together, and of one. */
  atWork: number;
  atWorkEach: number;
  /** Waiting at most; one more is refused as "crowded". */
  waiting: number;
  waitingEach: number;
  /** The longest rest of a business before its next work, in milliseconds; left out, none. */
  rest?: number;
};

/** How long until a refused one should try again, in seconds. */
export const TRY_AGAIN = 5;

type Turn = { begin: () => void };

export class FairQueue {
  /** Who waits, in the order of their turns: a business goes to the end each time it had one. */
  private readonly lines = new Map<string, Turn[]>();
  private readonly atWork = new Map<string, number>();
  private readonly resting = new Map<string, number>();
  private readonly bounds: Bounds;

  constructor(bounds: Bounds) {
    this.bounds = bounds;
  }

  /** Does `work` when it is this business's turn. A signal given up while it waits takes it out of the line. */
  async run<T>(business: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    if (this.mayBegin(business)) add(this.atWork, business, 1);
    else await this.waitForTurn(business, signal);
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.leave(business, performance.now() - began);
    }
  }

  /** Others have its place at once; the business itself only when it has rested. */
  private leave(business: string, took: number): void {
    add(this.atWork, business, -1);
    const { rest } = this.bounds;
    if (rest !== undefined) {
      add(this.resting, business, 1);
      const rested = () => {
        add(this.resting, business, -1);
        this.callNext();
      };
      setTimeout(rested, Math.min(took, rest)).unref();
    }
    this.callNext();
  }

  private mayBegin(business: string): boolean {
    const { atWork, atWorkEach } = this.bounds;
    const own = (this.atWork.get(business) ?? 0) + (this.resting.get(business) ?? 0);
    return sumOf(this.atWork.values()) < atWork && own < atWorkEach;
  }

  private waitForTurn(business: string, signal: AbortSignal | undefined): Promise<void> {
    const line = this.lines.get(business) ?? [];
    const waiting = sumOf([...this.lines.values()].map((each) => each.length));
    if (line.length >= this.bounds.waitingEach || waiting >= this.bounds.waiting)
      throw new Refusal("crowded", { seconds: TRY_AGAIN });
    this.lines.set(business, line);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.takeOut(business, turn);
        reject(signal?.reason);
      };
      const turn: Turn = {
        begin: () => {
          signal?.removeEventListener("abort", leave);
          resolve();
        },
      };
      line.push(turn);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  /** Counted as at work before it begins, so that nobody takes its place in between. */
  private callNext(): void {
    for (const [business, line] of this.lines) {
      const [turn] = line;
      if (!turn || !this.mayBegin(business)) continue;
      this.takeOut(business, turn);
      this.lines.delete(business);
      if (line.length > 0) this.lines.set(business, line);
      add(this.atWork, business, 1);
      return turn.begin();
    }
  }

  private takeOut(business: string, turn: Turn): void {
    const line = this.lines.get(business) ?? [];
    line.splice(line.indexOf(turn), 1);
    if (line.length === 0) this.lines.delete(business);
  }
}

function add(counts: Map<string, number>, business: string, more: 1 | -1): void {
  const now = (counts.get(business) ?? 0) + more;
  if (now === 0) counts.delete(business);
  else counts.set(business, now);
}

const sumOf = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0);
