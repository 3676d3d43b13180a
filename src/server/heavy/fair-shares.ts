// Who is next at the one loop that renders every page. Each business that came lately has an equal share of its time. One
// that used less begins at once; one that used more waits while a page of somebody who used less is being rendered. So
// who sends page after page waits for themselves; alone, a business has the whole loop.
// Of pages rendered at once, each is taken to use its part of the time.
import { WaitingLines, type LineBounds } from "./waiting-lines.ts";

export type ShareBounds = LineBounds & {
  /** At work at once, of one business. */
  atWorkEach: number;
  /** Nobody at the head of their line waits longer, in milliseconds. */
  longestWait: number;
};

/** Who came no later ago has a share, in milliseconds. */
const LATELY = 2000;
/** So much of its share a business may leave for later, or use up before, in milliseconds. */
const LEFT_AT_MOST = 1000;

type Share = { left: number; cameAt: number; atWork: number };
type Page = { share: Share };

export class FairShares {
  private readonly lines: WaitingLines;
  private readonly bounds: ShareBounds;
  private readonly shares = new Map<string, Share>();
  private readonly pages = new Set<Page>();
  /** The clocks of those at the head of their lines. */
  private readonly clocks = new Map<string, NodeJS.Timeout>();
  private reckonedAt = 0;

  constructor(bounds: ShareBounds) {
    this.bounds = bounds;
    this.lines = new WaitingLines(bounds);
  }

  /** Does `work` when it is this business's turn; throws the refusal "crowded" where too many wait. */
  async run<T>(business: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    this.reckon();
    const share = this.shareOf(business);
    const page: Page = { share };
    const begin = () => {
      this.reckon();
      this.pages.add(page);
      share.atWork += 1;
    };
    if (this.mayBegin(share)) begin();
    else {
      const turn = this.lines.wait(business, signal, begin);
      this.watch(business);
      await turn;
    }
    try {
      return await work();
    } finally {
      this.reckon();
      this.pages.delete(page);
      share.atWork -= 1;
      share.cameAt = this.reckonedAt;
      this.callNext();
    }
  }

  private shareOf(business: string): Share {
    const at = this.reckonedAt;
    const share = this.shares.get(business) ?? { left: 0, cameAt: at, atWork: 0 };
    share.cameAt = at;
    this.shares.set(business, share);
    return share;
  }

  private mayBegin(own: Share): boolean {
    if (own.atWork >= this.bounds.atWorkEach) return false;
    if (own.left >= 0 || this.shares.size === 1) return true;
    return (
      own.atWork === 0 && [...this.shares.values()].every(({ left, atWork }) => atWork === 0 || left < 0)
    );
  }

  /** Everybody's share of the time since it was last reckoned, less what their pages used of it. */
  private reckon(): void {
    const at = performance.now();
    const passed = at - this.reckonedAt;
    for (const { share } of this.pages) share.left -= passed / this.pages.size;
    for (const [business, share] of this.shares) {
      const waits = share.atWork > 0 || this.clocks.has(business);
      if (!waits && share.cameAt < at - LATELY) this.shares.delete(business);
    }
    for (const share of this.shares.values()) {
      const left = share.left + passed / this.shares.size;
      share.left = Math.max(-LEFT_AT_MOST, Math.min(LEFT_AT_MOST, left));
    }
    this.reckonedAt = at;
  }

  private callNext(): void {
    for (const business of this.lines.businesses())
      if (this.mayBegin(this.shareOf(business))) this.call(business);
  }

  /** Whoever is next of this business begins, and the one behind has a clock of its own. */
  private call(business: string): void {
    clearTimeout(this.clocks.get(business));
    this.clocks.delete(business);
    this.lines.callNext(business);
    if (this.lines.businesses().includes(business)) this.watch(business);
  }

  private watch(business: string): void {
    if (this.clocks.has(business)) return;
    const called = () => {
      this.clocks.delete(business);
      this.reckon();
      this.call(business);
    };
    this.clocks.set(business, setTimeout(called, this.bounds.longestWait).unref());
  }
}
