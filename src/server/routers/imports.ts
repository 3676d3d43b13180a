// Bringing files in: look at what one would do, then do it.
import { z } from "zod";
import { importReceivables, previewImport } from "@/books/business/imports.ts";
import { readStart } from "@/books/business/set-up-books.ts";
import type { Books } from "@/books/open.ts";
import { Refusal } from "@/domain/refusal.ts";
import { parseReceivables } from "../receivables-csv.ts";
import { allow, command, router } from "../trpc.ts";

const File = { name: z.string().min(1).max(255), content: z.string().min(1).max(10_000_000) };
/** So many faults are shown; their count is always told. */
const FAULTS_SHOWN = 200;

async function parse(books: Books, file: { name: string; content: string }) {
  const startOn = await readStart(books);
  return parseReceivables(file, { currency: books.currency, today: books.today, startOn });
}

export const importsRouter = router({
  /** A mutation only because of its size: it reads, and changes nothing. */
  previewReceivables: allow("books:import", { secret: ["content"] })
    .input(z.strictObject(File))
    .mutation(async ({ ctx, input }) => {
      const file = await parse(ctx.books, input);
      const preview = await previewImport(ctx.books, file);
      const faults = [...file.faults, ...preview.faults].sort((a, b) => a.line - b.line);
      return { ...preview, faults: faults.slice(0, FAULTS_SHOWN), faultCount: faults.length };
    }),

  importReceivables: command("books:import", { secret: ["content"] })
    .input(z.strictObject(File))
    .mutation(async ({ ctx, input: given }) => {
      const file = await parse(ctx.books, given);
      const faults = file.faults.slice(0, FAULTS_SHOWN);
      if (faults.length > 0) throw new Refusal("file-refused", { faults, faultCount: file.faults.length });
      return importReceivables(ctx.books, file);
    }),
});
