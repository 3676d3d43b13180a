// An invoice as a file, drawn anew each time: it never changes, but what has been paid on it does.
import { notFound } from "next/navigation";
import { paperWords } from "@/domain/language/credit-memo-words.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { tenantOf } from "./actor.ts";
import { apiFor, contextFor } from "./api.ts";
import { runHeavy } from "./heavy/run-heavy.ts";
import { logoOf } from "./paper-logo.ts";
import { answerPaper } from "./paper-answer.ts";

export async function answerInvoiceFile(
  org: string,
  invoiceId: string,
  signal: AbortSignal,
): Promise<Response> {
  const api = await apiFor(org);
  const invoice = await api.invoices.paper({ invoiceId: invoiceId.slice(0, 60) });
  return drawn(org, invoice, signal);
}

/** A credit memo of an invoice, the same way. */
export async function answerCreditMemoFile(
  org: string,
  creditMemoId: string,
  signal: AbortSignal,
): Promise<Response> {
  const api = await apiFor(org);
  const invoice = await api.creditMemos.paper({ creditMemoId: creditMemoId.slice(0, 60) });
  return drawn(org, invoice, signal);
}

async function drawn(org: string, invoice: InvoicePaper, signal: AbortSignal): Promise<Response> {
  const { member } = await contextFor(org);
  if (!member) notFound();
  return answerPaper(async () => {
    const logo = await logoOf(member, invoice.business.brand);
    const pdf = await runHeavy(tenantOf(member), "invoice-pdf", { invoice, logo }, { signal });
    const { business, number } = invoice;
    return { pdf, name: paperWords(invoice).fileOf(business.name, number), download: false };
  });
}
