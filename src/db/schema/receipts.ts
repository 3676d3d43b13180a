// Receipts of the counter: what was sold or brought back, and how it was paid. A receipt is whole when it is made and
// never changed: its house charge is an invoice, its payment on account a payment, a return to the account a credit memo.
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
  uuid,
} from "drizzle-orm/pg-core";
import { RECEIPT_KINDS, TENDERS, type ReceiptKind, type Tender } from "@/domain/receipts/receipt.ts";
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
import { chart } from "./ground.ts";
import { products } from "./products.ts";

/** Amounts are positive on a return, too: its kind says which way they go. */
export const receipts = booksSchema.table(
  "receipts",
  {
    orgId: orgId(),
    id: id(),
    number: text("number").notNull(),
    kind: word<ReceiptKind>("kind").notNull(),
    /** Null for a sale to somebody who just walked in and paid. */
    accountId: uuid("account_id"),
    currency: text("currency").notNull(),
    issuedOn: dayColumn("issued_on").notNull(),
    /** Sum of the lines, after their discounts. */
    subtotalCents: centsColumn("subtotal").notNull(),
    taxCents: centsColumn("tax").notNull(),
    totalCents: centsColumn("total").notNull(),
    /** Paid towards the account beside the purchases. */
    onAccountCents: centsColumn("on_account")
      .notNull()
      .default(sql`0`),
    /** Charged to the account; on a return, credited to it. */
    houseChargeCents: centsColumn("house_charge")
      .notNull()
      .default(sql`0`),
    /** Paid by other tenders, change taken off; on a return, given back. */
    moneyCents: centsColumn("money")
      .notNull()
      .default(sql`0`),
    /** The receipt that a return brings goods back of. */
    returnOf: uuid("return_of"),
    /** Printed on it, for the customer. */
    note: text("note").notNull().default(""),
    /** For the business itself. */
    memo: text("memo").notNull().default(""),
    soldBy: text("sold_by").notNull(),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ name: "receipts_key", columns: [t.orgId, t.id] }),
    unique("receipts_number").on(t.orgId, t.number),
    foreignKey({
      name: "receipts_account",
      columns: [t.orgId, t.accountId, t.currency],
      foreignColumns: [accounts.orgId, accounts.id, accounts.currency],
    }),
    foreignKey({
      name: "receipts_return_of",
      columns: [t.orgId, t.returnOf],
      foreignColumns: [t.orgId, t.id],
    }),
    check("receipts_kind", oneOf("kind", RECEIPT_KINDS)),
    check("receipts_return", sql`(${t.kind} = 'return') = (${t.returnOf} is not null)`),
    check("receipts_foot", sql`${t.totalCents} = ${t.subtotalCents} + ${t.taxCents}`),
    check(
      "receipts_paid",
      sql`${t.houseChargeCents} + ${t.moneyCents} = ${t.totalCents} + ${t.onAccountCents} and ${t.moneyCents} >= 0`,
    ),
    /** A house charge pays for purchases and their tax, never for a payment on account (product.md A7). */
    check("receipts_house_charge", sql`${t.houseChargeCents} between 0 and ${t.totalCents}`),
    check(
      "receipts_amounts",
      sql`${t.subtotalCents} >= 0 and ${t.taxCents} >= 0 and ${t.onAccountCents} >= 0`,
    ),
    check(
      "receipts_of_account",
      sql`${t.accountId} is not null or (${t.houseChargeCents} = 0 and ${t.onAccountCents} = 0)`,
    ),
    check("receipts_return_plain", sql`${t.kind} = 'sale' or ${t.onAccountCents} = 0`),
    index("receipts_of_account").on(t.orgId, t.accountId, t.issuedOn),
    index("receipts_by_time").on(t.orgId, t.createdAt, t.id),
    index("receipts_returned").on(t.orgId, t.returnOf),
    wall(),
  ],
);

