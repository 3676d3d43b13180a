// The papers behind events: invoices with their lines, payments, credit memos. A draft
// may be edited; once it has posted its event it is frozen.
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  numeric,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import {
  booksSchema,
  centsColumn,
  dayColumn,
  eventNumber,
  id,
  instant,
  oneOf,
  orgId,
  wall,
  word,
} from "./columns.ts";
import { events } from "./events.ts";
import { jobs } from "./jobs.ts";
import { receipts } from "./receipts.ts";

export const INVOICE_SOURCES = ["hand", "receipt", "contract", "import", "release"] as const;

/** A number that an undone import freed is there again and again; every other one once. The index still finds them all. */
const FREED = sql`(case when number_freed then id else '00000000-0000-0000-0000-000000000000'::uuid end)`;

export const invoices = booksSchema.table(
  "invoices",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    jobId: uuid("job_id"),
    /** The receipt whose house charge this is. */
    receiptId: uuid("receipt_id"),
    source: word<(typeof INVOICE_SOURCES)[number]>("source").notNull(),
    number: text("number"),
    issuedOn: dayColumn("issued_on").notNull(),
    dueOn: dayColumn("due_on").notNull(),
    subtotalCents: centsColumn("subtotal").notNull(),
    taxCents: centsColumn("tax")
      .notNull()
      .default(sql`0`),
    retainageCents: centsColumn("retainage")
      .notNull()
      .default(sql`0`),
    totalCents: centsColumn("total").notNull(),
    disputed: boolean("disputed").notNull().default(false),
    notesToCustomer: text("notes_to_customer").notNull().default(""),
    notesInternal: text("notes_internal").notNull().default(""),
    eventNumber: eventNumber("event_number"),
    /** It came with an import that was undone whole: its number may come again. */
    numberFreed: boolean("number_freed").notNull().default(false),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "invoices_key", columns: [t.orgId, t.id] }),
    uniqueIndex("invoices_number").on(t.orgId, t.number, FREED),
    unique("invoices_one_event").on(t.orgId, t.eventNumber),
    foreignKey({
      name: "invoices_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    foreignKey({
      name: "invoices_job",
      columns: [t.orgId, t.currency, t.jobId],
      foreignColumns: [jobs.orgId, jobs.currency, jobs.id],
    }),
    foreignKey({
      name: "invoices_receipt",
      columns: [t.orgId, t.receiptId],
      foreignColumns: [receipts.orgId, receipts.id],
    }),
    check("invoices_of_receipt", sql`(${t.source} = 'receipt') = (${t.receiptId} is not null)`),
    uniqueIndex("invoices_one_per_receipt")
      .on(t.orgId, t.receiptId)
      .where(sql`receipt_id is not null`),
    check("invoices_source", oneOf("source", INVOICE_SOURCES)),
    check("invoices_foot", sql`${t.totalCents} = ${t.subtotalCents} + ${t.taxCents} - ${t.retainageCents}`),
    check("invoices_due", sql`${t.dueOn} >= ${t.issuedOn}`),
    check("invoices_posted", sql`${t.eventNumber} is null or ${t.number} is not null`),
    foreignKey({
      name: "invoices_event",
      columns: [t.orgId, t.eventNumber],
      foreignColumns: [events.orgId, events.number],
    }),
    index("invoices_of_job")
      .on(t.orgId, t.jobId, t.issuedOn)
      .where(sql`job_id is not null`),
    index("invoices_of_account").on(t.orgId, t.accountId, t.issuedOn),
    index("invoices_by_day").on(t.orgId, t.issuedOn, t.eventNumber),
    wall(),
  ],
);

