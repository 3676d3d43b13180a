// What goes to a customer by mail, and what the link in it opens: one paper, and nothing else.
export const MAILED_PAPERS = ["statement", "invoice", "credit-memo"] as const;
export type PaperKind = (typeof MAILED_PAPERS)[number];
export type MailedPaper = { kind: PaperKind; id: string };

/** One column for each kind, of which one is filled in. */
export type PaperColumns = {
  statementId: string | null;
  invoiceId: string | null;
  creditMemoId: string | null;
};

export const paperColumns = ({ kind, id }: MailedPaper): PaperColumns => ({
  statementId: kind === "statement" ? id : null,
  invoiceId: kind === "invoice" ? id : null,
  creditMemoId: kind === "credit-memo" ? id : null,
});

/** null where none is. */
export function paperOf({ statementId, invoiceId, creditMemoId }: PaperColumns): MailedPaper | null {
  if (statementId !== null) return { kind: "statement", id: statementId };
  if (invoiceId !== null) return { kind: "invoice", id: invoiceId };
  return creditMemoId === null ? null : { kind: "credit-memo", id: creditMemoId };
}
