// Who dies is started again, ever more slowly; the worker as often as it takes, the web server while it can live.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { supervise } from "./supervisor.mjs";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type Facts = { name: string; how: string };
type Running = { exited: Promise<string>; stop: () => Promise<void>; die: (how: string) => void };

/** Something that runs until it is told to die. */
function running(): Running {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { exited: promise, die: resolve, stop: async () => resolve("stopped") };
}

function nursery({ vital = false, launch = async () => running() } = {}) {
  const ended: Facts[] = [];
  const said: string[] = [];
  const lives: Running[] = [running()];
  const all = supervise({
    giveUp: (facts: Facts) => void ended.push(facts),
    say: (what: string) => void said.push(what),
  });
  const again = async () => {
    const next = await launch();
    lives.push(next);
    return next;
  };
  all.keep("the worker", lives[0], { launch: again, vital, log: undefined });
  const die = async (how = "SIGKILL") => {
    lives.at(-1)?.die(how);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { all, ended, said, lives, die };
}

test("before the start is over a death ends it", async () => {
  const { ended, lives, die } = nursery();
  await die("exit code 1");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ended).toEqual([{ name: "the worker", how: "exit code 1", log: undefined }]);
  expect(lives).toHaveLength(1);
});

test("who dies is started again, ever more slowly while it dies young", async () => {
  const { all, ended, said, lives, die } = nursery();
  all.settle();
  const waits: number[] = [];
  for (let n = 1; n <= 12; n++) {
    await die();
    const from = performance.now();
    while (lives.length === n) await vi.advanceTimersByTimeAsync(250);
    waits.push(performance.now() - from);
  }
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, ...Array<number>(6).fill(30_000)]);
  expect(said[0]).toBe("the worker stopped by itself (SIGKILL); starting it again in 0.5 s.");
  await vi.advanceTimersByTimeAsync(31_000);
  await die();
  await vi.advanceTimersByTimeAsync(250);
  expect(lives).toHaveLength(14);
  expect(ended).toEqual([]);
});

test("what the counter needs, and what can't live, ends the whole, once", async () => {
  const launch = () => Promise.reject(new Error("port 3000 is in use by another program."));
  const { all, ended, die } = nursery({ vital: true, launch });
  all.settle();
  await die();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(ended).toEqual([
    { name: "the worker", how: "port 3000 is in use by another program.", log: undefined },
  ]);
});

test("told to stop, nobody comes back", async () => {
  const { all, ended, lives, die } = nursery({ vital: true });
  all.settle();
  await die();
  await all.stop();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(lives).toHaveLength(1);
  expect(ended).toEqual([]);
});
