// What a link opens: the paper that it was mailed with, or, where it stands until it is withdrawn, an account's newest statement.
import { paperColumns, paperOf, type MailedPaper, type PaperColumns } from "./mailed-paper.ts";

export type LinkedPaper = MailedPaper | { kind: "account"; id: string };

export type LinkColumns = PaperColumns & { accountId: string | null };

export const linkColumns = (opens: LinkedPaper): LinkColumns =>
  opens.kind === "account"
    ? { statementId: null, invoiceId: null, creditMemoId: null, accountId: opens.id }
    : { ...paperColumns(opens), accountId: null };

/** null where none is filled in. */
export const linkedOf = ({ accountId, ...columns }: LinkColumns): LinkedPaper | null =>
  accountId === null ? paperOf(columns) : { kind: "account", id: accountId };
