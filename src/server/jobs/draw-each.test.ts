// What passes by itself is no paper's fault; what is fails alone, and is told.
import { expect, test } from "vitest";
import { BrokenClaim } from "@/domain/assert.ts";
import { DatabaseAway } from "@/db/away.ts";
import { Refusal } from "@/domain/refusal.ts";
import { ThreadLost } from "../heavy/threads.ts";
import { drawEach } from "./draw-each.ts";

const PDF = new Uint8Array([1]);

/** `fails`: of a batch and how often it was asked so far, what is thrown. */
function drawing(fails: {
  read?: (batch: readonly string[]) => unknown;
  draw?: (batch: readonly string[], nth: number) => unknown;
}) {
  const drawn: string[] = [];
  const pauses: number[] = [];
  return {
    drawn,
    pauses,
    read: async (batch: readonly string[]) => {
      const error = fails.read?.(batch);
      if (error) throw error;
      return batch;
    },
    draw: async (batch: readonly string[]) => {
      drawn.push(batch.join(""));
      const error = fails.draw?.(batch, drawn.length);
      if (error) throw error;
      return batch.map(() => PDF);
    },
    pause: async (milliseconds: number) => void pauses.push(milliseconds),
  };
}
const papersOf = ({ papers }: { papers: { of: string }[] }) => papers.map(({ of }) => of).join("");

test("a database that is away is thrown, and no paper is told as faulty", async () => {
  const away = new DatabaseAway("nothing", new Error("gone"));
  const how = drawing({ read: () => away });
  await expect(drawEach(["a", "b"], how)).rejects.toBe(away);
  expect(how.drawn).toEqual([]);
});

test("a full queue is waited for", async () => {
  const how = drawing({ draw: (_, nth) => (nth < 3 ? new Refusal("crowded") : null) });
  const drawn = await drawEach(["a", "b"], how);
  expect([papersOf(drawn), drawn.faulty, how.drawn]).toEqual(["ab", [], ["ab", "ab", "ab"]]);
  expect(how.pauses).toEqual([5000, 5000]);
});

test("a thread that is lost twice draws them all the same", async () => {
  const how = drawing({ draw: (_, nth) => (nth < 3 ? new ThreadLost("ended") : null) });
  const drawn = await drawEach(["a", "b"], how);
  expect([papersOf(drawn), drawn.faulty, how.drawn]).toEqual(["ab", [], ["ab", "a", "a", "b"]]);
});

test("the one that fails again and again is told; the others are drawn", async () => {
  const broken = new Error("no such glyph");
  const how = drawing({ draw: (batch) => (batch.includes("b") ? broken : null) });
  const drawn = await drawEach(["a", "b", "c"], how);
  expect([papersOf(drawn), drawn.faulty]).toEqual(["ac", [{ of: "b", error: broken }]]);
  expect(how.drawn).toEqual(["abc", "a", "b", "b", "b", "c"]);
});

test("one that takes too much isn't tried again by itself", async () => {
  const tooMuch = new Refusal("too-much-work");
  const how = drawing({ draw: () => tooMuch });
  expect(await drawEach(["a"], how)).toEqual({ papers: [], faulty: [{ of: "a", error: tooMuch }] });
  expect(how.drawn).toEqual(["a"]);
});

test("a paper whose picture isn't kept is its own fault", async () => {
  const missing = new BrokenClaim("a picture that a paper carries is kept");
  const how = drawing({ read: (batch) => (batch.includes("a") ? missing : null) });
  const drawn = await drawEach(["a", "b"], how);
  expect([papersOf(drawn), drawn.faulty]).toEqual(["b", [{ of: "a", error: missing }]]);
});
