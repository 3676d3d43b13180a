// A run of statements: rehearsed, approved, made once for each customer, whoever begins it twice and wherever it stops.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { day } from "@/domain/values/day.ts";
import type { z } from "zod";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { deliverBatch, endRun, makeBatch, readUndelivered, rehearseBatch } from "./make-run.ts";
import { listRunEntries, readRunExceptions } from "./run-list.ts";
import {
  approveRun,
  cancelRun,
  changeRunEntry,
  isRunning,
  readRun,
  readRunFigures,
  startRun,
} from "./runs.ts";
import { retryRun } from "./retry-run.ts";
import { listStatements } from "./statement-list.ts";
import { readStatement } from "./statements.ts";

const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };
const ASOF = day("2026-02-28");

let business: Awaited<ReturnType<typeof freshBusiness>>;

beforeEach(async () => {
  business = await freshBusiness();
  await business
    .customer("Owes", { email: "ap@owes.example" })
    .invoice("100.00", "2026-01-05", { dueOn: "2026-01-20" })
    .write();
  await business.customer("Current", { email: "ap@current.example" }).invoice("50.00", "2026-02-20").write();
  await business.customer("Credit").paid("30.00", "2026-02-10").write();
  await business.customer("Settled").invoice("10.00", "2026-01-05").paid("10.00", "2026-01-10").write();
  await business.customer("Nothing yet").write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const start = (more: Partial<z.input<typeof NewRun>> = {}) =>
  business.change((books) =>
    startRun(books, inputOf(NewRun, { kind: "open-item", asOf: ASOF, deliver: "mail", ...more })),
  );
const runOf = (runId: string) => business.read((books) => readRun(books, runId));
const figures = (runId: string) => business.read((books) => readRunFigures(books, runId));

async function rehearse(runId: string): Promise<void> {
  const run = await runOf(runId);
  while (await business.change((books) => rehearseBatch(books, LETTERHEAD, run)));
}

async function make(runId: string): Promise<void> {
  const run = await runOf(runId);
  while ((await business.change((books) => makeBatch(books, LETTERHEAD, run))).taken > 0);
  const waiting = await business.read((books) => readUndelivered(books, runId, 100));
  await business.change((books) => deliverBatch(books, run, waiting));
  await business.change((books) => endRun(books, run));
}

const approve = (runId: string) => business.change((books) => approveRun(books, { runId }));

const entries = async (runId: string) => {
  const { rows } = await business.read((books) => listRunEntries(books, { runId }));
  return rows.map((row) => [row.customerName, row.state, row.skipped, row.closingCents]);
};

test("a rehearsal numbers nothing, and says of each customer what would become of them", async () => {
  const { runId } = await start();
  await rehearse(runId);
  expect(await runOf(runId)).toMatchObject({ state: "rehearsed", deliver: "mail" });
  expect(await entries(runId)).toEqual([
    ["Credit", "ready", null, -30_00],
    ["Current", "ready", null, 50_00],
    ["Owes", "ready", null, 100_00],
    ["Settled", "skipped", "nothing", 0],
  ]);
  const told = await business.read((books) => readRunExceptions(books, runId));
  expect(told.map(({ name, exception }) => [name, exception])).toEqual([
    ["Owes", "first-address"],
    ["Current", "first-address"],
    ["Credit", "new-credit"],
    ["Credit", "no-address"],
  ]);
  expect((await business.read((books) => listStatements(books, {}))).rows).toEqual([]);
});

test.each([
  [{ minCents: 6000 }, ["Owes"]],
  [{ pastDueOnly: true }, ["Owes"]],
  [{ reachedBy: "letter" }, ["Credit"]],
  [{ reachedBy: "mail" }, ["Current", "Owes"]],
] as const)("chosen by %j: %j", async (selection, names) => {
  const { runId } = await start({ selection: selection as z.input<typeof NewRun>["selection"] });
  await rehearse(runId);
  const ready = (await entries(runId)).filter(([, state]) => state === "ready");
  expect(ready.map(([name]) => name)).toEqual(names);
});

test("who had no activity is left out of a run of those who had, also by open item", async () => {
  for (const kind of ["open-item", "activity"] as const) {
    const { runId } = await start({ kind, selection: { activeOnly: true } });
    await rehearse(runId);
    const ready = (await entries(runId)).filter(([, state]) => state === "ready");
    expect(ready.map(([name]) => name)).toEqual(["Credit", "Current"]);
  }
});

test("made, each has its number and is the statement of its day; mails go to whoever has an address", async () => {
  const { runId } = await start();
  await rehearse(runId);
  await approve(runId);
  await make(runId);
  expect(await figures(runId)).toMatchObject({
    made: 3,
    madeCents: 120_00,
    delivered: 3,
    skipped: 1,
    failed: 0,
  });
  expect((await runOf(runId)).state).toBe("done");
  const { rows } = await business.read((books) => listStatements(books, {}));
  expect(rows.map((row) => row.number).sort()).toEqual(["S-00001", "S-00002", "S-00003"]);
  expect(new Map(rows.map((row) => [row.customerName, row.mails]))).toEqual(
    new Map([
      ["Credit", 0],
      ["Current", 1],
      ["Owes", 1],
    ]),
  );
  for (const { statementId, number } of rows) {
    const { statement } = await business.read((books) => readStatement(books, statementId));
    expect(statement).toMatchObject({ number, kind: "open-item", asOf: ASOF });
  }
});

test("the same choice again is the same run, also when both begin at once; after a cancelled one it is another", async () => {
  const all = await Promise.all([start(), start(), start()]);
  expect(new Set(all.map(({ runId }) => runId)).size).toBe(1);
  expect(all.filter(({ fresh }) => fresh)).toHaveLength(1);
  const [{ runId }] = all;
  await business.change((books) => cancelRun(books, { runId }));
  const again = await start();
  expect(again.fresh).toBe(true);
  expect(again.runId).not.toBe(runId);
  expect((await start({ kind: "activity" })).fresh).toBe(true);
});

test("two workers at once make each customer's once, and number without a gap", async () => {
  for (let n = 0; n < 60; n++) await business.customer(`Customer ${n}`).invoice("1.00", "2026-02-01").write();
  const { runId } = await start({ deliver: "none" });
  await rehearse(runId);
  await approve(runId);
  await Promise.all([make(runId), make(runId), make(runId)]);
  const rows = await business.read(({ tx }) =>
    tx.execute<{ number: string; account_id: string }>(
      sql`select number, account_id from books.statements order by number`,
    ),
  );
  expect(rows).toHaveLength(63);
  expect(new Set(rows.map((row) => row.account_id)).size).toBe(63);
  expect(rows.map((row) => row.number)).toEqual(rows.map((_, n) => `S-${String(n + 1).padStart(5, "0")}`));
});

test("a batch that broke off after its statements, or before its mails, is gone on with", async () => {
  const { runId } = await start();
  await rehearse(runId);
  await approve(runId);
  const run = await runOf(runId);
  const died = business.change(async (books) => {
    await makeBatch(books, LETTERHEAD, run);
    throw new Error("power cut");
  });
  await expect(died).rejects.toThrow("power cut");
  expect(await figures(runId)).toMatchObject({ ready: 3, made: 0 });
  await business.change((books) => makeBatch(books, LETTERHEAD, run));
  const waiting = await business.read((books) => readUndelivered(books, runId, 100));
  const deliver = () => business.change((books) => deliverBatch(books, run, waiting));
  await expect(
    business.change(async (books) => {
      await deliverBatch(books, run, waiting);
      throw new Error("power cut");
    }),
  ).rejects.toThrow("power cut");
  expect(await deliver()).toHaveLength(2);
  expect(await deliver()).toEqual([]);
  await make(runId);
  const { rows } = await business.read((books) => listStatements(books, {}));
  expect(rows).toHaveLength(3);
  expect(rows.reduce((sum, row) => sum + row.mails, 0)).toBe(2);
});

test("called off, it stops, and what was made stays", async () => {
  const { runId } = await start();
  await rehearse(runId);
  await approve(runId);
  await business.change((books) => cancelRun(books, { runId }));
  expect(await business.read((books) => isRunning(books, { runId }))).toBe(false);
  const retry: typeof approveRun = async (books, on) => {
    await retryRun(books, LETTERHEAD, on);
    return on;
  };
  for (const act of [approveRun, cancelRun, retry])
    await expect(business.change((books): Promise<unknown> => act(books, { runId }))).rejects.toMatchObject({
      code: "run-elsewhere",
    });
});

test("a customer is taken out by hand and put back, until it is approved", async () => {
  const { runId } = await start();
  await rehearse(runId);
  const { rows } = await business.read((books) => listRunEntries(books, { runId, search: "owes" }));
  const accountId = rows[0]?.accountId ?? "";
  const change = (to: "ready" | "left-out") =>
    business.change((books) => changeRunEntry(books, { runId, entryId: accountId, to }));
  await change("left-out");
  expect(await figures(runId)).toMatchObject({ ready: 2, skipped: 2 });
  await expect(change("left-out")).rejects.toMatchObject({ code: "not-found" });
  await change("ready");
  await change("left-out");
  await approve(runId);
  await expect(change("ready")).rejects.toMatchObject({ code: "run-elsewhere" });
  await make(runId);
  expect(await figures(runId)).toMatchObject({ made: 2 });
});

test("what happened on the account between rehearsal and approval is on the statement", async () => {
  const { runId } = await start();
  await rehearse(runId);
  const [owes] = (await business.read((books) => listRunEntries(books, { runId, search: "owes" }))).rows;
  await business
    .account({ accountId: owes?.accountId ?? "", customerId: owes?.customerId ?? "", number: "" })
    .paid("40.00", "2026-02-27")
    .write();
  await approve(runId);
  await make(runId);
  expect(await figures(runId)).toMatchObject({ madeCents: 80_00 });
});

test("a day to come, and days the wrong way round, are refused", async () => {
  await expect(start({ asOf: day("2099-01-01") })).rejects.toMatchObject({ code: "date-in-future" });
  await expect(start({ fromOn: day("2026-03-01") })).rejects.toMatchObject({ code: "range-backwards" });
});
