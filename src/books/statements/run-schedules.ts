// Choices that make a run each month. What is due is begun once: the run's own key and the day that moves on in the same
// transaction say so. What was missed while nobody worked is begun late, once, of the day that it was for.
import { sql } from "drizzle-orm";
import { Refusal } from "@/domain/refusal.ts";
import type { RunDelivery, RunSelection } from "@/domain/statements/run.ts";
import type { NewRunSchedule } from "@/domain/statements/run-input.ts";
import { nextRunOn, runAsOf, type RunDay, type RunGoes } from "@/domain/statements/run-schedule.ts";
import type { StatementKind } from "@/domain/statements/kinds.ts";
import { present } from "@/domain/assert.ts";
import { addDays, type Day } from "@/domain/values/day.ts";
import type { Books } from "../open.ts";
import { assertGroup, selectionIn, startRun } from "./runs.ts";

export async function startRunSchedule(
  books: Books,
  { kind, deliver, selection, on, goes }: NewRunSchedule,
): Promise<{ scheduleId: string; nextOn: Day }> {
  await assertGroup(books, selection);
  const nextOn = nextRunOn(on, books.today);
  const [row] = await books.tx.execute<{ id: string }>(sql`
    insert into books.statement_schedules (kind, deliver, selection, on_day, goes, next_on, made_by, made_subject)
    values (${kind}, ${deliver}, ${JSON.stringify(selection)}, ${on}, ${goes}, ${nextOn}::date, ${books.userName}, ${books.subject})
    returning id`);
  return { scheduleId: present(row, "it was kept").id, nextOn };
}

/** No further one comes. Refuses "not-found" what isn't there or has ended. */
export async function endRunSchedule(books: Books, scheduleId: string): Promise<null> {
  const [row] = await books.tx.execute(sql`
    update books.statement_schedules set ended_at = clock_timestamp()
    where id = ${scheduleId}::uuid and ended_at is null returning id`);
  if (!row) throw new Refusal("not-found");
  return null;
}

export type RunSchedule = {
  scheduleId: string;
  kind: StatementKind;
  deliver: RunDelivery;
  selection: RunSelection;
  on: RunDay;
  goes: RunGoes;
  nextOn: Day;
  madeBy: string;
  madeSubject: string;
  lastRunId: string | null;
};

type Row = {
  id: string;
  kind: StatementKind;
  deliver: RunDelivery;
  selection: string;
  on_day: RunDay;
  goes: RunGoes;
  next_on: Day;
  made_by: string;
  made_subject: string;
  last_run_id: string | null;
};

/** Those that haven't ended, the next one first; a business has a few. */
export async function readRunSchedules({ tx }: Books): Promise<RunSchedule[]> {
  const rows = await tx.execute<Row>(sql`
    select * from books.statement_schedules where ended_at is null order by next_on, id limit 100`);
  return rows.map((row) => ({
    scheduleId: row.id,
    kind: row.kind,
    deliver: row.deliver,
    selection: selectionIn(row.selection),
    on: row.on_day,
    goes: row.goes,
    nextOn: row.next_on,
    madeBy: row.made_by,
    madeSubject: row.made_subject,
    lastRunId: row.last_run_id,
  }));
}

/** For the worker: begins what is due, and moves its day on; null where somebody was quicker. */
export async function beginScheduledRun(
  books: Books,
  schedule: RunSchedule,
): Promise<{ runId: string } | null> {
  const { scheduleId, nextOn, on, goes, kind, deliver, selection } = schedule;
  const [mine] = await books.tx.execute(sql`
    select id from books.statement_schedules
    where id = ${scheduleId}::uuid and next_on = ${nextOn}::date and ended_at is null for update`);
  if (!mine) return null;
  const asked = { kind, deliver, selection, asOf: runAsOf(on, nextOn) };
  const { runId } = await startRun(books, { ...asked, goesThrough: goes === "through", isScheduled: true });
  await books.tx.execute(sql`
    update books.statement_schedules set last_run_id = ${runId}::uuid, next_on = ${nextRunOn(on, addDays(nextOn, 1))}::date
    where id = ${scheduleId}::uuid`);
  return { runId };
}
