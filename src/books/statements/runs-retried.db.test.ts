// What failed in a run is tried again, and nothing else: what was made keeps its number and its mail, and no customer gets two.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { day } from "@/domain/values/day.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { deliverBatch, endRun, failEntry, makeBatch, readUndelivered, rehearseBatch } from "./make-run.ts";
import { approveRun, readRun, readRunFigures, retryRun, startRun } from "./runs.ts";

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

  expect(await business.change((books) => retryRun(books, { runId }))).toEqual({ retried: 2 });
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

  const again = business.change((books) => retryRun(books, { runId }));
  await expect(again).rejects.toMatchObject({ code: "run-elsewhere" });
  expect(await business.read((books) => readRun(books, runId))).toMatchObject({ state: "done" });
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
