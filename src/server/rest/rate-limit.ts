// How often one key may ask: counted by this process, since a count in the database would cost more than most answers. Where
// several processes serve, each counts its own.

export const PER_WINDOW = 1200;
export const WINDOW_SECONDS = 60;
/** Keys that nobody asked with for a window are forgotten once there are so many. */
const MOST_KEPT = 10_000;

type Window = { used: number; endsAt: number };
const windows = new Map<string, Window>();

export type Rate = { isOver: boolean; headers: Record<string, string> };

/** Counts one request of a key. The headers are of the IETF's draft "RateLimit header fields for HTTP". */
export function countRequest(keyId: string, at = performance.now()): Rate {
  const kept = windows.get(keyId);
  const window = kept && kept.endsAt > at ? kept : { used: 0, endsAt: at + WINDOW_SECONDS * 1000 };
  if (window !== kept) {
    if (windows.size >= MOST_KEPT)
      for (const [id, { endsAt }] of windows) if (endsAt <= at) windows.delete(id);
    windows.set(keyId, window);
  }
  window.used += 1;
  const isOver = window.used > PER_WINDOW;
  const seconds = Math.max(1, Math.ceil((window.endsAt - at) / 1000));
  return {
    isOver,
    headers: {
      "ratelimit-policy": `"key";q=${PER_WINDOW};w=${WINDOW_SECONDS}`,
      ratelimit: `"key";r=${Math.max(0, PER_WINDOW - window.used)};t=${seconds}`,
      ...(isOver && { "retry-after": String(seconds) }),
    },
  };
}
