// What lies behind a statement's link beside the statement: its account as it is now, and that account's invoices. A link of an
// invoice or a credit memo opens none of it.
import { readBooks } from "@/books/open.ts";
import {
  accountOfStatement,
  readAccountNow,
  readChangesSince,
  readInvoiceOf,
  type AccountPages,
} from "@/books/statements/shared-account.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { AccountNow } from "@/domain/statements/account-now.ts";
import type { ChangesSince } from "@/domain/statements/changes-since.ts";
import type { LinkActor } from "./actor.ts";
import type { Shared } from "./shared-paper.ts";

export type SharedStatement = Extract<Shared, { kind: "statement" }>;

const named = ({ orgName: name, locale, country }: LinkActor) => ({ name, locale, country });

export const sharedChanges = ({ actor, issued }: SharedStatement): Promise<ChangesSince> =>
  readBooks(actor, (books) => readChangesSince(books, issued.statementId));

export const sharedAccount = ({ actor, issued }: SharedStatement, pages: AccountPages): Promise<AccountNow> =>
  readBooks(actor, async (books) => {
    const account = await accountOfStatement(books, issued.statementId);
    return readAccountNow(books, account, named(actor), pages);
  });

/** Refuses another account's invoice with "not-found", and any where the link is that of one paper. */
export function sharedInvoice(shared: Shared, invoiceId: string): Promise<InvoicePaper> {
  if (shared.kind !== "statement") throw new Refusal("not-found");
  const { actor, issued } = shared;
  return readBooks(actor, async (books) => {
    const account = await accountOfStatement(books, issued.statementId);
    return readInvoiceOf(books, account, invoiceId, named(actor));
  });
}
