// kill -9, of the database and of the process that posts, in the middle of a stream of postings.
import { expect, test } from "vitest";
import { crash } from "./crash-run.ts";

test(
  "nothing acknowledged is lost, nothing is half there, what was unknown is posted once",
  { timeout: 180_000 },
  async () => {
    const cycles = await crash({ cycles: 2, synchronousCommit: "on" });
    for (const cycle of cycles) expect(cycle).toMatchObject({ lost: 0, half: 0, broken: [] });
    const last = cycles.at(-1);
    // A stream of them, however slow the machine is just now.
    expect(last?.acked).toBeGreaterThan(20);
    expect(last?.events).toBe(last?.acked);
    // The kills came in the middle of something.
    expect(cycles.reduce((total, cycle) => total + cycle.unknown, 0)).toBeGreaterThan(0);
  },
);
