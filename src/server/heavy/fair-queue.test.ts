// Turns: who sends much waits for themselves, whoever else comes is next, and nobody waits without end or bound.
import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { Refusal } from "@/domain/refusal.ts";
import { FairQueue, type Bounds } from "./fair-queue.ts";

const BOUNDS: Bounds = { atWork: 2, atWorkEach: 1, waiting: 6, waitingEach: 4 };

/** A queue whose work ends when the test says so, and the order in which it began. */
function scene(bounds: Bounds = BOUNDS) {
  const queue = new FairQueue(bounds);
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const send = (name: string, signal?: AbortSignal) => {
    const work = () =>
      new Promise<string>((resolve) => {
        began.push(name);
        ends.set(name, () => resolve(name));
      });
    return queue.run(name.charAt(0), work, signal);
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await settled();
  };
  return { send, end, began };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("one business never holds every place, and another's work begins at once", async () => {
  const { send, began } = scene();
  for (const name of ["a1", "a2", "a3"]) void send(name);
  await settled();
  expect(began).toEqual(["a1"]);
  void send("b1");
  await settled();
  expect(began).toEqual(["a1", "b1"]);
});

test("who waits gets turns one business after the other, each in its own order", async () => {
  const { send, end, began } = scene({ ...BOUNDS, atWork: 1 });
  for (const name of ["a1", "a2", "a3", "b1", "b2", "c1"]) void send(name);
  await settled();
  for (let at = 0; at < 6; at++) await end(began[at] ?? "");
  expect(began).toEqual(["a1", "a2", "b1", "c1", "a3", "b2"]);
});

test("one more than may wait is refused, and says when to try again", async () => {
  const { send, end } = scene();
  for (const name of ["a1", "a2", "a3", "a4", "a5"]) void send(name);
  await settled();
  await expect(send("a6")).rejects.toMatchObject({ code: "crowded", details: { seconds: 5 } });
  await end("a1");
  const later = send("a6");
  expect(await Promise.race([later, settled()])).toBeUndefined();
});

test("all together may only wait so many", async () => {
  const { send } = scene();
  for (const name of ["a1", "a2", "a3", "a4", "b1", "b2", "b3", "c1"]) void send(name);
  await settled();
  await expect(send("d1")).rejects.toThrow(Refusal);
});

test("who gives up leaves the line, and holds up nobody", async () => {
  const { send, end, began } = scene();
  void send("a1");
  const gone = new AbortController();
  const waiting = send("a2", gone.signal);
  void send("a3");
  gone.abort(new Error("the browser went away"));
  await expect(waiting).rejects.toThrow("the browser went away");
  await expect(send("a4", gone.signal)).rejects.toThrow("the browser went away");
  await end("a1");
  expect(began).toEqual(["a1", "a3"]);
});

test("work that fails gives its place back", async () => {
  const queue = new FairQueue(BOUNDS);
  const broken = () => Promise.reject(new Error("broken"));
  for (let n = 0; n < 5; n++) await expect(queue.run("a", broken)).rejects.toThrow("broken");
  expect(await queue.run("a", () => Promise.resolve("done"))).toBe("done");
});

test("whatever comes and ends in whatever order: all of it is done, never more at once than may be", async () => {
  const event = fc.record({ business: fc.constantFrom("a", "b", "c"), ends: fc.nat(5) });
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
      const queue = new FairQueue({ atWork: 3, atWorkEach: 2, waiting: 100, waitingEach: 100 });
      const atWork = new Map<string, number>();
      let done = 0;
      const one = ({ business, ends }: { business: string; ends: number }) =>
        queue.run(business, async () => {
          atWork.set(business, (atWork.get(business) ?? 0) + 1);
          expect(atWork.get(business)).toBeLessThanOrEqual(2);
          expect([...atWork.values()].reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(3);
          for (let n = 0; n < ends; n++) await Promise.resolve();
          atWork.set(business, (atWork.get(business) ?? 0) - 1);
          done += 1;
        });
      await Promise.all(events.map(one));
      expect(done).toBe(events.length);
    }),
  );
});

test("after its work a business rests as long as that took, and another one's begins meanwhile", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  try {
    const { send, end, began } = scene({ ...BOUNDS, atWork: 1, rest: 500 });
    for (const name of ["a1", "a2", "a3"]) void send(name);
    await settled();
    vi.advanceTimersByTime(300);
    await end("a1");
    void send("b1");
    await settled();
    expect(began).toEqual(["a1", "b1"]);
    vi.advanceTimersByTime(299);
    expect(began).toEqual(["a1", "b1"]);
    await end("b1");
    expect(began).toEqual(["a1", "b1"]);
    vi.advanceTimersByTime(1);
    await settled();
    expect(began).toEqual(["a1", "b1", "a2"]);
    vi.advanceTimersByTime(9_000);
    await end("a2");
    vi.advanceTimersByTime(500);
    await settled();
    expect(began.at(-1)).toBe("a3");
  } finally {
    vi.useRealTimers();
  }
});
