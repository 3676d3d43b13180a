// What each rate came to on a receipt, for whom; on a return, what of it goes back.
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, numeric, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { booksSchema, centsColumn, orgId, wall } from "./columns.ts";
import { receipts } from "./receipts.ts";
import { taxAgencies } from "./taxes.ts";

export const receiptTaxes = booksSchema.table(
  "receipt_taxes",
  {
    orgId: orgId(),
    receiptId: uuid("receipt_id").notNull(),
    /** On a return: that of the sale's tax. */
    line: integer("line").notNull(),
    agencyId: uuid("agency_id").notNull(),
    /** As it was called that day. */
    agency: text("agency").notNull(),
    name: text("name").notNull(),
    /** Percent, as it was that day. */
    rate: numeric("rate", { precision: 6, scale: 3 }).notNull(),
    /** What it was taken on. */
    baseCents: centsColumn("base").notNull(),
    taxCents: centsColumn("tax").notNull(),
  },
  (t) => [
    primaryKey({ name: "receipt_taxes_key", columns: [t.orgId, t.receiptId, t.line] }),
    foreignKey({
      name: "receipt_taxes_receipt",
      columns: [t.orgId, t.receiptId],
      foreignColumns: [receipts.orgId, receipts.id],
    }),
    foreignKey({
      name: "receipt_taxes_agency",
      columns: [t.orgId, t.agencyId],
      foreignColumns: [taxAgencies.orgId, taxAgencies.id],
    }),
    check("receipt_taxes_rate", sql`${t.rate} between 0 and 100`),
    check("receipt_taxes_amounts", sql`${t.baseCents} >= 0 and ${t.taxCents} >= 0`),
    index("receipt_taxes_of_agency").on(t.orgId, t.agencyId),
    wall(),
  ],
);
