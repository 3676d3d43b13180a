// Who waits for a turn: a line for each business, served one business after the other, none longer than it may be.
import { Refusal } from "@/domain/refusal.ts";

export type LineBounds = {
  /** Waiting at most, of all businesses together and of one; one more is refused as "crowded". */
  waiting: number;
  waitingEach: number;
};

/** How long until a refused one should try again, in seconds. */
export const TRY_AGAIN = 5;

type Turn = { begin: () => void };

export class WaitingLines {
  /** In the order of their turns: a business goes to the end each time it had one. */
  private readonly lines = new Map<string, Turn[]>();
  private readonly bounds: LineBounds;

  constructor(bounds: LineBounds) {
    this.bounds = bounds;
  }

  /** Those who have somebody waiting, whose turn it is first. */
  businesses(): string[] {
    return [...this.lines.keys()];
  }

  /**
   * Resolves when `callNext` of this business reaches it; what is to be noted of that is noted in `begun`, before anybody
   * else is looked at. A signal given up while it waits takes it out of the line.
   */
  wait(business: string, signal: AbortSignal | undefined, begun: () => void): Promise<void> {
    const line = this.lines.get(business) ?? [];
    const waiting = [...this.lines.values()].reduce((sum, { length }) => sum + length, 0);
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
          begun();
          resolve();
        },
      };
      line.push(turn);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  callNext(business: string): void {
    const line = this.lines.get(business) ?? [];
    const [turn] = line;
    if (!turn) return;
    this.takeOut(business, turn);
    this.lines.delete(business);
    if (line.length > 0) this.lines.set(business, line);
    turn.begin();
  }

  private takeOut(business: string, turn: Turn): void {
    const line = this.lines.get(business) ?? [];
    line.splice(line.indexOf(turn), 1);
    if (line.length === 0) this.lines.delete(business);
  }
}
