// An invoice that the customer objects to: marked with what they say, until it is settled. It stays a debt as it is; the mark says
// why it isn't paid.
import { sql } from "drizzle-orm";
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
  await books.tx.execute(sql`
    update books.invoices set disputed = ${disputed},
      dispute_note = case when ${disputed} then ${note} else dispute_note end
    where id = ${row.id}::uuid`);
  return { disputed };
}
