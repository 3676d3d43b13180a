// Who needn't be taxed, by which certificate, and until when. A new certificate ends the one before; both are kept.
import { sql } from "drizzle-orm";
import { check, foreignKey, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { customers } from "./accounts.ts";
import { attachments } from "./attachments.ts";
import { booksSchema, dayColumn, id, instant, orgId, recordedAt, wall } from "./columns.ts";

export const taxExemptions = booksSchema.table(
  "tax_exemptions",
  {
    orgId: orgId(),
    id: id(),
    customerId: uuid("customer_id").notNull(),
    certificate: text("certificate").notNull(),
    /** The last day on which it holds; null: it has no end. */
    expiresOn: dayColumn("expires_on"),
    /** The certificate itself, among the customer's files. */
    attachmentId: uuid("attachment_id"),
    recordedBy: text("recorded_by").notNull(),
    recordedAt: recordedAt(),
    endedBy: text("ended_by"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ name: "tax_exemptions_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "tax_exemptions_customer",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: "tax_exemptions_file",
      columns: [t.orgId, t.attachmentId],
      foreignColumns: [attachments.orgId, attachments.id],
    }),
    check("tax_exemptions_certificate", sql`length(${t.certificate}) between 1 and 60`),
    check("tax_exemptions_ended", sql`(${t.endedAt} is null) = (${t.endedBy} is null)`),
    uniqueIndex("tax_exemptions_standing")
      .on(t.orgId, t.customerId)
      .where(sql`ended_at is null`),
    wall(),
  ],
);
