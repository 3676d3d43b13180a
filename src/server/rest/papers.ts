// Documents as files, drawn as they are for people, and files that somebody brought.
import { readAttachmentFile } from "@/books/business/attachments.ts";
import { readBooks } from "@/books/open.ts";
import { readStatement } from "@/books/statements/statements.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { paperWords } from "@/domain/language/credit-memo-words.ts";
import { documentWords } from "@/domain/language/document-words.ts";
import { tenantOf, type KeyActor } from "../actor.ts";
import { runHeavy } from "../heavy/run-heavy.ts";
import { pdfResponse } from "../paper-answer.ts";
import { logoOf } from "../paper-logo.ts";
import { statementFile } from "../statement-file.ts";
import { savedFile } from "../wire/saved-file.ts";

/** An invoice or a credit memo. */
export async function drawInvoice(
  actor: KeyActor,
  invoice: InvoicePaper,
  signal: AbortSignal,
): Promise<Response> {
  const logo = await logoOf(actor, invoice.business.brand);
  const pdf = await runHeavy(tenantOf(actor), "invoice-pdf", { invoice, logo }, { signal });
  const name = paperWords(invoice).fileOf(invoice.business.name, invoice.number);
  return pdfResponse(pdf, { name, download: true });
}

export async function drawStatement(
  actor: KeyActor,
  { statementId }: { statementId: string },
  signal: AbortSignal,
): Promise<Response> {
  const issued = await readBooks(actor, (books) => readStatement(books, statementId));
  const pdf = await statementFile(actor, issued, signal);
  const { business, number, asOf } = issued.statement;
  const name = documentWords(business.language).fileOf(business.name, number, asOf);
  return pdfResponse(pdf, { name, download: true });
}

/** As the door for files hands it out to people. */
export async function handOutFile(
  actor: KeyActor,
  { attachmentId }: { attachmentId: string },
): Promise<Response> {
  return savedFile(await readBooks(actor, (books) => readAttachmentFile(books, attachmentId)));
}
