// How many mails runs send in a day: what is in the outbox counts, and what is still to go, each once, however often it is asked.
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { day } from "@/domain/values/day.ts";
import { freshBusiness, type Ledger } from "../story/ledger-dsl.ts";
import { deliverBatch, endRun, makeBatch, readUndelivered, rehearseBatch } from "./make-run.ts";
import { assertRoomForMails } from "./run-mails.ts";
import { approveRun, readRun, startRun } from "./runs.ts";

const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };

let business: Ledger;
beforeEach(async () => {
  business = await freshBusiness();
  for (const name of ["ann", "bo"])
    await business
      .customer(name, { email: `ap@${name}.example` })
      .invoice("10.00", "2026-01-05")
      .write();
});
afterAll(closePool);

async function rehearsed(asOf: string, deliver: "mail" | "print" = "mail"): Promise<string> {
  const { runId } = await business.change((books) =>
    startRun(books, inputOf(NewRun, { kind: "open-item", asOf: day(asOf), deliver })),
  );
  const run = await business.read((books) => readRun(books, runId));
  while (await business.change((books) => rehearseBatch(books, LETTERHEAD, run)));
  return runId;
}

/** Lets a run go, as its door does. */
const approve = (runId: string, most: number) =>
  business.change(async (books) => {
    await assertRoomForMails(books, { runId }, most);
    return approveRun(books, { runId });
  });

async function send(runId: string): Promise<void> {
  const run = await business.read((books) => readRun(books, runId));
  await business.change((books) => makeBatch(books, LETTERHEAD, run));
  const waiting = await business.read((books) => readUndelivered(books, runId, 100));
  await business.change((books) => deliverBatch(books, run, waiting));
  await business.change((books) => endRun(books, run));
}

const refused = { code: "too-many-mails" };

test("what breaks off before it goes through doesn't count, and what goes counts once", async () => {
  const runId = await rehearsed("2026-02-27");
  for (let times = 0; times < 3; times++) {
    const broken = business.change(async (books) => {
      await assertRoomForMails(books, { runId }, 3);
      throw new Error("the power is gone");
    });
    await expect(broken).rejects.toThrow("the power is gone");
  }
  await approve(runId, 3);
  const next = await rehearsed("2026-02-28");
  // Under way: on their way still.
  await expect(approve(next, 3)).rejects.toMatchObject(refused);
  await approve(next, 4);
});

test("what is in the outbox counts for a day, and it is said when there is room", async () => {
  const first = await rehearsed("2026-02-26");
  await approve(first, 2);
  await send(first);
  const next = await rehearsed("2026-02-27");
  const told = await approve(next, 3).catch(
    (error: { details: { seconds: number } }) => error.details.seconds,
  );
  expect(told).toBeGreaterThan(86_000);
  expect(told).toBeLessThanOrEqual(86_400);
  // One that mails nobody goes at any time.
  await approve(await rehearsed("2026-02-28", "print"), 0);
  await approve(next, 4);
});

test("of two that are let go at once, one has room", async () => {
  const runs = [await rehearsed("2026-02-27"), await rehearsed("2026-02-28")];
  const both = await Promise.allSettled(runs.map((runId) => approve(runId, 3)));
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: refused });
  const running = await business.read(({ tx }) =>
    tx.execute(sql`select from books.statement_runs where state = 'running'`),
  );
  expect(running).toHaveLength(1);
});
