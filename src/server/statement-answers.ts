// Statements as files, over HTTP: the issued one for a member, a preview that is kept nowhere, and the one behind
// a link. Each goes through the same doors as the page that offers it.
import { notFound } from "next/navigation";
import { readBooks } from "@/books/open.ts";
import { readStatement } from "@/books/statements/statements.ts";
import type { StatementRequest } from "@/domain/statements/statement-input.ts";
import { documentWords } from "@/domain/language/document-words.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { paperWords } from "@/domain/language/credit-memo-words.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { Refusal } from "@/domain/refusal.ts";
import { tenantOf, type Actor } from "./actor.ts";
import { apiFor, contextFor } from "./api.ts";
import { from } from "./wire/request.ts";
import { readAndRun, runHeavy } from "./heavy/run-heavy.ts";
import { answerPaper, type Paper } from "./paper-answer.ts";
import { sharedInvoice } from "./shared-account.ts";
import { logoOf } from "./paper-logo.ts";
import { openShared, type Shared } from "./shared-paper.ts";
import { statementFile } from "./statement-file.ts";

type Issued = Extract<Shared, { kind: "statement" }>["issued"];

export async function answerStatementFile(
  org: string,
  statementId: string,
  signal: AbortSignal,
): Promise<Response> {
  const api = await apiFor(org);
  await api.statements.read({ statementId });
  const { member } = await contextFor(org);
  if (!member) notFound();
  const issued = await readBooks(member, (books) => readStatement(books, statementId));
  return answerPaper(() => issuedPaper(member, issued, signal));
}

export async function answerPreviewFile(
  org: string,
  request: StatementRequest & { knownAt?: string },
  signal: AbortSignal,
): Promise<Response> {
  const api = await apiFor(org);
  const { member } = await contextFor(org);
  const read = () => api.statements.previewPaper(request);
  if (!member) {
    // Whoever isn't let in hears it from the same door.
    await read();
    notFound();
  }
  return answerPaper(async () => {
    const toDraw = async () => {
      const statement = await read();
      return { statement, logo: await logoOf(member, statement.brand) };
    };
    const drawn = await readAndRun(tenantOf(member), "statement-pdf", toDraw, { signal });
    return { pdf: drawn.answer, name: nameOf(drawn.input.statement), download: false };
  });
}

/** A link that doesn't open leads to the page that says so. */
export async function answerSharedFile(token: string, signal: AbortSignal): Promise<Response> {
  const shared = await openOrNull(token);
  return shared ? answerPaper(() => sharedPaper(shared, signal)) : toPage(["s", token]);
}

/** An invoice of the account behind it; one that isn't leads to the page that says so. */
export async function answerSharedInvoiceFile(
  token: string,
  invoiceId: string,
  signal: AbortSignal,
): Promise<Response> {
  const shared = await openOrNull(token);
  const found = shared && (await orNull(Promise.resolve().then(() => sharedInvoice(shared, invoiceId))));
  if (!shared || !found) return toPage(["s", token, "invoices", invoiceId]);
  return answerPaper(() => invoicePaper(shared.actor, found.invoice, signal));
}

const toPage = (path: readonly string[]) =>
  new Response(null, {
    status: 303,
    headers: { location: path.map((part) => `/${encodeURIComponent(part)}`).join("") },
  });

const openOrNull = async (token: string) => orNull(openShared(token, await from()));

const orNull = <T>(work: Promise<T>): Promise<T | null> =>
  work.catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });

async function sharedPaper(shared: Shared, signal: AbortSignal): Promise<Paper> {
  const { actor } = shared;
  if (shared.kind === "statement") return issuedPaper(actor, shared.issued, signal);
  return invoicePaper(actor, shared.invoice, signal);
}

async function invoicePaper(actor: Actor, invoice: InvoicePaper, signal: AbortSignal): Promise<Paper> {
  const logo = await logoOf(actor, invoice.business.brand);
  const pdf = await runHeavy(tenantOf(actor), "invoice-pdf", { invoice, logo }, { signal });
  return { pdf, name: paperWords(invoice).fileOf(invoice.business.name, invoice.number), download: true };
}

async function issuedPaper(actor: Actor, issued: Issued, signal: AbortSignal): Promise<Paper> {
  const pdf = await statementFile(actor, issued, signal);
  return { pdf, name: nameOf(issued.statement), download: true };
}

const nameOf = ({ number, asOf, business }: Statement): string =>
  documentWords(business.language).fileOf(business.name, number, asOf);
