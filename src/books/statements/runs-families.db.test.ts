// A run that makes one statement for a parent and its branches: the parent's with all of them, the branches none of their own, and who
// has no family as before.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { day } from "@/domain/values/day.ts";
import { chooseParent } from "../customers/families.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { makeBatch, rehearseBatch } from "./make-run.ts";
import { approveRun, readRun, readRunFigures, startRun } from "./runs.ts";
import { readStatement } from "./statements.ts";

const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };

let business: Awaited<ReturnType<typeof freshBusiness>>;
let head: Account;
let north: Account;
let south: Account;
beforeEach(async () => {
  business = await freshBusiness();
  head = await business.customer("Head Office").write();
  north = await business.customer("North").invoice("40.00", "2026-02-10").write();
  south = await business.customer("South").invoice("25.00", "2026-02-11").paid("5.00", "2026-02-12").write();
  await business.customer("Alone").invoice("7.00", "2026-02-01").write();
  await join(north);
  await join(south);
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

const join = ({ customerId }: Account) =>
  business.change((books) =>
    chooseParent(books, { customerId, parentId: head.customerId }, { mayLimit: true }),
  );
const start = (families: boolean) =>
  business.change((books) =>
    startRun(
      books,
      inputOf(NewRun, {
        kind: "open-item",
        asOf: day("2026-02-28"),
        deliver: "none",
        selection: { families },
      }),
    ),
  );

async function rehearse(families = true) {
  const { runId } = await start(families);
  const run = await business.read((books) => readRun(books, runId));
  while (await business.change((books) => rehearseBatch(books, LETTERHEAD, run)));
  return run;
}

async function make(run: Awaited<ReturnType<typeof rehearse>>): Promise<void> {
  await business.change((books) => approveRun(books, run));
  while ((await business.change((books) => makeBatch(books, LETTERHEAD, run))).taken > 0);
}

type Entry = {
  name: string;
  state: string;
  skipped: string | null;
  closing: number;
  statement_id: string | null;
};
const entriesOf = ({ runId }: { runId: string }) =>
  business.read(({ tx }) =>
    tx.execute<Entry>(sql`
      select c.name, e.state, e.skipped, e.closing, e.statement_id from books.statement_run_entries e
      join books.accounts a on a.id = e.account_id join books.customers c on c.id = a.customer_id
      where e.run_id = ${runId}::uuid order by c.name`),
  );
const shortOf = async (run: { runId: string }) =>
  (await entriesOf(run)).map(({ name, state, skipped, closing }) => [name, skipped ?? state, closing]);

test("the parent gets one with all branches, also where nothing is its own; a branch gets none", async () => {
  const run = await rehearse();
  const seen = [
    ["Alone", "ready", 7_00],
    ["Head Office", "ready", 60_00],
    ["North", "on-parents", 40_00],
    ["South", "on-parents", 20_00],
  ];
  expect(await shortOf(run)).toEqual(seen);
  await make(run);
  expect(await shortOf(run)).toEqual(
    seen.map((entry) => entry.map((cell) => (cell === "ready" ? "made" : cell))),
  );
  const [, entry] = await entriesOf(run);
  const { statement } = await business.read((books) => readStatement(books, entry?.statement_id ?? ""));
  expect(statement.accounts?.map(({ name, closingCents }) => [name, closingCents])).toEqual([
    ["Head Office", 0],
    ["North", 40_00],
    ["South", 20_00],
  ]);
  expect(await business.read((books) => readRunFigures(books, run.runId))).toMatchObject({
    made: 2,
    madeCents: 67_00,
  });
});

test("without the choice each account has its own, and that is another run", async () => {
  const [one, each] = [await rehearse(), await rehearse(false)];
  expect(each.runId).not.toBe(one.runId);
  expect(await shortOf(each)).toEqual([
    ["Alone", "ready", 7_00],
    ["North", "ready", 40_00],
    ["South", "ready", 20_00],
  ]);
});

test("who joined since the rehearsal is on the parent's statement, and on no second one", async () => {
  await business.change((books) =>
    chooseParent(books, { customerId: south.customerId, parentId: null }, { mayLimit: true }),
  );
  const run = await rehearse();
  await join(south);
  await make(run);
  expect(await shortOf(run)).toEqual([
    ["Alone", "made", 7_00],
    ["Head Office", "made", 60_00],
    ["North", "on-parents", 40_00],
    ["South", "on-parents", 20_00],
  ]);
});

test("without families a choice is written as it was before there were any, so that it stays the same run", async () => {
  const { runId } = await start(false);
  const [kept] = await business.read(({ tx }) =>
    tx.execute<{ selection: string }>(
      sql`select selection from books.statement_runs where id = ${runId}::uuid`,
    ),
  );
  expect(kept?.selection).toBe(
    '{"minCents":null,"pastDueOnly":false,"activeOnly":false,"reachedBy":null,"classId":null,"terms":null}',
  );
  expect((await business.read((books) => readRun(books, runId))).selection.families).toBe(false);
  expect(await start(false)).toEqual({ runId, fresh: false });
});
