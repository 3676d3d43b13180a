// An invoice that the customer objects to: marked with why, until it is settled. It stays a debt as it is; the mark says why it
// isn't paid. A member marks it for them, or they do by the link in their mail.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { DisputeReason } from "@/domain/invoices/dispute.ts";
import type { InvoiceDispute } from "@/domain/invoices/invoice-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";
import { findInvoice } from "./invoice-page.ts";

/** What was said before stays with a dispute that is settled. Refuses an invoice that was voided. */
export async function disputeInvoice(
  books: Books,
  { invoiceId, disputed, note }: InvoiceDispute,
): Promise<{ disputed: boolean }> {
  const row = await findInvoice(books, invoiceId);
  if (row.voided_by !== null) throw new Refusal("reversed-before");
  if (disputed) await keepDispute(books, row.id, { reason: "other", note });
  else
    await books.tx.execute(sql`
      update books.disputes set settled_by = ${books.userName}, settled_at = clock_timestamp()
      where invoice_id = ${row.id}::uuid and settled_at is null`);
  await mark(books, row.id, disputed, note);
  return { disputed };
}

/**
 * Objects to an invoice of this account. Refuses another account's with "not-found", a voided one, and one that is disputed
 * already with "disputed-before".
 */
export async function raiseDispute(
  books: Books,
  accountId: string,
  { invoiceId, reason, note }: { invoiceId: string; reason: DisputeReason; note: string },
): Promise<{ disputed: true; disputeId: string }> {
  const row = await findInvoice(books, invoiceId);
  if (row.account_id !== accountId) throw new Refusal("not-found");
  if (row.voided_by !== null) throw new Refusal("reversed-before");
  if (row.disputed) throw new Refusal("disputed-before");
  const { fresh, id } = await keepDispute(books, row.id, { reason, note });
  if (!fresh) throw new Refusal("disputed-before");
  await mark(books, row.id, true, note);
  return { disputed: true, disputeId: id };
}

/** Whether it is a new one: of an invoice one stands at a time, and what is said of it anew is written to that. */
async function keepDispute(
  { tx, userName }: Books,
  invoiceId: string,
  { reason, note }: { reason: DisputeReason; note: string },
): Promise<{ id: string; fresh: boolean }> {
  const [row] = await tx.execute<{ id: string; fresh: boolean }>(sql`
    insert into books.disputes (invoice_id, reason, note, raised_by)
    values (${invoiceId}::uuid, ${reason}, ${note}, ${userName})
    on conflict (org_id, invoice_id) where settled_at is null do update set note = excluded.note
    returning id, xmax = 0 as fresh`);
  return present(row, "an insert returns its row");
}

async function mark({ tx }: Books, invoiceId: string, disputed: boolean, note: string): Promise<void> {
  await tx.execute(sql`
    update books.invoices set disputed = ${disputed},
      dispute_note = case when ${disputed} then ${note} else dispute_note end
    where id = ${invoiceId}::uuid`);
}
