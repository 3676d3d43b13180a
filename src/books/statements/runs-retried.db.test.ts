// What failed in a run is tried again, and nothing else: what was made keeps its number and its mail, and no customer gets two.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { deliverBatch, endRun, failEntry, makeBatch, readUndelivered, rehearseBatch } from "./make-run.ts";
import { retryRun } from "./retry-run.ts";
import { approveRun, readRun, readRunFigures, startRun } from "./runs.ts";

const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };
const NAMES = ["ann", "bo", "cy", "di"];

afterAll(closePool);

test("only those that failed are made or drawn again, each once; then nothing is left to try", async () => {
  const business = await freshBusiness();
  const accountIds: string[] = [];
  for (const name of NAMES) {
    const story = business.customer(name, { email: `ap@${name}.example` }).invoice("10.00", "2026-01-05");
    accountIds.push((await story.write()).accountId);
  }
  const [unmade, undrawn] = accountIds.map((id) => present(id, "they have accounts"));
  const { runId } = await business.change((books) =>
    startRun(books, inputOf(NewRun, { kind: "open-item", asOf: day("2026-02-28"), deliver: "mail" })),
  );
  const run = await business.read((books) => readRun(books, runId));
  const fail = (accountId = "") =>
    business.change((books) => failEntry(books, run, { accountId, fault: "It broke." }));
  const make = async () => {
    while ((await business.change((books) => makeBatch(books, LETTERHEAD, run))).taken > 0);
  };
  const deliver = async () => {
    const waiting = await business.read((books) => readUndelivered(books, runId, 100));
    await business.change((books) => deliverBatch(books, run, waiting));
    await business.change((books) => endRun(books, run));
    return waiting.map(({ accountId }) => accountId);
  };
  const figures = () => business.read((books) => readRunFigures(books, runId));
  const mailed = () =>
    business.read(({ tx }) =>
      tx.execute<{ account_id: string; number: string; statement_id: string; mail: string }>(sql`
        select s.account_id, s.number, s.id as statement_id, o.id as mail
        from books.statements s left join books.outbox o on o.statement_id = s.id order by s.number`),
    );

  while (await business.change((books) => rehearseBatch(books, LETTERHEAD, run)));
  await business.change((books) => approveRun(books, { runId }));
  await fail(unmade);
  await make();
  await fail(undrawn);
  await deliver();
  expect(await business.read((books) => readRun(books, runId))).toMatchObject({ state: "done" });
  expect(await figures()).toMatchObject({ made: 2, delivered: 2, failed: 2 });
  const before = await mailed();
  expect(before.filter(({ mail }) => mail !== null)).toHaveLength(2);

  expect(await business.change((books) => retryRun(books, LETTERHEAD, { runId }))).toEqual({
    retried: 2,
    state: "running",
  });
  expect(await figures()).toMatchObject({ ready: 1, made: 3, delivered: 2, failed: 0 });
  await make();
  expect(new Set(await deliver())).toEqual(new Set([unmade, undrawn]));
  expect(await figures()).toMatchObject({ ready: 0, made: 4, delivered: 4, failed: 0 });
  expect(await business.read((books) => readRun(books, runId))).toMatchObject({ state: "done" });

  const after = await mailed();
  expect(after.map(({ number }) => number)).toEqual(["S-00001", "S-00002", "S-00003", "S-00004"]);
  expect(new Set(after.map((row) => row.account_id))).toEqual(new Set(accountIds));
  expect(new Set(after.map((row) => row.mail)).size).toBe(4);
  // The statement that wasn't drawn is the same one, and those that went well have their one mail still.
  for (const row of before)
    expect(after).toContainEqual(row.mail === null ? { ...row, mail: expect.any(String) } : row);

  const again = business.change((books) => retryRun(books, LETTERHEAD, { runId }));
  await expect(again).rejects.toMatchObject({ code: "run-elsewhere" });
  expect(await business.read((books) => readRun(books, runId))).toMatchObject({ state: "done" });
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});

