// Papers drawn in threads: our own loop stays free, another business's paper isn't behind twenty, one more than may
// wait is refused, and the file is the one that would have been drawn here.
import { performance } from "node:perf_hooks";
import { beforeAll, expect, test } from "vitest";
import { longAccount, sampleStatement } from "@/documents/samples.ts";
import { statementPdf } from "@/documents/statement-pdf.tsx";
import { day } from "@/domain/values/day.ts";
import { Refusal } from "@/domain/refusal.ts";
import { runHeavy } from "./run-heavy.ts";

const long = sampleStatement(longAccount(100), { fromOn: day("2010-01-01") });
const short = sampleStatement();

beforeAll(async () => {
  // Both threads are there and warm before anything is compared.
  await Promise.all([
    runHeavy("warm-a", "statement-pdf", { statement: short, logo: null }),
    runHeavy("warm-b", "statement-pdf", { statement: short, logo: null }),
  ]);
}, 120_000);

test("a paper from a thread is the very file that is drawn here", async () => {
  const [there, here] = await Promise.all([
    runHeavy("a", "statement-pdf", { statement: short, logo: null }),
    statementPdf(short),
  ]);
  expect(Buffer.from(there).equals(here)).toBe(true);
});

test("twenty papers of one business leave the loop free and don't stand before another's one", async () => {
  const before = performance.eventLoopUtilization();
  let drawn = 0;
  const twenty = Array.from({ length: 20 }, async () => {
    await runHeavy("a", "statement-pdf", { statement: long, logo: null });
    drawn += 1;
  });
  await runHeavy("b", "statement-pdf", { statement: short, logo: null });
  expect(drawn).toBeLessThan(10);
  await Promise.all(twenty);
  // Drawn here they would keep it busy all the time.
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
}, 240_000);

test("one more than may wait is refused at once, and what waits is drawn all the same", async () => {
  // Of a business that has no rest from before.
  const asked = Array.from({ length: 30 }, () =>
    runHeavy("c", "statement-pdf", { statement: short, logo: null }),
  );
  const ends = await Promise.allSettled(asked);
  const refused = ends.filter((end) => end.status === "rejected");
  expect(refused.length).toBeGreaterThanOrEqual(4);
  for (const { reason } of refused) {
    expect(reason).toBeInstanceOf(Refusal);
    expect(reason).toMatchObject({ code: "crowded", details: { seconds: 5 } });
  }
  expect(ends.length - refused.length).toBeGreaterThanOrEqual(25);
}, 120_000);