export const receiptLines = booksSchema.table(
  "receipt_lines",
  {
    orgId: orgId(),
    receiptId: uuid("receipt_id").notNull(),
    line: integer("line").notNull(),
    productId: uuid("product_id"),
    sku: text("sku").notNull().default(""),
    description: text("description").notNull(),
    quantity: numeric("quantity", { precision: 18, scale: 6 }).notNull(),
    unit: text("unit").notNull().default(""),
    unitPrice: numeric("unit_price", { precision: 24, scale: 8 }).notNull(),
    discountCents: centsColumn("discount")
      .notNull()
      .default(sql`0`),
    /** round(quantity × unit price) less the discount. */
    totalCents: centsColumn("total").notNull(),
    taxable: boolean("taxable").notNull(),
    /** The line's share of the receipt's tax, by largest remainder. */
    taxCents: centsColumn("tax")
      .notNull()
      .default(sql`0`),
    chartCode: text("chart_code").notNull(),
    /** On a return: the receipt and its line that this brings back. */
    returnOf: uuid("return_of"),
    returnedLine: integer("returned_line"),
  },
  (t) => [
    primaryKey({ name: "receipt_lines_key", columns: [t.orgId, t.receiptId, t.line] }),
    foreignKey({
      name: "receipt_lines_receipt",
      columns: [t.orgId, t.receiptId],
      foreignColumns: [receipts.orgId, receipts.id],
    }),
    foreignKey({
      name: "receipt_lines_product",
      columns: [t.orgId, t.productId],
      foreignColumns: [products.orgId, products.id],
    }),
    foreignKey({
      name: "receipt_lines_chart",
      columns: [t.orgId, t.chartCode],
      foreignColumns: [chart.orgId, chart.code],
    }),
    foreignKey({
      name: "receipt_lines_returned",
      columns: [t.orgId, t.returnOf, t.returnedLine],
      foreignColumns: [t.orgId, t.receiptId, t.line],
    }),
    check("receipt_lines_returned_line", sql`(${t.returnOf} is null) = (${t.returnedLine} is null)`),
    check(
      "receipt_lines_amounts",
      sql`${t.quantity} > 0 and ${t.unitPrice} >= 0 and ${t.discountCents} >= 0 and ${t.totalCents} >= 0 and ${t.taxCents} >= 0`,
    ),
    check("receipt_lines_tax", sql`${t.taxable} or ${t.taxCents} = 0`),
    index("receipt_lines_of_product").on(t.orgId, t.productId),
    index("receipt_lines_of_returned").on(t.orgId, t.returnOf, t.returnedLine),
    wall(),
  ],
);

export const receiptTenders = booksSchema.table(
  "receipt_tenders",
  {
    orgId: orgId(),
    receiptId: uuid("receipt_id").notNull(),
    line: integer("line").notNull(),
    tender: word<Tender>("tender").notNull(),
    reference: text("reference").notNull().default(""),
    /** What it pays of the receipt. */
    amountCents: centsColumn("amount").notNull(),
    /** What was handed over; the difference was given back as change. */
    givenCents: centsColumn("given").notNull(),
    /** The part of it that is paid on account. */
    onAccountCents: centsColumn("on_account")
      .notNull()
      .default(sql`0`),
    /** What it posted: the invoice of a house charge, the payment on account, the credit memo of a return. */
    eventNumber: eventNumber("event_number"),
  },
  (t) => [
    primaryKey({ name: "receipt_tenders_key", columns: [t.orgId, t.receiptId, t.line] }),
    foreignKey({
      name: "receipt_tenders_receipt",
      columns: [t.orgId, t.receiptId],
      foreignColumns: [receipts.orgId, receipts.id],
    }),
    foreignKey({
      name: "receipt_tenders_event",
      columns: [t.orgId, t.eventNumber],
      foreignColumns: [events.orgId, events.number],
    }),
    check("receipt_tenders_tender", oneOf("tender", TENDERS)),
    check(
      "receipt_tenders_amount",
      sql`${t.amountCents} > 0 and ${t.onAccountCents} between 0 and ${t.amountCents}`,
    ),
    /** Only cash gives change. */
    check(
      "receipt_tenders_given",
      sql`${t.givenCents} >= ${t.amountCents} and (${t.tender} = 'cash' or ${t.givenCents} = ${t.amountCents})`,
    ),
    check("receipt_tenders_house_charge", sql`${t.tender} <> 'house-charge' or ${t.onAccountCents} = 0`),
    check(
      "receipt_tenders_posted",
      sql`(${t.eventNumber} is not null) = (${t.tender} = 'house-charge' or ${t.onAccountCents} > 0)`,
    ),
    index("receipt_tenders_of_event").on(t.orgId, t.eventNumber),
    wall(),
  ],
);
