// For tests of the doors: a run of statements in a stand-in shop, in the state that a procedure needs.
import { sql } from "drizzle-orm";
import { endRun, failEntry } from "@/books/statements/make-run.ts";
import { approveRun, readRun } from "@/books/statements/runs.ts";
import { present } from "@/domain/assert.ts";
import { operatorActor } from "../actor.ts";
import { workOnRun } from "../jobs/statement-runs.ts";
import { asMember, booksOf, call } from "./fixture-caller.ts";
import { INPUTS } from "./fixture-inputs.ts";
import type { Shop } from "./shop.ts";

/** Rehearsed. */
async function runAnew(shop: Shop): Promise<void> {
  const owner = await asMember(shop, "owner");
  const { runId } = (await call(owner, "statementRuns.start", INPUTS["statementRuns.start"]?.(shop))) as {
    runId: string;
  };
  await workOnRun(present(await operatorActor(shop.slug, "test-request"), "the shop is there"), runId);
  shop.runId = runId;
}

async function runScheduleAnew(shop: Shop): Promise<void> {
  const made = await call(
    await asMember(shop, "owner"),
    "statementRuns.startSchedule",
    INPUTS["statementRuns.startSchedule"]?.(shop),
  );
  shop.runScheduleId = (made as { scheduleId: string }).scheduleId;
}

/** Done, but for one that failed. */
async function failedRunAnew(shop: Shop): Promise<void> {
  await runAnew(shop);
  const { runId, accountId } = shop;
  const books = await booksOf(shop);
  await books.change((open) => approveRun(open, { runId }));
  await books.change(async (open) => {
    await failEntry(open, await readRun(open, runId), { accountId, fault: "It broke." });
    await open.tx.execute(sql`
      update books.statement_run_entries set state = 'skipped', skipped = 'left-out' where run_id = ${runId}::uuid and state = 'ready'`);
    return endRun(open, await readRun(open, runId));
  });
}

/** What is made anew before each procedure of runs. */
export const RUNS_ANEW: Record<string, (shop: Shop) => Promise<void>> = {
  "statementRuns.endSchedule": runScheduleAnew,
  "statementRuns.read": runAnew,
  "statementRuns.entries": runAnew,
  "statementRuns.countEntries": runAnew,
  "statementRuns.changeEntry": runAnew,
  "statementRuns.approve": runAnew,
  "statementRuns.cancel": runAnew,
  "statementRuns.retry": failedRunAnew,
};
