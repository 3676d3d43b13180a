// The papers behind events beside invoices: payments and credit memos. Each is written with its event and stays as it is.
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
import { receipts } from "./receipts.ts";

export const PAYMENT_METHODS = ["check", "card", "cash", "direct-deposit", "record-only", "import"] as const;

/** One check, or other money, that pays for several customers: each payment of it is posted on its own account. */
export const splitPayments = booksSchema.table(
  "split_payments",
  {
    orgId: orgId(),
    id: id(),
    /** Whose check it is. */
    accountId: uuid("account_id").notNull(),
    currency: text("currency").notNull(),
    amountCents: centsColumn("amount").notNull(),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "split_payments_key", columns: [t.orgId, t.id] }),
    unique("split_payments_currency").on(t.orgId, t.currency, t.id),
    foreignKey({
      name: "split_payments_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    check("split_payments_amount", sql`${t.amountCents} > 0`),
    wall(),
  ],
);

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
    check(
      "credit_memos_foot",
      sql`${t.totalCents} = ${t.subtotalCents} + ${t.taxCents} and ${t.totalCents} > 0`,
    ),
    index("credit_memos_of_account").on(t.orgId, t.accountId, t.issuedOn),
    wall(),
  ],
);
