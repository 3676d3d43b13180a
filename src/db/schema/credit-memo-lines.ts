// What a credit memo of an invoice takes back: of which of its lines how much, and of which of its taxes.
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
  uuid,
} from "drizzle-orm/pg-core";
import { booksSchema, centsColumn, orgId, wall } from "./columns.ts";
import { creditMemos } from "./documents.ts";
import { invoiceLines } from "./invoices.ts";
import { taxAgencies } from "./taxes.ts";

export const creditMemoLines = booksSchema.table(
  "credit_memo_lines",
  {
    orgId: orgId(),
    creditMemoId: uuid("credit_memo_id").notNull(),
    line: integer("line").notNull(),
    invoiceId: uuid("invoice_id").notNull(),
    invoiceLine: integer("invoice_line").notNull(),
    sku: text("sku").notNull().default(""),
    description: text("description").notNull(),
    /** Of the line's quantity; null where an amount of it was credited. */
    quantity: numeric("quantity", { precision: 18, scale: 6 }),
    unit: text("unit").notNull().default(""),
    totalCents: centsColumn("total").notNull(),
    taxable: boolean("taxable").notNull(),
    taxCents: centsColumn("tax").notNull(),
    /** What of it goes back of each of the invoice's taxes, as its line has them. */
    taxParts: bigint("tax_parts", { mode: "number" }).array(),
    /** Not held back any more. */
    retainageCents: centsColumn("retainage").notNull(),
    chartCode: text("chart_code").notNull(),
  },
  (t) => [
    primaryKey({ name: "credit_memo_lines_key", columns: [t.orgId, t.creditMemoId, t.line] }),
    foreignKey({
      name: "credit_memo_lines_memo",
      columns: [t.orgId, t.creditMemoId],
      foreignColumns: [creditMemos.orgId, creditMemos.id],
    }),
    foreignKey({
      name: "credit_memo_lines_credited",
      columns: [t.orgId, t.invoiceId, t.invoiceLine],
      foreignColumns: [invoiceLines.orgId, invoiceLines.invoiceId, invoiceLines.line],
    }),
    check("credit_memo_lines_quantity", sql`${t.quantity} > 0`),
    check(
      "credit_memo_lines_amounts",
      sql`${t.totalCents} >= 0 and ${t.taxCents} >= 0 and ${t.retainageCents} between 0 and ${t.totalCents}`,
    ),
    check("credit_memo_lines_tax", sql`${t.taxable} or ${t.taxCents} = 0`),
    index("credit_memo_lines_of_invoice").on(t.orgId, t.invoiceId, t.invoiceLine),
    wall(),
  ],
);

/** What of each tax of the invoice goes back. */
export const creditMemoTaxes = booksSchema.table(
  "credit_memo_taxes",
  {
    orgId: orgId(),
    creditMemoId: uuid("credit_memo_id").notNull(),
    /** That of the invoice's tax. */
    line: integer("line").notNull(),
    agencyId: uuid("agency_id").notNull(),
    /** As it was called on the invoice. */
    agency: text("agency").notNull(),
    name: text("name").notNull(),
    rate: numeric("rate", { precision: 6, scale: 3 }).notNull(),
    /** The taxable lines of the memo. */
    baseCents: centsColumn("base").notNull(),
    taxCents: centsColumn("tax").notNull(),
    /** As the invoice's tax has it. */
    soldCents: centsColumn("sold"),
  },
  (t) => [
    primaryKey({ name: "credit_memo_taxes_key", columns: [t.orgId, t.creditMemoId, t.line] }),
    foreignKey({
      name: "credit_memo_taxes_memo",
      columns: [t.orgId, t.creditMemoId],
      foreignColumns: [creditMemos.orgId, creditMemos.id],
    }),
    foreignKey({
      name: "credit_memo_taxes_agency",
      columns: [t.orgId, t.agencyId],
      foreignColumns: [taxAgencies.orgId, taxAgencies.id],
    }),
    check("credit_memo_taxes_rate", sql`${t.rate} between 0 and 100`),
    check("credit_memo_taxes_sold", sql`${t.soldCents} between 0 and ${t.baseCents}`),
    check("credit_memo_taxes_amounts", sql`${t.baseCents} >= 0 and ${t.taxCents} >= 0`),
    index("credit_memo_taxes_of_agency").on(t.orgId, t.agencyId),
    wall(),
  ],
);
