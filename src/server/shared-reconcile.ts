// What a customer compares their own list with: the documents of the account behind a statement's link, as it is now.
import { readBooks } from "@/books/open.ts";
import { readOpenDocuments } from "@/books/statements/open-documents.ts";
import { accountsOfStatement } from "@/books/statements/shared-account.ts";
import type { Entry } from "@/domain/reconcile/match.ts";
import type { SharedStatement } from "./shared-account.ts";

export const sharedDocuments = ({ actor, issued }: SharedStatement): Promise<Entry[]> =>
  readBooks(actor, async (books) =>
    readOpenDocuments(books, await accountsOfStatement(books, issued.statementId)),
  );
