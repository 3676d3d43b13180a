// Turns at the one loop: whoever used less goes first, alone nobody waits, and nobody waits longer than may be.
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FairShares, type ShareBounds } from "./fair-shares.ts";

const BOUNDS: ShareBounds = { atWorkEach: 2, longestWait: 400, waiting: 8, waitingEach: 5 };

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Pages that end when the test says so, by the first letter of their business, and the order in which they began. */
function scene() {
  const turns = new FairShares(BOUNDS);
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const send = async (name: string, signal?: AbortSignal) => {
    const page = () =>
      new Promise<string>((resolve) => {
        began.push(name);
        ends.set(name, () => resolve(name));
      });
    const answer = turns.run(name.charAt(0), page, signal);
    answer.catch(() => undefined);
    await settled();
    return { answer };
  };
  const end = async (...names: string[]) => {
    for (const name of names) ends.get(name)?.();
    await settled();
  };
  const pass = async (milliseconds: number) => {
    await vi.advanceTimersByTimeAsync(milliseconds);
    await settled();
  };
  /** Pages one after the other, of so many milliseconds each. */
  const use = async (business: string, pages: number, milliseconds: number) => {
    for (let nth = 0; nth < pages; nth++) {
      await send(`${business}${nth}`);
      await pass(milliseconds);
      await end(`${business}${nth}`);
    }
    began.length = 0;
  };
  return { send, end, pass, use, began };
}

test("alone, a business waits for nobody but its own", async () => {
  const { send, end, began } = scene();
  for (const name of ["a1", "a2", "a3"]) await send(name);
  expect(began).toEqual(["a1", "a2"]);
  await end("a1");
  expect(began).toEqual(["a1", "a2", "a3"]);
});

test("who used more than its share waits while somebody else's page is rendered", async () => {
  const { send, end, use, began } = scene();
  await use("b", 1, 10);
  await use("a", 5, 100);
  for (const name of ["b1", "a1", "a2"]) await send(name);
  expect(began).toEqual(["b1"]);
  await end("b1");
  expect(began).toEqual(["b1", "a1"]);
});

test("who used less begins at once, beside whoever is at work", async () => {
  const { send, use, began } = scene();
  await use("b", 1, 10);
  await use("a", 5, 100);
  for (const name of ["a1", "b1", "b2"]) await send(name);
  expect(began).toEqual(["a1", "b1", "b2"]);
});

test("pages at once share the time: two of one business beside one of another use two thirds", async () => {
  const { send, end, pass, began } = scene();
  for (const name of ["a1", "a2", "b1"]) await send(name);
  await pass(300);
  await end("a1", "a2", "b1");
  began.length = 0;
  // a has used 200 of its 150, b 100 of as many.
  for (const name of ["b2", "a3", "b3"]) await send(name);
  expect(began).toEqual(["b2", "b3"]);
});

test("alone again, it has the whole loop, whatever it used", async () => {
  const { send, pass, use, began } = scene();
  await use("b", 1, 10);
  await use("a", 5, 100);
  await pass(2000);
  for (const name of ["a1", "a2"]) await send(name);
  expect(began).toEqual(["a1", "a2"]);
});

test("what was used is made up for in time", async () => {
  const { send, end, pass, use, began } = scene();
  await use("b", 1, 10);
  await use("a", 5, 100);
  for (const nth of [1, 2, 3]) {
    await pass(300);
    await send(`b${nth}`);
    await end(`b${nth}`);
  }
  for (const name of ["b4", "a1", "a2"]) await send(name);
  expect(began).toEqual(["b1", "b2", "b3", "b4", "a1", "a2"]);
});

test("nobody at the head of a line waits longer than may be, and the one behind waits anew", async () => {
  const { send, pass, use, began } = scene();
  await use("b", 1, 10);
  await use("a", 5, 100);
  for (const name of ["b1", "a1", "a2"]) await send(name);
  await pass(399);
  expect(began).toEqual(["b1"]);
  await pass(1);
  expect(began).toEqual(["b1", "a1"]);
  await pass(399);
  expect(began).toHaveLength(2);
  await pass(1);
  expect(began).toEqual(["b1", "a1", "a2"]);
});

test("one more than may wait is refused; who gives up holds up nobody", async () => {
  const { send, end, began } = scene();
  await send("a1");
  await send("a2");
  const gone = new AbortController();
  const given = await send("a3", gone.signal);
  for (const name of ["a4", "a5", "a6", "a7"]) await send(name);
  await expect((await send("a8")).answer).rejects.toMatchObject({ code: "crowded" });
  gone.abort(new Error("the browser went away"));
  await expect(given.answer).rejects.toThrow("the browser went away");
  await end("a1");
  expect(began).toEqual(["a1", "a2", "a4"]);
});

test("whatever comes in whatever order: each page is rendered, and at the end nobody is left", async () => {
  vi.useRealTimers();
  const page = fc.record({ business: fc.constantFrom("a", "b", "c"), ticks: fc.nat(5), fails: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(page, { maxLength: 30 }), async (pages) => {
      const turns = new FairShares({ atWorkEach: 2, longestWait: 5, waiting: 100, waitingEach: 100 });
      const rendered = await Promise.allSettled(
        pages.map(({ business, ticks, fails }) =>
          turns.run(business, async () => {
            for (let n = 0; n < ticks; n++) await settled();
            if (fails) throw new Error("broken");
          }),
        ),
      );
      expect(rendered.map(({ status }) => status)).toEqual(
        pages.map(({ fails }) => (fails ? "rejected" : "fulfilled")),
      );
    }),
    { numRuns: 50 },
  );
});
