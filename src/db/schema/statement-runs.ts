// Runs of statements: what was chosen, and each customer with what became of them. A customer is once in a run, and a
// statement belongs to one customer of one run: the keys say so, not the care of whoever makes them.
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { EntryState, RunDelivery, RunException, RunState, SkipReason } from "@/domain/statements/run.ts";
import type { RunDay, RunGoes } from "@/domain/statements/run-schedule.ts";
import { STATEMENT_KINDS, type StatementKind } from "@/domain/statements/kinds.ts";
import { accounts } from "./accounts.ts";
import { booksSchema, centsColumn, dayColumn, id, instant, oneOf, orgId, wall, word } from "./columns.ts";
import { statements } from "./statements.ts";

export const statementRuns = booksSchema.table(
  "statement_runs",
  {
    orgId: orgId(),
    id: id(),
    kind: word<StatementKind>("kind").notNull(),
    asOf: dayColumn("as_of").notNull(),
    fromOn: dayColumn("from_on").notNull(),
    deliver: word<RunDelivery>("deliver").notNull(),
    /** Who gets one, as JSON (domain/statements/run.ts). */
    selection: text("selection").notNull(),
    /** All of the above: the same run isn't made twice, unless the first was cancelled. */
    askedFor: text("asked_for").notNull(),
    state: word<RunState>("state").notNull().default("rehearsing"),
    /** The last account that was looked at, in the order of their ids; null before the first. */
    lookedTo: uuid("looked_to"),
    askedBy: text("asked_by").notNull(),
    /** Under whose name it is made. */
    askedSubject: text("asked_subject").notNull(),
    approvedBy: text("approved_by"),
    /** Made without asking anybody, once it is rehearsed. */
    goesThrough: boolean("goes_through").notNull().default(false),
    /** Begun by a schedule. */
    isScheduled: boolean("is_scheduled").notNull().default(false),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ name: "statement_runs_key", columns: [t.orgId, t.id] }),
    uniqueIndex("statement_runs_once")
      .on(t.orgId, t.askedFor)
      .where(sql`state <> 'cancelled'`),
    check("statement_runs_kind", oneOf("kind", STATEMENT_KINDS)),
    check("statement_runs_deliver", oneOf("deliver", ["mail", "print", "none"])),
    check(
      "statement_runs_state",
      oneOf("state", ["rehearsing", "rehearsed", "running", "done", "cancelled"]),
    ),
    check("statement_runs_range", sql`${t.fromOn} <= ${t.asOf}`),
    check("statement_runs_ended", sql`(${t.state} in ('done', 'cancelled')) = (${t.endedAt} is not null)`),
    index("statement_runs_by_time").on(t.orgId, t.createdAt, t.id),
    wall(),
  ],
);

/** A choice that makes a run each month. */
export const statementSchedules = booksSchema.table(
  "statement_schedules",
  {
    orgId: orgId(),
    id: id(),
    kind: word<StatementKind>("kind").notNull(),
    deliver: word<RunDelivery>("deliver").notNull(),
    selection: text("selection").notNull(),
    onDay: word<RunDay>("on_day").notNull(),
    goes: word<RunGoes>("goes").notNull(),
    /** When the next one comes. */
    nextOn: dayColumn("next_on").notNull(),
    /** The one that came last. */
    lastRunId: uuid("last_run_id"),
    madeBy: text("made_by").notNull(),
    madeSubject: text("made_subject").notNull(),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ name: "statement_schedules_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "statement_schedules_last_run",
      columns: [t.orgId, t.lastRunId],
      foreignColumns: [statementRuns.orgId, statementRuns.id],
    }),
    check("statement_schedules_kind", oneOf("kind", STATEMENT_KINDS)),
    check("statement_schedules_deliver", oneOf("deliver", ["mail", "print", "none"])),
    check("statement_schedules_day", oneOf("on_day", ["first", "last-business-day"])),
    check("statement_schedules_goes", oneOf("goes", ["rehearsal", "through"])),
    index("statement_schedules_due")
      .on(t.orgId, t.nextOn)
      .where(sql`ended_at is null`),
    wall(),
  ],
);

export const statementRunEntries = booksSchema.table(
  "statement_run_entries",
  {
    orgId: orgId(),
    runId: uuid("run_id").notNull(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    state: word<EntryState>("state").notNull(),
    skipped: word<SkipReason>("skipped"),
    exceptions: text("exceptions").array().$type<RunException[]>().notNull(),
    /** Of the rehearsal; of the statement, once it is made. */
    closingCents: centsColumn("closing").notNull(),
    statementId: uuid("statement_id"),
    /** Its paper is kept, and its mail queued where it has one. */
    deliveredAt: instant("delivered_at"),
    fault: text("fault"),
  },
  (t) => [
    primaryKey({ name: "statement_run_entries_key", columns: [t.orgId, t.runId, t.accountId] }),
    foreignKey({
      name: "statement_run_entries_run",
      columns: [t.orgId, t.runId],
      foreignColumns: [statementRuns.orgId, statementRuns.id],
    }),
    foreignKey({
      name: "statement_run_entries_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    foreignKey({
      name: "statement_run_entries_statement",
      columns: [t.orgId, t.statementId],
      foreignColumns: [statements.orgId, statements.id],
    }),
    unique("statement_run_entries_statement_once").on(t.orgId, t.statementId),
    check("statement_run_entries_state", oneOf("state", ["ready", "skipped", "made", "failed"])),
    check("statement_run_entries_skipped", sql`(${t.state} = 'skipped') = (${t.skipped} is not null)`),
    check("statement_run_entries_made", sql`${t.statementId} is not null or ${t.state} <> 'made'`),
    check("statement_run_entries_delivered", sql`${t.deliveredAt} is null or ${t.state} = 'made'`),
    check("statement_run_entries_fault", sql`(${t.state} = 'failed') = (${t.fault} is not null)`),
    index("statement_run_entries_to_do")
      .on(t.orgId, t.runId, t.accountId)
      .where(sql`state = 'ready' or (state = 'made' and delivered_at is null)`),
    index("statement_run_entries_of_run").on(t.orgId, t.runId, t.state, t.accountId),
    wall(),
  ],
);
