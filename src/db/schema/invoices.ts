// Invoices with their lines and taxes. One is written whole with its event, and then stays as it is.
import { sql } from "drizzle-orm";
import {
  bigint,
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
import { LINE_KINDS, type LineKind } from "@/domain/invoices/invoice-total.ts";
import { accounts } from "./accounts.ts";
import {
  NUMBER_FREED,
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
import { products } from "./products.ts";
import { locations } from "./profiles.ts";
import { receipts } from "./receipts.ts";
import { taxRates } from "./taxes.ts";

export const INVOICE_SOURCES = ["hand", "receipt", "contract", "import", "release"] as const;

export const invoices = booksSchema.table(
  "invoices",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    jobId: uuid("job_id"),
    /** Of the customer's; where it was done, and by whose tax. */
    locationId: uuid("location_id"),
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
    /** What the customer objects to; kept when it is settled. */
    disputeNote: text("dispute_note").notNull().default(""),
    notesToCustomer: text("notes_to_customer").notNull().default(""),
    notesInternal: text("notes_internal").notNull().default(""),
    /** How it was billed, as it was written on it that day: later changes of the customer don't reach it. */
    terms: text("terms").notNull().default(""),
    poNumber: text("po_number").notNull().default(""),
    salesperson: text("salesperson").notNull().default(""),
    billingAddress: text("billing_address")
      .array()
      .notNull()
      .default(sql`'{}'`),
    serviceAddress: text("service_address")
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** The voided invoice that this one was issued instead of. */
    corrects: uuid("corrects"),
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
    uniqueIndex("invoices_number").on(t.orgId, t.number, NUMBER_FREED),
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
      name: "invoices_location",
      columns: [t.orgId, t.locationId],
      foreignColumns: [locations.orgId, locations.id],
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
    foreignKey({
      name: "invoices_corrected",
      columns: [t.orgId, t.corrects],
      foreignColumns: [t.orgId, t.id],
    }),
    uniqueIndex("invoices_corrected_once")
      .on(t.orgId, t.corrects)
      .where(sql`corrects is not null`),
    check("invoices_corrects_another", sql`${t.corrects} <> ${t.id}`),
    index("invoices_of_job")
      .on(t.orgId, t.jobId, t.issuedOn)
      .where(sql`job_id is not null`),
    // A location that goes is looked for here.
    index("invoices_of_location")
      .on(t.orgId, t.locationId)
      .where(sql`location_id is not null`),
    index("invoices_of_account").on(t.orgId, t.accountId, t.issuedOn),
    // With each invoice's total and currency in it, which drizzle can't say: what all come to is read here alone (0064).
    index("invoices_by_day").on(t.orgId, t.issuedOn, t.eventNumber),
    index("invoices_number_parts").using("gin", t.orgId, sql`lower(${t.number}) gin_trgm_ops`),
    index("invoices_by_due_day").on(t.orgId, t.dueOn, t.eventNumber),
    index("invoices_by_total").on(t.orgId, t.totalCents, t.eventNumber),
    // Longer than most, so that the others’ due days are known from their own (invoice-ways.ts).
    index("invoices_of_long_terms")
      .on(t.orgId, t.dueOn, t.eventNumber)
      .where(sql`due_on - issued_on > 62`),
    wall(),
  ],
);

export const invoiceLines = booksSchema.table(
  "invoice_lines",
  {
    orgId: orgId(),
    invoiceId: uuid("invoice_id").notNull(),
    line: integer("line").notNull(),
    kind: word<LineKind>("kind").notNull().default("item"),
    productId: uuid("product_id"),
    /** The product's, as it was that day. */
    sku: text("sku").notNull().default(""),
    description: text("description").notNull(),
    quantity: numeric("quantity", { precision: 18, scale: 6 }).notNull().default("1"),
    unit: text("unit").notNull().default(""),
    unitPrice: numeric("unit_price", { precision: 24, scale: 8 }).notNull(),
    /** Off quantity × price. */
    discountCents: centsColumn("discount")
      .notNull()
      .default(sql`0`),
    totalCents: centsColumn("total").notNull(),
    taxable: boolean("taxable").notNull().default(false),
    /** The rate that it was taxed with instead of the invoice's own. */
    taxId: uuid("tax_id"),
    /** Its share of each of the invoice's taxes, null of those that it doesn't bear; null where all lines bear the same. */
    taxParts: bigint("tax_parts", { mode: "number" }).array(),
    /** The line's share of the invoice's taxes, by largest remainder. */
    taxCents: centsColumn("tax")
      .notNull()
      .default(sql`0`),
    /** Held back of its total, before tax. */
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
    foreignKey({
      name: "invoice_lines_product",
      columns: [t.orgId, t.productId],
      foreignColumns: [products.orgId, products.id],
    }),
    foreignKey({
      name: "invoice_lines_tax_of",
      columns: [t.orgId, t.taxId],
      foreignColumns: [taxRates.orgId, taxRates.id],
    }),
    check("invoice_lines_kind", oneOf("kind", LINE_KINDS)),
    check(
      "invoice_lines_words",
      sql`${t.kind} = 'item' or (${t.totalCents} = 0 and ${t.discountCents} = 0 and ${t.taxCents} = 0)`,
    ),
    check("invoice_lines_amounts", sql`${t.discountCents} >= 0 and ${t.taxCents} >= 0`),
    check("invoice_lines_tax", sql`${t.taxable} or ${t.taxCents} = 0`),
    check(
      "invoice_lines_retainage",
      sql`${t.retainageCents} >= 0 and (${t.retainageCents} = 0 or ${t.retainageCents} <= ${t.totalCents})`,
    ),
    index("invoice_lines_of_product")
      .on(t.orgId, t.productId)
      .where(sql`product_id is not null`),
    wall(),
  ],
);
