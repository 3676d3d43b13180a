// Files kept with a customer, a receipt, an invoice or its draft, a payment, or an application for credit. The bytes are stored once by their hash; taking one
// away keeps who did it and when.
import { createHash } from "node:crypto";
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import {
  LARGEST_ATTACHMENT,
  LARGEST_PHOTO,
  MOST_ATTACHMENTS,
  attachmentName,
  isPhoto,
  typeOfFile,
  type AttachedTo,
  type Attachment,
  type AttachmentType,
  type Subject,
} from "@/domain/business/attachment.ts";
import { plainPicture } from "@/domain/business/plain-picture.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

const OF: Record<AttachedTo, { table: SQL; column: SQL }> = {
  customer: { table: sql`books.customers`, column: sql`customer_id` },
  receipt: { table: sql`books.receipts`, column: sql`receipt_id` },
  invoice: { table: sql`books.invoices`, column: sql`invoice_id` },
  payment: { table: sql`books.payments`, column: sql`payment_id` },
  application: { table: sql`books.credit_applications`, column: sql`application_id` },
  buyer: { table: sql`(select id from books.buyers where removed_at is null) there`, column: sql`buyer_id` },
  // What was issued or discarded meanwhile takes no file any more.
  draft: {
    table: sql`(select id from books.invoice_drafts where state = 'open') open`,
    column: sql`draft_id`,
  },
};

type Row = {
  id: string;
  name: string;
  media_type: AttachmentType;
  size: number;
  attached_by: string;
  attached_at: string;
};

const attachmentOf = (row: Row): Attachment => ({
  attachmentId: row.id,
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  attachedBy: row.attached_by,
  attachedAt: row.attached_at,
});

const kept = (where: SQL) => sql`
  select a.id, a.name, a.media_type, f.size, a.attached_by, a.attached_at
  from books.attachments a join books.attachment_files f on f.hash = a.hash
  where a.removed_at is null and ${where} order by a.attached_at, a.id`;

export async function listAttachments({ tx }: Books, { kind, id }: Subject): Promise<Attachment[]> {
  if (!z.uuid().safeParse(id).success) return [];
  const rows = await tx.execute<Row>(kept(sql`a.${OF[kind].column} = ${id}::uuid`));
  return rows.map(attachmentOf);
}

/**
 * Refuses "file-kind", "file-too-large" and "too-many-files". The same file on the same thing again is the one that is
 * there. Of who may charge there is one picture: a new one takes the place of the other.
 */
export async function attachFile(
  books: Books,
  { kind, id, name, content: sent }: Subject & { name: string; content: Uint8Array },
): Promise<Attachment> {
  const type = typeOfFile(sent);
  if (!type || (kind === "buyer" && !isPhoto(type))) throw new Refusal("file-kind");
  if (sent.byteLength > (kind === "buyer" ? LARGEST_PHOTO : LARGEST_ATTACHMENT))
    throw new Refusal("file-too-large");
  // Where somebody's picture was taken is nobody's to know.
  const content = kind === "buyer" ? plainPicture(sent, type) : sent;
  if (content === null) throw new Refusal("file-kind");
  await lockSubject(books, { kind, id });
  const hash = createHash("sha256").update(content).digest();
  const [same] = await books.tx.execute<Row>(
    kept(sql`a.${OF[kind].column} = ${id}::uuid and a.hash = ${hash}`),
  );
  if (same) return attachmentOf(same);
  if (kind === "buyer")
    await books.tx.execute(sql`
      update books.attachments set removed_by = ${books.userName}, removed_at = clock_timestamp()
      where buyer_id = ${id}::uuid and removed_at is null`);
  const there = await listAttachments(books, { kind, id });
  if (there.length >= MOST_ATTACHMENTS) throw new Refusal("too-many-files");
  await books.tx.execute(sql`
    insert into books.attachment_files (hash, content, size) values (${hash}, ${content}, ${content.byteLength}::int)
    on conflict do nothing`);
  const [row] = await books.tx.execute<Row>(sql`
    insert into books.attachments (${OF[kind].column}, name, media_type, hash, attached_by)
    values (${id}::uuid, ${attachmentName(name, type)}, ${type}, ${hash}, ${books.userName})
    returning id, name, media_type, ${content.byteLength}::int as size, attached_by, attached_at`);
  if (!row) throw new Error("what was inserted is returned");
  return attachmentOf(row);
}

/** Two who attach at once wait for each other, so that neither passes the most there may be. */
async function lockSubject({ tx }: Books, { kind, id }: Subject): Promise<void> {
  if (!z.uuid().safeParse(id).success) throw new Refusal("not-found");
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`attachments ${kind} ${id}`}, 0))`);
  const [there] = await tx.execute(sql`select from ${OF[kind].table} where id = ${id}::uuid`);
  if (!there) throw new Refusal("not-found");
}

/** What an attachment hangs on; refuses "not-found" for one that was taken away. */
export async function readAttachmentSubject({ tx }: Books, attachmentId: string): Promise<Subject> {
  if (!z.uuid().safeParse(attachmentId).success) throw new Refusal("not-found");
  const [row] = await tx.execute<Subject>(sql`
    select case when customer_id is not null then 'customer' when receipt_id is not null then 'receipt'
        when invoice_id is not null then 'invoice' when draft_id is not null then 'draft' when buyer_id is not null then 'buyer'
        when application_id is not null then 'application' else 'payment' end as kind,
      coalesce(customer_id, receipt_id, invoice_id, draft_id, buyer_id, application_id, payment_id) as id
    from books.attachments where id = ${attachmentId}::uuid and removed_at is null`);
  if (!row) throw new Refusal("not-found");
  return row;
}

export async function readAttachmentFile(
  { tx }: Books,
  attachmentId: string,
): Promise<{ name: string; mediaType: AttachmentType; content: Uint8Array }> {
  if (!z.uuid().safeParse(attachmentId).success) throw new Refusal("not-found");
  const [row] = await tx.execute<{ name: string; media_type: AttachmentType; content: Buffer }>(sql`
    select a.name, a.media_type, f.content from books.attachments a join books.attachment_files f on f.hash = a.hash
    where a.id = ${attachmentId}::uuid and a.removed_at is null`);
  if (!row) throw new Refusal("not-found");
  return { name: row.name, mediaType: row.media_type, content: row.content };
}

/** The file stays; who took it away, and when, is kept. */
export async function removeAttachment(books: Books, attachmentId: string): Promise<{ removed: true }> {
  if (!z.uuid().safeParse(attachmentId).success) throw new Refusal("not-found");
  const [row] = await books.tx.execute(sql`
    update books.attachments set removed_by = ${books.userName}, removed_at = clock_timestamp()
    where id = ${attachmentId}::uuid and removed_at is null returning id`);
  if (!row) throw new Refusal("not-found");
  return { removed: true };
}

/** The one picture of who may charge; refuses "not-found" where there is none. */
export async function readBuyerPhoto(books: Books, buyerId: string): Promise<Attachment> {
  const [photo] = await listAttachments(books, { kind: "buyer", id: buyerId });
  if (!photo) throw new Refusal("not-found");
  return photo;
}
