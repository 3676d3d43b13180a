// Statements as files, over HTTP: the issued one for a member, a preview that is kept nowhere, and the one behind
// a link. Each goes through the same doors as the page that offers it.
import { notFound } from "next/navigation";
import { statementPdf } from "@/documents/statement-pdf.tsx";
import type { StatementRequest } from "@/domain/statements/statement-input.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { Refusal } from "@/domain/refusal.ts";
import { memberActor } from "./actor.ts";
import { apiFor } from "./api.ts";
import { from } from "./wire/request.ts";
import { requireUser } from "./auth/session.ts";
import { openShared } from "./shared-statement.ts";
import { pdfResponse, statementFile } from "./statement-file.ts";

export async function answerStatementFile(org: string, statementId: string): Promise<Response> {
  const api = await apiFor(org);
  const issued = await api.statements.read({ statementId });
  const { userId, name } = await requireUser();
  const member = await memberActor({ userId, name }, org, (await from()).requestId);
  if (!member) notFound();
  return pdfResponse(await statementFile(member, issued), { name: nameOf(issued.statement), download: true });
}

export async function answerPreviewFile(
  org: string,
  request: StatementRequest & { knownAt?: string },
): Promise<Response> {
  const api = await apiFor(org);
  const statement = await api.statements.preview(request);
  return pdfResponse(await statementPdf(statement), { name: nameOf(statement), download: false });
}

/** A link that doesn't open leads to the page that says so. */
export async function answerSharedFile(token: string): Promise<Response> {
  try {
    const { actor, issued } = await openShared(token, await from());
    return pdfResponse(await statementFile(actor, issued), {
      name: nameOf(issued.statement),
      download: true,
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(null, { status: 303, headers: { location: `/s/${encodeURIComponent(token)}` } });
  }
}

const nameOf = ({ number, asOf, business }: Statement): string =>
  `${business.name} statement ${number ?? "preview"} ${asOf}`;
