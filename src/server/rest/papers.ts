// Documents as files, drawn as they are for people.
import { readBooks } from "@/books/open.ts";
import { readStatement } from "@/books/statements/statements.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { paperWords } from "@/domain/language/credit-memo-words.ts";
import { documentWords } from "@/domain/language/document-words.ts";
import { tenantOf, type KeyActor } from "../actor.ts";
import { runHeavy } from "../heavy/run-heavy.ts";
import type { Paper } from "../paper-answer.ts";
import { logoOf } from "../paper-logo.ts";
import { statementFile } from "../statement-file.ts";

/** An invoice or a credit memo. */
export async function drawInvoice(
  actor: KeyActor,
  invoice: InvoicePaper,
  signal: AbortSignal,
): Promise<Paper> {
  const logo = await logoOf(actor, invoice.business.brand);
  const pdf = await runHeavy(tenantOf(actor), "invoice-pdf", { invoice, logo }, { signal });
  return { pdf, name: paperWords(invoice).fileOf(invoice.business.name, invoice.number), download: true };
}

export async function drawStatement(
  actor: KeyActor,
  { statementId }: { statementId: string },
  signal: AbortSignal,
): Promise<Paper> {
  const issued = await readBooks(actor, (books) => readStatement(books, statementId));
  const pdf = await statementFile(actor, issued, signal);
  const { business, number, asOf } = issued.statement;
  return { pdf, name: documentWords(business.language).fileOf(business.name, number, asOf), download: true };
}
