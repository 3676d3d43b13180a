// What failed in a run, tried again. What was made and couldn’t be drawn is drawn again. What has no statement is looked at again as
// in the rehearsal, since what failed there was never judged: whoever isn’t of those that were chosen stays out, and where
// somebody should see what nobody saw yet, the run waits for approval. One of which something was made never goes back: what
// should be seen stays failed and says so, and goes along when it is tried once more.
import { sql } from "drizzle-orm";
import { Refusal } from "@/domain/refusal.ts";
import type { RunException, RunState } from "@/domain/statements/run.ts";
import type { Books } from "../open.ts";
import { LOOKED_AT, lookAtAccounts, type FoundEntry } from "./look-at-accounts.ts";
import { move, readRun, type Run } from "./runs.ts";
import type { Letterhead } from "./statement-head.ts";

/** `state`: where the run is now. */
export type Retried = { retried: number; state: RunState };

/** Refuses "run-elsewhere" one that isn't done, and one without a failure. */
export async function retryRun(
  books: Books,
  letterhead: Letterhead,
  { runId }: { runId: string },
): Promise<Retried> {
  await move(books, runId, { from: ["done"], set: sql`state = 'running', ended_at = null` });
  const run = await readRun(books, runId);
  const undrawn = await books.tx.execute(sql`
    update books.statement_run_entries set state = 'made', fault = null
    where run_id = ${runId}::uuid and state = 'failed' and statement_id is not null returning account_id`);
  const unmade = await books.tx.execute<{ account_id: string; exceptions: RunException[] }>(sql`
    select account_id, exceptions from books.statement_run_entries
    where run_id = ${runId}::uuid and state = 'failed' order by account_id`);
  if (undrawn.length + unmade.length === 0) throw new Refusal("run-elsewhere");
  const seen = new Map(unmade.map((entry) => [entry.account_id, entry.exceptions]));
  const asks = ({ account_id: id, state, exceptions }: FoundEntry): boolean =>
    state === "ready" && exceptions.some((each) => !seen.get(id)?.includes(each));
  const isBegun = await wasBegun(books, runId);
  const found = (await lookAgain(books, { letterhead, run, accountIds: [...seen.keys()] })).map(
    (entry): FoundEntry => (isBegun && asks(entry) ? { ...entry, state: "failed", fault: LOOK } : entry),
  );
  await keepFound(books, runId, found);
  const retried = undrawn.length + found.filter((entry) => entry.state === "ready").length;
  if (retried === 0)
    await move(books, runId, {
      from: ["running"],
      set: sql`state = 'done', ended_at = clock_timestamp()`,
    });
  else if (found.some(asks))
    // Whatever would have gone through by itself waits, too.
    await move(books, runId, { from: ["running"], set: sql`state = 'rehearsed', goes_through = false` });
  return { retried, state: retried === 0 ? "done" : found.some(asks) ? "rehearsed" : "running" };
}

/** Of what nobody saw in the rehearsal. */
const LOOK = "It has to be looked at first. Tried again, it goes along.";

/** Somebody may have their statement already. */
async function wasBegun({ tx }: Books, runId: string): Promise<boolean> {
  const [made] = await tx.execute(sql`
    select 1 from books.statement_run_entries where run_id = ${runId}::uuid and statement_id is not null limit 1`);
  return made !== undefined;
}

type Again = { letterhead: Letterhead; run: Run; accountIds: readonly string[] };

async function lookAgain(books: Books, { letterhead, run, accountIds }: Again): Promise<FoundEntry[]> {
  const found: FoundEntry[] = [];
  for (let at = 0; at < accountIds.length; at += LOOKED_AT)
    found.push(...(await lookAtAccounts(books, letterhead, run, accountIds.slice(at, at + LOOKED_AT))));
  return found;
}

async function keepFound({ tx }: Books, runId: string, found: readonly FoundEntry[]): Promise<void> {
  await tx.execute(sql`
    update books.statement_run_entries e
    set state = f.state, skipped = f.skipped, exceptions = f.exceptions, closing = f.closing, fault = f.fault
    from jsonb_to_recordset(${JSON.stringify(found)}::text::jsonb)
      as f (account_id uuid, state text, skipped text, exceptions text[], closing bigint, fault text)
    where e.run_id = ${runId}::uuid and e.account_id = f.account_id and e.state = 'failed'`);
}
