// Invoices that aren't issued yet: shared between colleagues, without a number, and nothing of them is posted.
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { customers } from "./accounts.ts";
import { booksSchema, centsColumn, dayColumn, id, instant, oneOf, orgId, wall, word } from "./columns.ts";
import { invoices } from "./invoices.ts";
import { jobs } from "./jobs.ts";

export const DRAFT_STATES = ["open", "issued", "discarded"] as const;

export const invoiceDrafts = booksSchema.table(
  "invoice_drafts",
  {
    orgId: orgId(),
    id: id(),
    customerId: uuid("customer_id"),
    jobId: uuid("job_id"),
    /** Plain days, so that no zone moves them however often it is opened and saved. */
    issuedOn: dayColumn("issued_on"),
    dueOn: dayColumn("due_on"),
    /** Everything else as it was typed, as JSON: it needn't be right before it is issued. */
    content: text("content").notNull(),
    /** What it came to when it was saved; null where that can't be said yet. */
    totalCents: centsColumn("total"),
    /** The invoice that is voided when this one is issued. */
    corrects: uuid("corrects"),
    state: word<(typeof DRAFT_STATES)[number]>("state").notNull().default("open"),
    /** What it became. */
    invoiceId: uuid("invoice_id"),
    version: integer("version").notNull().default(1),
    startedBy: text("started_by").notNull(),
    changedBy: text("changed_by").notNull(),
    changedAt: instant("changed_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "invoice_drafts_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "invoice_drafts_customer",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: "invoice_drafts_job",
      columns: [t.orgId, t.jobId],
      foreignColumns: [jobs.orgId, jobs.id],
    }),
    foreignKey({
      name: "invoice_drafts_corrects",
      columns: [t.orgId, t.corrects],
      foreignColumns: [invoices.orgId, invoices.id],
    }),
    foreignKey({
      name: "invoice_drafts_invoice",
      columns: [t.orgId, t.invoiceId],
      foreignColumns: [invoices.orgId, invoices.id],
    }),
    check("invoice_drafts_state", oneOf("state", DRAFT_STATES)),
    check("invoice_drafts_issued", sql`(${t.state} = 'issued') = (${t.invoiceId} is not null)`),
    index("invoice_drafts_open")
      .on(t.orgId, t.changedAt)
      .where(sql`state = 'open'`),
    wall(),
  ],
);
