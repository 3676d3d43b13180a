// Files kept with a customer or a document: a signed copy, a delivery note; and the picture of who may charge. The bytes are stored once by their hash;
// taking an attachment away is kept with who did it, and the bytes stay.
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ATTACHMENT_TYPES, type AttachmentType } from "@/domain/business/attachment.ts";
import { customers } from "./accounts.ts";
import { buyers } from "./charging.ts";
import { booksSchema, bytes, id, instant, oneOf, orgId, wall, word } from "./columns.ts";
import { creditApplications } from "./credit-applications.ts";
import { payments } from "./documents.ts";
import { invoiceDrafts } from "./invoice-drafts.ts";
import { invoices } from "./invoices.ts";
import { receipts } from "./receipts.ts";

export const attachmentFiles = booksSchema.table(
  "attachment_files",
  {
    orgId: orgId(),
    /** SHA-256 of the content. */
    hash: bytes("hash").notNull(),
    content: bytes("content").notNull(),
    size: integer("size").notNull(),
  },
  (t) => [
    primaryKey({ name: "attachment_files_key", columns: [t.orgId, t.hash] }),
    check("attachment_files_hash", sql`${t.hash} = sha256(${t.content})`),
    check(
      "attachment_files_size",
      sql`${t.size} = length(${t.content}) and ${t.size} between 1 and 10 * 1024 * 1024`,
    ),
    wall(),
  ],
);

export const attachments = booksSchema.table(
  "attachments",
  {
    orgId: orgId(),
    id: id(),
    customerId: uuid("customer_id"),
    receiptId: uuid("receipt_id"),
    invoiceId: uuid("invoice_id"),
    paymentId: uuid("payment_id"),
    /** A draft's are its invoice's, too, when it is issued. */
    draftId: uuid("draft_id"),
    applicationId: uuid("application_id"),
    /** The picture of who may charge. */
    buyerId: uuid("buyer_id"),
    name: text("name").notNull(),
    mediaType: word<AttachmentType>("media_type").notNull(),
    hash: bytes("hash").notNull(),
    attachedBy: text("attached_by").notNull(),
    attachedAt: instant("attached_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    removedBy: text("removed_by"),
    removedAt: instant("removed_at"),
  },
  (t) => [
    primaryKey({ name: "attachments_key", columns: [t.orgId, t.id] }),
    foreignKey({
      name: "attachments_file",
      columns: [t.orgId, t.hash],
      foreignColumns: [attachmentFiles.orgId, attachmentFiles.hash],
    }),
    foreignKey({
      name: "attachments_customer",
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: "attachments_receipt",
      columns: [t.orgId, t.receiptId],
      foreignColumns: [receipts.orgId, receipts.id],
    }),
    foreignKey({
      name: "attachments_invoice",
      columns: [t.orgId, t.invoiceId],
      foreignColumns: [invoices.orgId, invoices.id],
    }),
    foreignKey({
      name: "attachments_payment",
      columns: [t.orgId, t.paymentId],
      foreignColumns: [payments.orgId, payments.id],
    }),
    foreignKey({
      name: "attachments_draft",
      columns: [t.orgId, t.draftId],
      foreignColumns: [invoiceDrafts.orgId, invoiceDrafts.id],
    }),
    foreignKey({
      name: "attachments_application",
      columns: [t.orgId, t.applicationId],
      foreignColumns: [creditApplications.orgId, creditApplications.id],
    }),
    foreignKey({
      name: "attachments_buyer",
      columns: [t.orgId, t.buyerId],
      foreignColumns: [buyers.orgId, buyers.id],
    }),
    check("attachments_photo", sql`${t.buyerId} is null or ${t.mediaType} <> 'application/pdf'`),
    check(
      "attachments_of_one",
      sql`num_nonnulls(${t.customerId}, ${t.receiptId}, ${t.invoiceId}, ${t.paymentId}, ${t.draftId}, ${t.buyerId}, ${t.applicationId}) = 1`,
    ),
    check("attachments_media_type", oneOf("media_type", ATTACHMENT_TYPES)),
    check("attachments_named", sql`length(${t.name}) between 1 and 200`),
    check("attachments_removed", sql`(${t.removedAt} is null) = (${t.removedBy} is null)`),
    index("attachments_of_customer").on(t.orgId, t.customerId),
    index("attachments_of_receipt").on(t.orgId, t.receiptId),
    index("attachments_of_invoice").on(t.orgId, t.invoiceId),
    index("attachments_of_payment").on(t.orgId, t.paymentId),
    index("attachments_of_draft").on(t.orgId, t.draftId),
    index("attachments_of_application").on(t.orgId, t.applicationId),
    uniqueIndex("attachments_photo_once")
      .on(t.orgId, t.buyerId)
      .where(sql`removed_at is null and buyer_id is not null`),
    wall(),
  ],
);
