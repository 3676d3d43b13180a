// Every kind of heavy work, by name: what a thread can do, and nothing else. A job is a function of a value that can be
// copied (no class, no function in it) and answers with one; it has no database, no settings and no clock. A Refusal that
// it throws arrives as that Refusal. What a job needs is loaded when it is first asked for.
import type { DrawnLogo } from "@/documents/drawn-logo.ts";
import type { ReceiptPrint } from "@/documents/receipt-pdf.tsx";
import type { ImportPlan } from "@/domain/imports/plan.ts";
import type { ImportGround } from "@/domain/imports/receivables-reader.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import type { DepositPaper } from "@/domain/payments/deposit.ts";
import type { AgingPaper } from "@/domain/receivables/aging-paper.ts";
import type { ReceiptPage } from "@/domain/receipts/receipt-page.ts";
import type { IssuedToDraw } from "@/documents/statement-pdf.tsx";
import type { RunCover } from "@/domain/statements/run.ts";
import type { Statement } from "@/domain/statements/statement.ts";
import type { Brand } from "@/domain/values/brand.ts";

/** How far a job is; it may tell as often as it likes. */
export type TellDone = (done: number, of: number) => void;

/** The PNG of a brand's picture, where its paper has one. */
type Logo = Uint8Array | null;
type StatementToDraw = { statement: Statement; logo: Logo };
type Branded = { brand: Brand; logo: Logo };

export const JOBS = {
  "statement-pdf": async ({ statement, logo }: StatementToDraw): Promise<Uint8Array> => {
    const { statementPdf } = await import("@/documents/statement-pdf.tsx");
    return statementPdf(statement, logo);
  },
  /** Of issued ones, from the text that was stored: one after the other, in the order given. */
  "issued-statements": async (issued: readonly IssuedToDraw[]): Promise<Uint8Array[]> => {
    const { issuedStatementPdf } = await import("@/documents/statement-pdf.tsx");
    const papers: Uint8Array[] = [];
    for (const each of issued) papers.push(await issuedStatementPdf(each));
    return papers;
  },
  "merged-papers": async (input: {
    cover: Omit<RunCover, "pages">;
    papers: readonly Uint8Array[];
  }): Promise<Uint8Array> => {
    const { mergedPapers } = await import("@/documents/merged-papers.ts");
    return mergedPapers(input.cover, input.papers);
  },
  "receipt-pdf": async (
    input: { receipt: ReceiptPage; print: ReceiptPrint } & Branded,
  ): Promise<Uint8Array> => {
    const { receiptPdf } = await import("@/documents/receipt-pdf.tsx");
    return receiptPdf(input.receipt, input.print, input);
  },
  "invoice-pdf": async (input: { invoice: InvoicePaper; logo: Logo }): Promise<Uint8Array> => {
    const { invoicePdf } = await import("@/documents/invoice-pdf.tsx");
    return invoicePdf(input.invoice, input.logo);
  },
  "aging-pdf": async (report: AgingPaper): Promise<Uint8Array> => {
    const { agingPdf } = await import("@/documents/aging-pdf.tsx");
    return agingPdf(report);
  },
  "deposit-pdf": async (deposit: DepositPaper): Promise<Uint8Array> => {
    const { depositPdf } = await import("@/documents/deposit-pdf.tsx");
    return depositPdf(deposit);
  },
  "draw-logo": async (content: Uint8Array): Promise<DrawnLogo> => {
    const { drawnLogo } = await import("@/documents/drawn-logo.ts");
    return drawnLogo(content);
  },
  "read-table": async (
    input: { bytes: Uint8Array; plan: ImportPlan; ground: ImportGround },
    tell: TellDone,
  ) => {
    const { sheetOf } = await import("../import-reader/sheet-of.ts");
    const { readTable } = await import("@/domain/imports/read-table.ts");
    const { toldSheet } = await import("../import-reader/told.ts");
    const { toColumns } = await import("../import-reader/columns.ts");
    const sheet = await sheetOf(input.bytes, input.plan.kind);
    const { entries, ...read } = await readTable(toldSheet(sheet, tell), input.plan, input.ground);
    return { ...read, entries: { ...entries, entries: toColumns(entries.entries) } };
  },
};

export type Jobs = typeof JOBS;
export type Job = keyof Jobs;
