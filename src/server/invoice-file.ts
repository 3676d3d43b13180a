// An invoice as a file, drawn anew each time: it never changes, but what has been paid on it does.
import { notFound } from "next/navigation";
import { invoiceWords } from "@/domain/language/invoice-words.ts";
import { tenantOf } from "./actor.ts";
import { apiFor, contextFor } from "./api.ts";
import { runHeavy } from "./heavy/run-heavy.ts";
import { answerPaper } from "./paper-answer.ts";

export async function answerInvoiceFile(
  org: string,
  invoiceId: string,
  signal: AbortSignal,
): Promise<Response> {
  const api = await apiFor(org);
  const invoice = await api.invoices.paper({ invoiceId: invoiceId.slice(0, 60) });
  const { member } = await contextFor(org);
  if (!member) notFound();
  return answerPaper(async () => {
    const pdf = await runHeavy(tenantOf(member), "invoice-pdf", invoice, { signal });
    const { business, number } = invoice;
    return { pdf, name: invoiceWords(business.language).fileOf(business.name, number), download: false };
  });
}
