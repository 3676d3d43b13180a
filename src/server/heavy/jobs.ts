// Every kind of heavy work, by name: what a thread can do, and nothing else. A job is a function of a value that can be
// copied (no class, no function in it) and answers with one; it has no database, no settings and no clock. A Refusal that
// it throws arrives as that Refusal. What a job needs is loaded when it is first asked for.
import { outlineOf, type FileOutline } from "@/domain/business/receivables-outline.ts";
import type { FileGround, GivenFile, ParsedFile } from "../receivables-csv.ts";
import type { ReceiptPrint } from "@/documents/receipt-pdf.tsx";
import type { ReceiptPage } from "@/domain/receipts/receipt-page.ts";
import type { Statement } from "@/domain/statements/statement.ts";

export const JOBS = {
  "statement-pdf": async (statement: Statement): Promise<Uint8Array> => {
    const { statementPdf } = await import("@/documents/statement-pdf.tsx");
    return statementPdf(statement);
  },
  "receipt-pdf": async (input: { receipt: ReceiptPage; print: ReceiptPrint }): Promise<Uint8Array> => {
    const { receiptPdf } = await import("@/documents/receipt-pdf.tsx");
    return receiptPdf(input.receipt, input.print);
  },
  "receivables-outline": async (input: { file: GivenFile; ground: FileGround }): Promise<FileOutline> => {
    const { parseReceivables } = await import("../receivables-csv.ts");
    return outlineOf(parseReceivables(input.file, input.ground));
  },
  "receivables-rows": async (input: { file: GivenFile; ground: FileGround }): Promise<ParsedFile> => {
    const { parseReceivables } = await import("../receivables-csv.ts");
    return parseReceivables(input.file, input.ground);
  },
};

export type Jobs = typeof JOBS;
export type Job = keyof Jobs;
