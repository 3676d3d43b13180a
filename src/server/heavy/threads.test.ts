// What becomes of a thread in trouble: whoever asked hears what it was, and the next job is done as ever.
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { ThreadLost, Threads, type Limits } from "./threads.ts";

const SCRIPT = join(import.meta.dirname, "../testing/troubled-thread.mjs");
const threadsWith = (limits: Partial<Limits> = {}) => {
  const made = new Threads({
    script: SCRIPT,
    execArgv: [],
    milliseconds: 20_000,
    megabytes: 64,
    kept: 1,
    ...limits,
  });
  threads.push(made);
  return made;
};
const threads: Threads[] = [];
afterEach(async () => {
  await Promise.all(threads.splice(0).map((each) => each.close()));
});

const doesNext = async (pool: Threads) =>
  expect(await pool.run({ job: "echo", input: { day: "2026-11-21" } })).toEqual({ day: "2026-11-21" });

test("a job's answer, its refusal and its error arrive as what they are", async () => {
  const pool = threadsWith();
  await doesNext(pool);
  await expect(pool.run({ job: "refuse", input: null })).rejects.toMatchObject({
    name: "Refusal",
    code: "file-refused",
    details: { line: 7 },
  });
  await expect(pool.run({ job: "fail", input: null })).rejects.toThrow(RangeError);
  await doesNext(pool);
});

test("how far a job is arrives before its answer, and one may be given longer", async () => {
  const pool = threadsWith({ milliseconds: 1 });
  const told: string[] = [];
  const onProgress = (done: number, of: number) => void told.push(`${done} of ${of}`);
  const options = { onProgress, milliseconds: 20_000 };
  expect(await pool.run({ job: "steps", input: 3 }, options)).toBe(3);
  expect(told).toEqual(["1 of 3", "2 of 3", "3 of 3"]);
});

test("a job that takes too long is stopped, and says so", async () => {
  const pool = threadsWith({ milliseconds: 4_000 });
  await expect(pool.run({ job: "spin", input: 60_000 })).rejects.toMatchObject({ code: "too-much-work" });
  await doesNext(pool);
});

test.each(["grow", "growOutside"])("a job that takes too much memory (%s) is stopped", async (job) => {
  const pool = threadsWith({ milliseconds: 600_000 });
  await expect(pool.run({ job, input: 600_000 })).rejects.toMatchObject({ code: "too-much-work" });
  await doesNext(pool);
});

test.each(["exit", "throwLater"])("a thread that ends at work (%s) is told as lost", async (job) => {
  const pool = threadsWith();
  await doesNext(pool);
  await expect(pool.run({ job, input: null })).rejects.toThrow(ThreadLost);
  await doesNext(pool);
});

test("what can't be copied to a thread is our mistake, told at once", async () => {
  const pool = threadsWith();
  await expect(pool.run({ job: "echo", input: () => {} })).rejects.toThrow("could not be cloned");
  await doesNext(pool);
});

test.each([
  [1, [1, 2]],
  [0, [1, 1]],
] as const)("of idle threads %i is kept for the next job", async (kept, counts) => {
  const pool = threadsWith({ kept });
  const asked = () => pool.run({ job: "count", input: null });
  expect([await asked(), await asked()]).toEqual(counts);
});

test("after a job that made a lot, the thread ends and the next job has a new one", async () => {
  const pool = threadsWith();
  const asked = (endAfter: boolean) => pool.run({ job: "count", input: null }, { endAfter });
  expect([await asked(false), await asked(true), await asked(false)]).toEqual([1, 2, 1]);
});

test("whoever gives up stops the work", async () => {
  const pool = threadsWith();
  const gone = new AbortController();
  const spinning = pool.run({ job: "spin", input: 60_000 }, { signal: gone.signal });
  gone.abort(new Error("the browser went away"));
  await expect(spinning).rejects.toThrow("the browser went away");
  await doesNext(pool);
});
