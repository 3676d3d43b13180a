// Asking a server for pages as many people do: at fixed times, whatever became of the earlier ones (an open loop), or
// each as soon as their last page has come (a closed loop).
import { percentile, round, type Row } from "./table.ts";

type Ask = (nth: number) => Promise<unknown>;

/** Each request's time counts from when it was due, so a server that falls behind can't hide it. */
export async function openLoop(what: string, ask: Ask, { perSecond = 20, seconds = 30 } = {}): Promise<Row> {
  const count = perSecond * seconds;
  const start = performance.now();
  const asked: Promise<number>[] = [];
  let latest = 0;
  for (let nth = 0; nth < count; nth++) {
    const due = start + (nth * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    latest = Math.max(latest, performance.now() - due);
    asked.push(ask(nth).then(() => performance.now() - due));
  }
  const sent = (performance.now() - start) / 1000;
  const taken = (await Promise.all(asked)).sort((a, b) => a - b);
  return rowOf(`${what}, sent ${perSecond} a second (the latest ${round(latest, 0)} ms late)`, taken, sent);
}

/** So many clients for so long. */
export async function closedLoop(what: string, ask: Ask, { clients = 8, seconds = 10 } = {}): Promise<Row> {
  const start = performance.now();
  const taken: number[] = [];
  let nth = 0;
  const client = async () => {
    while (performance.now() - start < seconds * 1000) {
      const from = performance.now();
      await ask(nth++);
      taken.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const lasted = (performance.now() - start) / 1000;
  return rowOf(
    `${what}, ${clients} clients`,
    taken.sort((a, b) => a - b),
    lasted,
  );
}

/** `taken`: ms, the shortest first. */
export const rowOf = (what: string, taken: readonly number[], seconds: number): Row => ({
  what,
  "p50 ms": round(percentile(taken, 0.5), 1),
  "p95 ms": round(percentile(taken, 0.95), 1),
  "p99 ms": round(percentile(taken, 0.99), 1),
  "max ms": round(taken.at(-1) ?? Number.NaN, 1),
  "a second": round(taken.length / seconds, 1),
});
