// The papers behind events beside invoices: payments, the deposits that took them to the bank, and credit memos. Each is
// written with its event and stays as it is.
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
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
import { deposits } from "./deposits.ts";
import { events } from "./events.ts";
import { chart } from "./ground.ts";
import { invoices } from "./invoices.ts";
import { receipts } from "./receipts.ts";
import { splitPayments } from "./split-payments.ts";

export const PAYMENT_METHODS = [
  "check",
  "card",
  "cash",
  "direct-deposit",
  "online",
  "record-only",
  "import",
] as const;

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
    /** The check that it is a part of. */
    splitId: uuid("split_id"),
    /** The deposit that took it to the bank: one at most. Until then it lies in Undeposited Funds. */
    depositId: uuid("deposit_id"),
    /** The bank account that it went to without one; null for Undeposited Funds. */
    toChart: text("to_chart"),
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
    foreignKey({
      name: "payments_split",
      columns: [t.orgId, t.currency, t.splitId],
      foreignColumns: [splitPayments.orgId, splitPayments.currency, splitPayments.id],
    }),
    index("payments_of_split")
      .on(t.orgId, t.splitId)
      .where(sql`split_id is not null`),
    foreignKey({
      name: "payments_deposit",
      columns: [t.orgId, t.currency, t.depositId],
      foreignColumns: [deposits.orgId, deposits.currency, deposits.id],
    }),
    index("payments_undeposited")
      .on(t.orgId, t.currency, t.receivedOn, t.eventNumber)
      .where(sql`deposit_id is null and to_chart is null`),
    foreignKey({
      name: "payments_to",
      columns: [t.orgId, t.toChart],
      foreignColumns: [chart.orgId, chart.code],
    }),
    check("payments_one_way", sql`${t.depositId} is null or ${t.toChart} is null`),
    index("payments_of_deposit")
      .on(t.orgId, t.depositId)
      .where(sql`deposit_id is not null`),
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

/** What a deposit was made of, as its slip lists it; it says so after a reversal, too. */
export const depositLines = booksSchema.table(
  "deposit_lines",
  {
    orgId: orgId(),
    depositId: uuid("deposit_id").notNull(),
    line: integer("line").notNull(),
    paymentId: uuid("payment_id").notNull(),
    amountCents: centsColumn("amount").notNull(),
  },
  (t) => [
    primaryKey({ name: "deposit_lines_key", columns: [t.orgId, t.depositId, t.line] }),
    unique("deposit_lines_once").on(t.orgId, t.depositId, t.paymentId),
    foreignKey({
      name: "deposit_lines_deposit",
      columns: [t.orgId, t.depositId],
      foreignColumns: [deposits.orgId, deposits.id],
    }),
    foreignKey({
      name: "deposit_lines_payment",
      columns: [t.orgId, t.paymentId],
      foreignColumns: [payments.orgId, payments.id],
    }),
    index("deposit_lines_of_payment").on(t.orgId, t.paymentId),
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
    /** What of the invoice isn't held back any more: never a debt, so no credit either. */
    retainageCents: centsColumn("retainage")
      .notNull()
      .default(sql`0`),
    totalCents: centsColumn("total").notNull(),
    /** For the business itself. */
    reason: text("reason").notNull().default(""),
    notesToCustomer: text("notes_to_customer").notNull().default(""),
    /** The receipt of the return that it credits. */
    receiptId: uuid("receipt_id"),
    /** The invoice that it credits, line by line. */
    invoiceId: uuid("invoice_id"),
    eventNumber: eventNumber("event_number").notNull(),
    /** It came with an import that was undone whole: its number may come again. */
    numberFreed: boolean("number_freed").notNull().default(false),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "credit_memos_key", columns: [t.orgId, t.id] }),
    uniqueIndex("credit_memos_number").on(t.orgId, t.number, NUMBER_FREED),
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
    foreignKey({
      name: "credit_memos_invoice",
      columns: [t.orgId, t.invoiceId],
      foreignColumns: [invoices.orgId, invoices.id],
    }),
    check("credit_memos_of_one", sql`${t.receiptId} is null or ${t.invoiceId} is null`),
    /** Of what was all held back nothing is left to credit. */
    check(
      "credit_memos_foot",
      sql`${t.totalCents} = ${t.subtotalCents} + ${t.taxCents} - ${t.retainageCents} and ${t.totalCents} >= 0
        and ${t.subtotalCents} >= 0 and ${t.retainageCents} >= 0 and ${t.subtotalCents} + ${t.taxCents} > 0`,
    ),
    index("credit_memos_of_invoice")
      .on(t.orgId, t.invoiceId)
      .where(sql`invoice_id is not null`),
    index("credit_memos_by_day").on(t.orgId, t.issuedOn, t.eventNumber),
    index("credit_memos_by_total").on(t.orgId, t.totalCents, t.eventNumber),
    index("credit_memos_of_account").on(t.orgId, t.accountId, t.issuedOn),
    wall(),
  ],
);
