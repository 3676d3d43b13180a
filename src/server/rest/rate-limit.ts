// How often one key may ask, and how often one network may show a key that opens nothing: counted by this process, since a
// count in the database would cost more than most answers. Where several processes serve, each counts its own.

/** 250 a second: more credit decisions than a business's busiest minute has. */
export const PER_WINDOW = 15_000;
export const WINDOW_SECONDS = 60;
const REFUSED_PER_WINDOW = 60;
/** Those that nobody asked with for a window are forgotten once there are so many. */
const MOST_KEPT = 10_000;

type Window = { used: number; endsAt: number };

class Windows {
  private readonly kept = new Map<string, Window>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  count(who: string, at = performance.now()): Window {
    const found = this.live(who, at) ?? this.begin(who, at);
    found.used += 1;
    return found;
  }

  isOver(who: string, at = performance.now()): boolean {
    return (this.live(who, at)?.used ?? 0) >= this.most;
  }

  after(who: string, at = performance.now()): Record<string, string> {
    return { "retry-after": String(secondsOf(this.live(who, at) ?? { endsAt: at }, at)) };
  }

  private live(who: string, at: number): Window | null {
    const found = this.kept.get(who);
    return found && found.endsAt > at ? found : null;
  }

  private begin(who: string, at: number): Window {
    if (this.kept.size >= MOST_KEPT)
      for (const [each, { endsAt }] of this.kept) if (endsAt <= at) this.kept.delete(each);
    const window = { used: 0, endsAt: at + WINDOW_SECONDS * 1000 };
    this.kept.set(who, window);
    return window;
  }
}

const secondsOf = ({ endsAt }: Pick<Window, "endsAt">, at: number) =>
  Math.max(1, Math.ceil((endsAt - at) / 1000));

const keys = new Windows(PER_WINDOW);

/** By network: keys that open nothing. */
export const REFUSALS = new Windows(REFUSED_PER_WINDOW);

export type Rate = { isOver: boolean; headers: Record<string, string> };

/** Counts one request of a key. The headers are of the IETF's draft "RateLimit header fields for HTTP". */
export function countRequest(keyId: string, at = performance.now()): Rate {
  const window = keys.count(keyId, at);
  const isOver = window.used > PER_WINDOW;
  const seconds = secondsOf(window, at);
  return {
    isOver,
    headers: {
      "ratelimit-policy": `"key";q=${PER_WINDOW};w=${WINDOW_SECONDS}`,
      ratelimit: `"key";r=${Math.max(0, PER_WINDOW - window.used)};t=${seconds}`,
      ...(isOver && { "retry-after": String(seconds) }),
    },
  };
}
