// Invoices that come again: what each is like, on which days, and those that were made. A day of one is made once.
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { customers } from "./accounts.ts";
import { booksSchema, dayColumn, id, instant, oneOf, orgId, recordedAt, wall, word } from "./columns.ts";
import { invoiceDrafts } from "./invoice-drafts.ts";
import { jobs } from "./jobs.ts";

export const SCHEDULE_STATES = ["active", "paused", "ended"] as const;

export const invoiceSchedules = booksSchema.table(
  "invoice_schedules",
  {
    orgId: orgId(),
    id: id(),
    customerId: uuid("customer_id").notNull(),
    jobId: uuid("job_id"),
    /** Everything else of a draft as it was typed, as JSON, without day and number. */
    content: text("content").notNull(),
    every: word<"week" | "month">("every").notNull(),
    /** Of the month; 31 is its last. */
    day: integer("day"),
    /** The day of the one that comes next; of the last one, once it has ended. */
    nextOn: dayColumn("next_on").notNull(),
    endsOn: dayColumn("ends_on"),
    leftCount: integer("left_count"),
    makes: word<"draft" | "issued" | "mailed">("makes").notNull(),
    state: word<(typeof SCHEDULE_STATES)[number]>("state").notNull().default("active"),
    /** Why the next one couldn't be made when it was last tried. */
    fault: text("fault"),
    faultAt: instant("fault_at"),
    madeBy: text("made_by").notNull(),
    createdAt: recordedAt(),
  },
  (t) => [
    primaryKey({ name: "invoice_schedules_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "invoice_schedules_customer",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: "invoice_schedules_job",
      columns: [t.orgId, t.jobId],
      foreignColumns: [jobs.orgId, jobs.id],
    }),
    check("invoice_schedules_state", oneOf("state", SCHEDULE_STATES)),
    check("invoice_schedules_makes", oneOf("makes", ["draft", "issued", "mailed"])),
    check(
      "invoice_schedules_day",
      sql`(${t.every} = 'week' and ${t.day} is null) or (${t.every} = 'month' and ${t.day} is not null and ${t.day} between 1 and 31)`,
    ),
    check("invoice_schedules_left", sql`${t.leftCount} >= 0`),
    index("invoice_schedules_due")
      .on(t.orgId, t.nextOn, t.id)
      .where(sql`state = 'active'`),
    index("invoice_schedules_next").on(t.orgId, t.nextOn, t.id),
    wall(),
  ],
);

/** One that was made: its day can't have another. */
export const invoiceScheduleRuns = booksSchema.table(
  "invoice_schedule_runs",
  {
    orgId: orgId(),
    scheduleId: uuid("schedule_id").notNull(),
    onDay: dayColumn("on_day").notNull(),
    /** What it began as; the draft says what it became. */
    draftId: uuid("draft_id").notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ name: "invoice_schedule_runs_key", columns: [t.orgId, t.scheduleId, t.onDay] }),
    foreignKey({
      name: "invoice_schedule_runs_schedule",
      columns: [t.orgId, t.scheduleId],
      foreignColumns: [invoiceSchedules.orgId, invoiceSchedules.id],
    }),
    foreignKey({
      name: "invoice_schedule_runs_draft",
      columns: [t.orgId, t.draftId],
      foreignColumns: [invoiceDrafts.orgId, invoiceDrafts.id],
    }),
    wall(),
  ],
);
