// Tells when the machine's clock jumps: "today", due dates and "as known at" all hang on it. The steady clock of the
// process goes on beside it, and what the two differ by, the wall clock was moved.
import { now } from "./clock.ts";
import { log } from "./log.ts";

const DAY_MS = 86_400_000;
const EVERY_MS = 60_000;

type Hands = { wall: number; steady: number };

/** To be called now and then; says by how many days the clock was moved since, where that is more than one. */
export function clockWatch(read: () => Hands = hands): () => number | null {
  let last = read();
  return () => {
    const next = read();
    const moved = (next.wall - last.wall - (next.steady - last.steady)) / DAY_MS;
    last = next;
    return Math.abs(moved) > 1 ? moved : null;
  };
}

const hands = (): Hands => ({ wall: now().getTime(), steady: performance.now() });

export function watchClock(): void {
  const moved = clockWatch();
  setInterval(() => tell(moved()), EVERY_MS).unref();
}

function tell(days: number | null): void {
  if (days === null) return;
  const by = `${Math.abs(Math.round(days))} days ${days > 0 ? "ahead" : "back"}`;
  log().error(
    { days },
    `the machine's clock jumped ${by}: if that is wrong, set it before anything else is recorded, since days and ` +
      "instants are taken from it; a machine that slept tells the same.",
  );
}
