// Runs of statements: begun by a choice, rehearsed, approved, called off. What they make is in make-run.ts.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { RunDelivery, RunSelection, RunState } from "@/domain/statements/run.ts";
import type { NewRun, RunEntryChange } from "@/domain/statements/run-input.ts";
import type { StatementKind } from "@/domain/statements/kinds.ts";
import { monthOf, type Day } from "@/domain/values/day.ts";
import { cents, type Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";

/** Begins the rehearsal. The same choice again is the same run, unless that one was cancelled; `fresh` says which it is. */
export async function startRun(
  books: Books,
  {
    goesThrough = false,
    isScheduled = false,
    ...run
  }: NewRun & { goesThrough?: boolean; isScheduled?: boolean },
): Promise<{ runId: string; fresh: boolean }> {
  const { kind, asOf, deliver, selection } = run;
  if (asOf > books.today) throw new Refusal("date-in-future", { field: "asOf" });
  const fromOn = run.fromOn ?? monthOf(asOf);
  if (fromOn > asOf) throw new Refusal("range-backwards", { field: "fromOn" });
  await assertGroup(books, selection);
  // As it was written before there were families or labels, so that the same choice stays the same run.
  const { families, labelId, ...others } = selection;
  const chosen = JSON.stringify({
    ...others,
    ...(families ? { families } : {}),
    ...(labelId === null ? {} : { labelId }),
  });
  const askedFor = createHash("sha256")
    .update(JSON.stringify([kind, asOf, fromOn, deliver, chosen]))
    .digest("hex");
  const [fresh] = await books.tx.execute<{ id: string }>(sql`
    insert into books.statement_runs (kind, as_of, from_on, deliver, selection, asked_for, asked_by, asked_subject, goes_through, is_scheduled)
    values (${kind}, ${asOf}::date, ${fromOn}::date, ${deliver}, ${chosen}, ${askedFor}, ${books.userName}, ${books.subject}, ${goesThrough}, ${isScheduled})
    on conflict (org_id, asked_for) where state <> 'cancelled' do nothing returning id`);
  if (fresh) return { runId: fresh.id, fresh: true };
  const [known] = await books.tx.execute<{ id: string }>(sql`
    select id from books.statement_runs where asked_for = ${askedFor} and state <> 'cancelled'`);
  return { runId: present(known, "whoever was quicker began it").id, fresh: false };
}

/** Refuses "not-found" a discount class or a label that isn't there. */
export async function assertGroup(
  { tx }: Books,
  { classId, labelId }: Pick<RunSelection, "classId" | "labelId">,
): Promise<void> {
  const [row] = await tx.execute(sql`
    select where (${classId}::uuid is null or exists (select from books.discount_classes where id = ${classId}::uuid))
      and (${labelId}::uuid is null or exists (select from books.labels where id = ${labelId}::uuid))`);
  if (!row) throw new Refusal("not-found");
}

export type Run = {
  runId: string;
  kind: StatementKind;
  asOf: Day;
  fromOn: Day;
  deliver: RunDelivery;
  selection: RunSelection;
  state: RunState;
  lookedTo: string | null;
  askedBy: string;
  askedSubject: string;
  approvedBy: string | null;
  /** It was begun by a schedule. */
  isScheduled: boolean;
  /** Once it is rehearsed, it is made without anybody's approval. */
  goesThrough: boolean;
  createdAt: string;
  endedAt: string | null;
};

export type RunRow = {
  id: string;
  kind: StatementKind;
  as_of: Day;
  from_on: Day;
  deliver: RunDelivery;
  selection: string;
  state: RunState;
  looked_to: string | null;
  asked_by: string;
  asked_subject: string;
  approved_by: string | null;
  is_scheduled: boolean;
  goes_through: boolean;
  created_at: string;
  ended_at: string | null;
};

export const RUN_COLUMNS = sql`
  u.id, u.kind, u.as_of, u.from_on, u.deliver, u.selection, u.state, u.looked_to, u.asked_by, u.asked_subject, u.approved_by,
  u.is_scheduled, u.goes_through, u.created_at, u.ended_at`;

export const runOf = (row: RunRow): Run => ({
  runId: row.id,
  kind: row.kind,
  asOf: row.as_of,
  fromOn: row.from_on,
  deliver: row.deliver,
  selection: selectionIn(row.selection),
  state: row.state,
  lookedTo: row.looked_to,
  askedBy: row.asked_by,
  askedSubject: row.asked_subject,
  approvedBy: row.approved_by,
  isScheduled: row.is_scheduled,
  goesThrough: row.goes_through,
  createdAt: row.created_at,
  endedAt: row.ended_at,
});

/** As it was written when the run was begun; one of before there were terms, families or labels to choose by has none. */
export const selectionIn = (kept: string): RunSelection => ({
  terms: null,
  families: false,
  labelId: null,
  ...(JSON.parse(kept) as Omit<RunSelection, "terms" | "families" | "labelId">),
});

export async function readRun({ tx }: Books, runId: string): Promise<Run> {
  const [row] = await tx.execute<RunRow>(
    sql`select ${RUN_COLUMNS} from books.statement_runs u where u.id = ${runId}::uuid`,
  );
  if (!row) throw new Refusal("not-found");
  return runOf(row);
}

/** How many of each state, with what they add up to. */
export type RunFigures = {
  ready: number;
  readyCents: Cents;
  made: number;
  madeCents: Cents;
  delivered: number;
  skipped: number;
  failed: number;
  withExceptions: number;
};

type FigureRow = {
  ready: number;
  ready_sum: number;
  made: number;
  made_sum: number;
  delivered: number;
  skipped: number;
  failed: number;
  excepted: number;
};

export async function readRunFigures({ tx }: Books, runId: string): Promise<RunFigures> {
  const [row] = await tx.execute<FigureRow>(sql`
    select (count(*) filter (where state = 'ready'))::int as ready,
      coalesce(sum(closing) filter (where state = 'ready'), 0)::bigint as ready_sum,
      (count(*) filter (where state = 'made'))::int as made,
      coalesce(sum(closing) filter (where state = 'made'), 0)::bigint as made_sum,
      (count(*) filter (where delivered_at is not null))::int as delivered,
      (count(*) filter (where state = 'skipped'))::int as skipped,
      (count(*) filter (where state = 'failed'))::int as failed,
      (count(*) filter (where state <> 'skipped' and cardinality(exceptions) > 0))::int as excepted
    from books.statement_run_entries where run_id = ${runId}::uuid`);
  const { ready_sum, made_sum, excepted, ...counts } = present(row, "an aggregate has one row");
  return { ...counts, readyCents: cents(ready_sum), madeCents: cents(made_sum), withExceptions: excepted };
}

/** Refuses "run-elsewhere" what isn't waiting for it. */
export async function approveRun(books: Books, { runId }: { runId: string }): Promise<{ runId: string }> {
  await move(books, runId, {
    from: ["rehearsed"],
    set: sql`state = 'running', approved_by = ${books.userName}`,
  });
  return { runId };
}

/** For the worker: one that goes through by itself does, or waits for a person from here on. */
export async function goThrough({ tx }: Books, { runId }: Run, may: boolean): Promise<null> {
  const set = may ? sql`state = 'running'` : sql`goes_through = false`;
  await tx.execute(sql`
    update books.statement_runs set ${set} where id = ${runId}::uuid and state = 'rehearsed' and goes_through`);
  return null;
}

/** Stops it where it is: what was made and mailed stays. Refuses "run-elsewhere" one that has ended. */
export async function cancelRun(books: Books, { runId }: { runId: string }): Promise<{ runId: string }> {
  const from: RunState[] = ["rehearsing", "rehearsed", "running"];
  await move(books, runId, { from, set: sql`state = 'cancelled', ended_at = clock_timestamp()` });
  return { runId };
}

/** Takes a customer out of a rehearsed run, or puts them back. Refuses "run-elsewhere" once it was approved. */
export async function changeRunEntry(books: Books, { runId, entryId, to }: RunEntryChange): Promise<null> {
  await move(books, runId, { from: ["rehearsed"], set: sql`state = state` });
  const set =
    to === "ready" ? sql`state = 'ready', skipped = null` : sql`state = 'skipped', skipped = 'left-out'`;
  const was = to === "ready" ? sql`state = 'skipped'` : sql`state = 'ready'`;
  const [row] = await books.tx.execute(sql`
    update books.statement_run_entries set ${set}
    where run_id = ${runId}::uuid and account_id = ${entryId}::uuid and ${was} returning account_id`);
  if (!row) throw new Refusal("not-found");
  return null;
}

type Move = { from: readonly RunState[]; set: ReturnType<typeof sql> };

/** Refuses "run-elsewhere" a run that is in none of the states `from`. */
export async function move({ tx }: Books, runId: string, { from, set }: Move): Promise<void> {
  const [row] = await tx.execute(sql`
    update books.statement_runs set ${set}
    where id = ${runId}::uuid and state = any (${sql.param(from)}::text[]) returning id`);
  if (row) return;
  const [there] = await tx.execute(sql`select from books.statement_runs where id = ${runId}::uuid`);
  throw new Refusal(there ? "run-elsewhere" : "not-found");
}

/** Nobody called it off meanwhile. */
export async function isRunning(books: Books, { runId }: Pick<Run, "runId">): Promise<boolean> {
  return (await readRun(books, runId)).state === "running";
}

/** For the worker: runs that something is to be done for. */
export async function readWaitingRuns({ tx }: Books): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from books.statement_runs where state in ('rehearsing', 'running') or (state = 'rehearsed' and goes_through) order by id`);
  return rows.map(({ id }) => id);
}
