// The PDF of an issued statement: drawn from its frozen value the first time, and the same bytes ever after.
import { changeBooks, readBooks } from "@/books/open.ts";
import { keepStatementFile, readStatementFile, type IssuedStatement } from "@/books/statements/statements.ts";
import { tenantOf, type Actor } from "./actor.ts";
import { runHeavy } from "./heavy/run-heavy.ts";

export async function statementFile(
  asker: Actor,
  issued: Pick<IssuedStatement, "statementId" | "statement">,
  signal?: AbortSignal,
): Promise<Buffer> {
  const { statementId, statement } = issued;
  const kept = await readBooks(asker, (books) => readStatementFile(books, statementId));
  if (kept) return Buffer.from(kept);
  const drawn = await runHeavy(tenantOf(asker), "statement-pdf", statement, { signal });
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
  return Buffer.from(stored ?? drawn);
}
