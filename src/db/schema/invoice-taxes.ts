// What each rate came to on an invoice, for whom.
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, numeric, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { booksSchema, centsColumn, orgId, wall } from "./columns.ts";
import { invoices } from "./invoices.ts";
import { taxAgencies } from "./taxes.ts";

/** What each single rate came to, as it was that day. */
export const invoiceTaxes = booksSchema.table(
  "invoice_taxes",
  {
    orgId: orgId(),
    invoiceId: uuid("invoice_id").notNull(),
    line: integer("line").notNull(),
    agencyId: uuid("agency_id").notNull(),
    /** As it was called that day. */
    agency: text("agency").notNull(),
    name: text("name").notNull(),
    /** Percent. */
    rate: numeric("rate", { precision: 6, scale: 3 }).notNull(),
    /** The taxable lines. */
    baseCents: centsColumn("base").notNull(),
    taxCents: centsColumn("tax").notNull(),
    /** Of the base, what no tax of the same agency before it counts; null where all lines bear the same taxes. */
    soldCents: centsColumn("sold"),
  },
  (t) => [
    primaryKey({ name: "invoice_taxes_key", columns: [t.orgId, t.invoiceId, t.line] }),
    foreignKey({
      name: "invoice_taxes_invoice",
      columns: [t.orgId, t.invoiceId],
      foreignColumns: [invoices.orgId, invoices.id],
    }),
    foreignKey({
      name: "invoice_taxes_agency",
      columns: [t.orgId, t.agencyId],
      foreignColumns: [taxAgencies.orgId, taxAgencies.id],
    }),
    index("invoice_taxes_of_agency").on(t.orgId, t.agencyId),
    check("invoice_taxes_rate", sql`${t.rate} between 0 and 100`),
    check("invoice_taxes_sold", sql`${t.soldCents} between 0 and ${t.baseCents}`),
    /** Half up, as a numeric is rounded that isn't negative. */
    check(
      "invoice_taxes_tax",
      sql`${t.baseCents} >= 0 and ${t.taxCents} = round(${t.baseCents} * ${t.rate} / 100)`,
    ),
    wall(),
  ],
);
