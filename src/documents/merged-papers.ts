// Many papers as one file for the printer, behind a cover sheet. The papers are those that were kept, page by page; what is
// attached to one stays with it and doesn't come along.
import { PDFDocument } from "@cantoo/pdf-lib";
import type { RunCover } from "@/domain/statements/run.ts";
import { runCoverPdf } from "./run-cover.tsx";

/** `cover` without its number of pages, which is only known from the papers. */
export async function mergedPapers(
  cover: Omit<RunCover, "pages">,
  papers: readonly Uint8Array[],
): Promise<Uint8Array> {
  const all = await PDFDocument.create();
  for (const paper of papers) {
    const one = await PDFDocument.load(paper, { updateMetadata: false });
    for (const page of await all.copyPages(one, one.getPageIndices())) all.addPage(page);
  }
  const first = await PDFDocument.load(await runCoverPdf({ ...cover, pages: all.getPageCount() }));
  const [sheet] = await all.copyPages(first, [0]);
  if (sheet) all.insertPage(0, sheet);
  return all.save({ useObjectStreams: true });
}
