// The PDF of an issued statement: drawn from its frozen value the first time, and the same bytes ever after.
import { changeBooks, readBooks } from "@/books/open.ts";
import { keepStatementFile, readStatementFile, type IssuedStatement } from "@/books/statements/statements.ts";
import { tenantOf, type Actor } from "./actor.ts";
import { runHeavy } from "./heavy/run-heavy.ts";
import { logoOf } from "./paper-logo.ts";
import { verifyAddress } from "./verify-address.ts";

type Issued = Pick<IssuedStatement, "statementId" | "statement" | "frozen">;

export async function statementFile(asker: Actor, issued: Issued, signal?: AbortSignal): Promise<Buffer> {
  const kept = await readBooks(asker, (books) => readStatementFile(books, issued.statementId));
  return kept ? Buffer.from(kept) : drawStatementFile(asker, issued, signal);
}

/** For who knows that none is kept. It is kept before anybody sees it; who was slower gets what the quicker one kept. */
export async function drawStatementFile(
  asker: Actor,
  { statementId, statement, frozen }: Issued,
  signal?: AbortSignal,
): Promise<Buffer> {
  const logo = await logoOf(asker, statement.brand);
  const input = [{ frozen, logo, verifyAt: verifyAddress() }];
  const [drawn] = await runHeavy(tenantOf(asker), "issued-statements", input, { signal });
  if (!drawn) throw new Error("one statement is one paper");
  const command = {
    key: `statement-file:${statementId}`,
    procedure: "statements.draw",
    input: { statementId },
  };
  // Bytes are no answer that a command keeps.
  let kept: Uint8Array | null = null;
  await changeBooks(asker, command, async (books) => {
    kept = await keepStatementFile(books, statementId, drawn);
    return null;
  });
  kept ??= await readBooks(asker, (books) => readStatementFile(books, statementId));
  return Buffer.from(kept ?? drawn);
}
