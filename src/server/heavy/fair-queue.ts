// Who is next when there is more heavy work than threads. Businesses take turns, none may hold all places at work, and
// each may keep only so many waiting: who sends twenty at once waits for themselves, and nobody else does. After its work
// a business rests as long as that took, up to a bound, so that half of what it asks for stays free for others.
import { WaitingLines, type LineBounds } from "./waiting-lines.ts";

export type Bounds = LineBounds & {
  /** At work at once: of all businesses together, and of one. */
  atWork: number;
  atWorkEach: number;
  /** The longest rest of a business before its next work, in milliseconds; left out, none. */
  rest?: number;
};

export class FairQueue {
  private readonly lines: WaitingLines;
  private readonly atWork = new Map<string, number>();
  private readonly resting = new Map<string, number>();
  private readonly bounds: Bounds;

  constructor(bounds: Bounds) {
    this.bounds = bounds;
    this.lines = new WaitingLines(bounds);
  }

  /** Does `work` when it is this business's turn. A signal given up while it waits takes it out of the line. */
  async run<T>(business: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const begin = () => add(this.atWork, business, 1);
    if (this.mayBegin(business)) begin();
    else await this.lines.wait(business, signal, begin);
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

  private callNext(): void {
    const business = this.lines.businesses().find((each) => this.mayBegin(each));
    if (business !== undefined) this.lines.callNext(business);
  }
}

function add(counts: Map<string, number>, business: string, more: 1 | -1): void {
  const now = (counts.get(business) ?? 0) + more;
  if (now === 0) counts.delete(business);
  else counts.set(business, now);
}

const sumOf = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0);
