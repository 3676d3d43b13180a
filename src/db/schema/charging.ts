// Who may charge to an account: the rule of the account and of its jobs, people with a PIN or without, blanket purchase orders,
// and who did charge. What is left of an order is taken by the database (functions/order_used.sql).
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
import { PO_RULES, type PoRule } from "@/domain/credit/who-may-charge.ts";
import { accounts } from "./accounts.ts";
import {
  booksSchema,
  centsColumn,
  dayColumn,
  id,
  instant,
  oneOf,
  orgId,
  recordedAt,
  wall,
  word,
} from "./columns.ts";
import { invoices } from "./invoices.ts";
import { jobs } from "./jobs.ts";

/** One per account, and one per job that has its own. */
export const chargingRules = booksSchema.table(
  "charging_rules",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    jobId: uuid("job_id"),
    buyersOnly: boolean("buyers_only").notNull(),
    poRule: word<PoRule>("po_rule").notNull(),
    presetPo: text("preset_po").notNull().default(""),
    changedBy: text("changed_by").notNull(),
    changedAt: instant("changed_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "charging_rules_key", columns: [t.orgId, t.id] }),
    unique("charging_rules_one").on(t.orgId, t.accountId, t.jobId).nullsNotDistinct(),
    foreignKey({
      name: "charging_rules_account",
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    foreignKey({
      name: "charging_rules_job",
      columns: [t.orgId, t.jobId],
      foreignColumns: [jobs.orgId, jobs.id],
    }),
    check("charging_rules_po", oneOf("po_rule", PO_RULES)),
    check("charging_rules_preset", sql`${t.poRule} <> 'preset' or ${t.presetPo} <> ''`),
    wall(),
  ],
);

/** People who may charge to an account, or on one job of it. */
export const buyers = booksSchema.table(
  "buyers",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    jobId: uuid("job_id"),
    name: text("name").notNull(),
    /** Empty: no PIN is asked. */
    pinHash: text("pin_hash").notNull().default(""),
    limitCents: centsColumn("limit_cents"),
    until: dayColumn("until"),
    addedBy: text("added_by").notNull(),
    recordedAt: recordedAt(),
    removedAt: instant("removed_at"),
    removedBy: text("removed_by").notNull().default(""),
  },
  (t) => [
    primaryKey({ name: "buyers_key", columns: [t.orgId, t.id] }),
    unique("buyers_of_account").on(t.orgId, t.accountId, t.id),
    foreignKey({
      name: "buyers_account",
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    foreignKey({ name: "buyers_job", columns: [t.orgId, t.jobId], foreignColumns: [jobs.orgId, jobs.id] }),
    check("buyers_named", sql`btrim(${t.name}) <> ''`),
    check("buyers_limit", sql`${t.limitCents} > 0`),
    check("buyers_removed", sql`(${t.removedAt} is not null) = (${t.removedBy} <> '')`),
    index("buyers_there")
      .on(t.orgId, t.accountId)
      .where(sql`removed_at is null`),
    wall(),
  ],
);

/** Orders of a customer that many charges may draw on, up to an amount. */
export const purchaseOrders = booksSchema.table(
  "purchase_orders",
  {
    orgId: orgId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    number: text("number").notNull(),
    amountCents: centsColumn("amount").notNull(),
    usedCents: centsColumn("used")
      .notNull()
      .default(sql`0`),
    until: dayColumn("until"),
    addedBy: text("added_by").notNull(),
    recordedAt: recordedAt(),
    closedAt: instant("closed_at"),
    closedBy: text("closed_by").notNull().default(""),
  },
  (t) => [
    primaryKey({ name: "purchase_orders_key", columns: [t.orgId, t.id] }),
    unique("purchase_orders_of_account").on(t.orgId, t.accountId, t.id),
    uniqueIndex("purchase_orders_number")
      .on(t.orgId, t.accountId, sql`upper(number)`)
      .where(sql`closed_at is null`),
    foreignKey({
      name: "purchase_orders_account",
      columns: [t.orgId, t.accountId],
      foreignColumns: [accounts.orgId, accounts.id],
    }),
    check("purchase_orders_named", sql`btrim(${t.number}) <> ''`),
    check("purchase_orders_use", sql`${t.usedCents} between 0 and ${t.amountCents}`),
    check("purchase_orders_closed", sql`(${t.closedAt} is not null) = (${t.closedBy} <> '')`),
    wall(),
  ],
);

/** Who asked for a charge, and on what order: as it was said then. */
export const chargedBy = booksSchema.table(
  "charged_by",
  {
    orgId: orgId(),
    invoiceId: uuid("invoice_id").notNull(),
    accountId: uuid("account_id").notNull(),
    amountCents: centsColumn("amount").notNull(),
    buyerId: uuid("buyer_id"),
    buyerName: text("buyer_name").notNull().default(""),
    poNumber: text("po_number").notNull().default(""),
    orderId: uuid("order_id"),
  },
  (t) => [
    primaryKey({ name: "charged_by_key", columns: [t.orgId, t.invoiceId] }),
    foreignKey({
      name: "charged_by_invoice",
      columns: [t.orgId, t.invoiceId],
      foreignColumns: [invoices.orgId, invoices.id],
    }),
    foreignKey({
      name: "charged_by_buyer",
      columns: [t.orgId, t.accountId, t.buyerId],
      foreignColumns: [buyers.orgId, buyers.accountId, buyers.id],
    }),
    foreignKey({
      name: "charged_by_order",
      columns: [t.orgId, t.accountId, t.orderId],
      foreignColumns: [purchaseOrders.orgId, purchaseOrders.accountId, purchaseOrders.id],
    }),
    check("charged_by_amount", sql`${t.amountCents} > 0`),
    check("charged_by_buyer_named", sql`${t.buyerId} is null or ${t.buyerName} <> ''`),
    index("charged_by_of_order")
      .on(t.orgId, t.orderId)
      .where(sql`order_id is not null`),
    wall(),
  ],
);