/** What each of a run that owes at least 50.00 came to, when all of them had failed in its rehearsal. */
async function failedInRehearsal(owed: Record<string, string>) {
  const business = await freshBusiness();
  const names = new Map<string, string>();
  for (const [name, amount] of Object.entries(owed)) {
    const story = business.customer(name, { email: `ap@${name}.example` }).invoice(amount, "2026-01-05");
    names.set((await story.write()).accountId, name);
  }
  const selection = { minCents: cents(50_00) };
  const asked = { asOf: day("2026-02-28"), selection, deliver: "mail" } as const;
  const { runId } = await business.change((books) =>
    startRun(books, inputOf(NewRun, { kind: "open-item", ...asked })),
  );
  const run = await business.read((books) => readRun(books, runId));
  while (await business.change((books) => rehearseBatch(books, LETTERHEAD, run)));
  await business.change(({ tx }) =>
    tx.execute(sql`
      update books.statement_run_entries set state = 'failed', skipped = null, exceptions = '{}', fault = 'It broke.'`),
  );
  await business.change((books) => approveRun(books, { runId }));
  await business.change((books) => endRun(books, run));
  const retry = () => business.change((books) => retryRun(books, LETTERHEAD, { runId }));
  const entries = async () => {
    const rows = await business.read(({ tx }) =>
      tx.execute<{ account_id: string; state: string; skipped: string | null; exceptions: string[] }>(
        sql`select account_id, state, skipped, exceptions from books.statement_run_entries`,
      ),
    );
    return Object.fromEntries(
      rows.map((row) => [names.get(row.account_id), [row.state, row.skipped, row.exceptions]]),
    );
  };
  return { business, runId, retry, entries };
}

test("what failed in the rehearsal is judged when it is tried again, and waits where somebody should look first", async () => {
  const { business, runId, retry, entries } = await failedInRehearsal({ ann: "80.00", bo: "20.00" });
  expect(await retry()).toEqual({ retried: 1, state: "rehearsed" });
  expect(await entries()).toEqual({
    ann: ["ready", null, ["first-address"]],
    bo: ["skipped", "minimum", []],
  });
  const run = await business.read((books) => readRun(books, runId));
  expect([run.state, run.endedAt]).toEqual(["rehearsed", null]);
  await business.change((books) => approveRun(books, { runId }));
  await business.change((books) => makeBatch(books, LETTERHEAD, run));
  expect(await business.read((books) => readRunFigures(books, runId))).toMatchObject({ made: 1, skipped: 1 });
});

test("a run of which something was made never waits anew: what nobody saw stays out until it is tried once more", async () => {
  const { business, runId, retry, entries } = await failedInRehearsal({ ann: "80.00", cy: "90.00" });
  await retry();
  await business.change(({ tx }) => tx.execute(sql`update books.statement_runs set goes_through = true`));
  await business.change((books) => approveRun(books, { runId }));
  const run = await business.read((books) => readRun(books, runId));
  await business.change((books) => makeBatch(books, LETTERHEAD, run));
  await business.change((books) => endRun(books, run));
  await business.change(({ tx }) =>
    tx.execute(sql`
      update books.statement_run_entries set state = 'failed', statement_id = null, delivered_at = null, exceptions = '{}', fault = 'It broke.'
      where closing = 8000`),
  );
  await business.change(({ tx }) =>
    tx.execute(sql`update books.statement_runs set state = 'done', ended_at = clock_timestamp()`),
  );
  expect(await retry()).toEqual({ retried: 0, state: "done" });
  expect((await entries())["ann"]).toEqual(["failed", null, ["first-address"]]);
  expect(await retry()).toEqual({ retried: 1, state: "running" });
});

test("what waits for somebody to look doesn't go through by itself", async () => {
  const { business, runId, retry } = await failedInRehearsal({ ann: "80.00" });
  await business.change(({ tx }) => tx.execute(sql`update books.statement_runs set goes_through = true`));
  expect(await retry()).toMatchObject({ state: "rehearsed" });
  const [row] = await business.read(({ tx }) =>
    tx.execute(sql`select goes_through from books.statement_runs where id = ${runId}::uuid`),
  );
  expect(row).toEqual({ goes_through: false });
});

test("where none of them belongs to those that were chosen, the run is done again", async () => {
  const { business, runId, retry, entries } = await failedInRehearsal({ bo: "20.00" });
  expect(await retry()).toEqual({ retried: 0, state: "done" });
  expect(await entries()).toEqual({ bo: ["skipped", "minimum", []] });
  expect((await business.read((books) => readRun(books, runId))).endedAt).not.toBeNull();
});
