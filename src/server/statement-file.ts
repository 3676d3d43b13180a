// The PDF of an issued statement: drawn from its frozen value the first time, and the same bytes ever after.
import { changeBooks, readBooks, type Asker } from "@/books/open.ts";
import { keepStatementFile, readStatementFile, type IssuedStatement } from "@/books/statements/statements.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import { fileName, namedFile } from "./wire/named-file.ts";

/** Loaded on first use: what draws PDFs takes 60 MB that a process which draws none need not hold. */
export async function drawStatement(statement: Statement): Promise<Buffer> {
  const { statementPdf } = await import("@/documents/statement-pdf.tsx");
  return statementPdf(statement);
}

export async function statementFile(
  asker: Asker,
  issued: Pick<IssuedStatement, "statementId" | "statement">,
): Promise<Buffer> {
  const { statementId, statement } = issued;
  const kept = await readBooks(asker, (books) => readStatementFile(books, statementId));
  if (kept) return Buffer.from(kept);
  const drawn = await drawStatement(statement);
  const command = {
    key: `statement-file:${statementId}`,
    procedure: "statements.draw",
    input: { statementId },
  };
  await changeBooks(asker, command, async (books) => {
    await keepStatementFile(books, statementId, drawn);
    return null;
  });
  // Someone may have been quicker: what is stored is what everybody gets.
  const stored = await readBooks(asker, (books) => readStatementFile(books, statementId));
  return stored ? Buffer.from(stored) : drawn;
}

/** An answer that is a PDF to keep or to look at; the name holds nothing that could break out of its header. */
export function pdfResponse(
  pdf: Uint8Array,
  { name, download }: { name: string; download: boolean },
): Response {
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": namedFile(download ? "attachment" : "inline", fileName(name, "pdf")),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
