// The frozen value out of what somebody dropped: a statement's PDF, or the JSON out of it. The reader of PDFs comes when the first
// one does.
import { VALUE_FILE } from "@/domain/statements/seal.ts";
import { verifyStatement, type Verified } from "@/domain/statements/verify-statement.ts";

export const loadPdfReader = () => import("@cantoo/pdf-lib");

export async function readPaper(file: File): Promise<Verified> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return verifyStatement(isPdf(bytes) ? ((await attachedTo(bytes)) ?? new Uint8Array()) : bytes);
}

const isPdf = (bytes: Uint8Array) =>
  new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");

/** null where it carries none, or can't be read at all. */
async function attachedTo(bytes: Uint8Array): Promise<Uint8Array | null> {
  const { PDFDocument } = await loadPdfReader();
  try {
    const paper = await PDFDocument.load(bytes, { updateMetadata: false });
    return paper.getAttachments().find(({ name }) => name === VALUE_FILE)?.data ?? null;
  } catch {
    return null;
  }
}
