// Runs that come by themselves: begun on their day, once, as of the right day, and ended.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRunSchedule } from "@/domain/statements/run-input.ts";
import { present } from "@/domain/assert.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { rehearseBatch } from "./make-run.ts";
import { beginScheduledRun, endRunSchedule, readRunSchedules, startRunSchedule } from "./run-schedules.ts";
import { readRun } from "./runs.ts";

const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };

afterAll(closePool);

const on = async (today: string, goes: "rehearsal" | "through" = "rehearsal") => {
  const business = await freshBusiness({ today });
  await business.customer("Owes").invoice("100.00", "2026-01-05").write();
  const asked = inputOf(NewRunSchedule, { kind: "open-item", deliver: "none", on: "first", goes });
  await business.change((books) => startRunSchedule(books, asked));
  const next = async () =>
    present((await business.read((books) => readRunSchedules(books)))[0], "there is one");
  return { business, next };
};

test("on the first it is of the end of the month before, once, whoever else begins it", async () => {
  const { business, next } = await on("2026-06-01");
  const schedule = await next();
  expect(schedule.nextOn).toBe("2026-06-01");
  const begun = await Promise.all(
    [1, 2, 3].map(() => business.change((books) => beginScheduledRun(books, schedule))),
  );
  const made = begun.filter((run) => run !== null);
  expect(made).toHaveLength(1);
  const runId = present(made[0], "one was begun").runId;
  expect(await business.read((books) => readRun(books, runId))).toMatchObject({
    asOf: "2026-05-31",
    fromOn: "2026-05-01",
    state: "rehearsing",
  });
  expect(await next()).toMatchObject({ nextOn: "2026-07-01", lastRunId: runId });
});

test.each([
  ["rehearsal", false],
  ["through", true],
] as const)("%s: after its rehearsal it goes on by itself: %s", async (goes, goesThrough) => {
  const { business, next } = await on("2026-06-01", goes);
  const schedule = await next();
  const { runId } = present(
    await business.change((books) => beginScheduledRun(books, schedule)),
    "it is due",
  );
  const run = await business.read((books) => readRun(books, runId));
  while (await business.change((books) => rehearseBatch(books, LETTERHEAD, run)));
  expect(await business.read((books) => readRun(books, runId))).toMatchObject({
    state: "rehearsed",
    isScheduled: true,
    goesThrough,
  });
});

test("ended, none comes", async () => {
  const { business, next } = await on("2026-06-01");
  const schedule = await next();
  const end = () => business.change((books) => endRunSchedule(books, schedule.scheduleId));
  await end();
  expect(await business.change((books) => beginScheduledRun(books, schedule))).toBeNull();
  await expect(end()).rejects.toMatchObject({ code: "not-found" });
});