export const invoiceLines = booksSchema.table(
  "invoice_lines",
  {
    orgId: orgId(),
    invoiceId: uuid("invoice_id").notNull(),
    line: integer("line").notNull(),
    description: text("description").notNull(),
    quantity: numeric("quantity", { precision: 18, scale: 6 }).notNull().default("1"),
    unit: text("unit").notNull().default(""),
    unitPrice: numeric("unit_price", { precision: 24, scale: 8 }).notNull(),
    totalCents: centsColumn("total").notNull(),
    retainageCents: centsColumn("retainage")
      .notNull()
      .default(sql`0`),
    chartCode: text("chart_code").notNull(),
  },
  (t) => [
    primaryKey({ name: "invoice_lines_key", columns: [t.orgId, t.invoiceId, t.line] }),
    foreignKey({
      name: "invoice_lines_invoice",
      columns: [t.orgId, t.invoiceId],
      foreignColumns: [invoices.orgId, invoices.id],
    }),
    wall(),
  ],
);

export const PAYMENT_METHODS = ["check", "card", "cash", "direct-deposit", "record-only", "import"] as const;

export const payments = booksSchema.table(
  "payments",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    number: text("number"),
    method: word<(typeof PAYMENT_METHODS)[number]>("method").notNull(),
    reference: text("reference").notNull().default(""),
    receivedOn: dayColumn("received_on").notNull(),
    amountCents: centsColumn("amount").notNull(),
    /** The receipt on which it was paid on account. */
    receiptId: uuid("receipt_id"),
    eventNumber: eventNumber("event_number").notNull(),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "payments_key", columns: [t.orgId, t.id] }),
    unique("payments_number").on(t.orgId, t.number),
    unique("payments_one_event").on(t.orgId, t.eventNumber),
    foreignKey({
      name: "payments_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    foreignKey({
      name: "payments_event",
      columns: [t.orgId, t.eventNumber],
      foreignColumns: [events.orgId, events.number],
    }),
    foreignKey({
      name: "payments_receipt",
      columns: [t.orgId, t.receiptId],
      foreignColumns: [receipts.orgId, receipts.id],
    }),
    index("payments_of_receipt").on(t.orgId, t.receiptId),
    check("payments_method", oneOf("method", PAYMENT_METHODS)),
    check("payments_amount", sql`${t.amountCents} > 0`),
    index("payments_of_account").on(t.orgId, t.accountId, t.receivedOn),
    index("payments_by_day").on(t.orgId, t.receivedOn, t.eventNumber),
    /** Found by how it begins: by the bytes, the one order that serves that behind the wall. */
    index("payments_by_reference")
      .on(t.orgId, sql`reference collate "C"`)
      .where(sql`reference <> ''`),
    wall(),
  ],
);

export const creditMemos = booksSchema.table(
  "credit_memos",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    number: text("number").notNull(),
    issuedOn: dayColumn("issued_on").notNull(),
    subtotalCents: centsColumn("subtotal").notNull(),
    taxCents: centsColumn("tax")
      .notNull()
      .default(sql`0`),
    totalCents: centsColumn("total").notNull(),
    reason: text("reason").notNull().default(""),
    /** The receipt of the return that it credits. */
    receiptId: uuid("receipt_id"),
    eventNumber: eventNumber("event_number").notNull(),
    /** It came with an import that was undone whole: its number may come again. */
    numberFreed: boolean("number_freed").notNull().default(false),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "credit_memos_key", columns: [t.orgId, t.id] }),
    uniqueIndex("credit_memos_number").on(t.orgId, t.number, FREED),
    unique("credit_memos_one_event").on(t.orgId, t.eventNumber),
    foreignKey({
      name: "credit_memos_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    foreignKey({
      name: "credit_memos_event",
      columns: [t.orgId, t.eventNumber],
      foreignColumns: [events.orgId, events.number],
    }),
    foreignKey({
      name: "credit_memos_receipt",
      columns: [t.orgId, t.receiptId],
      foreignColumns: [receipts.orgId, receipts.id],
    }),
    uniqueIndex("credit_memos_one_per_receipt")
      .on(t.orgId, t.receiptId)
      .where(sql`receipt_id is not null`),
    check(
      "credit_memos_foot",
      sql`${t.totalCents} = ${t.subtotalCents} + ${t.taxCents} and ${t.totalCents} > 0`,
    ),
    index("credit_memos_of_account").on(t.orgId, t.accountId, t.issuedOn),
    wall(),
  ],
);
