// Bringing files in: look at what one would do, then do it. A file is read in a thread, before the books are open: nobody
// else's request waits for it, and no connection does.
import { z } from "zod";
import { importReceivables, previewImport } from "@/books/business/imports.ts";
import { readStart } from "@/books/business/set-up-books.ts";
import { readBooks } from "@/books/open.ts";
import { FAULTS_SHOWN } from "@/domain/business/receivables-outline.ts";
import { Refusal } from "@/domain/refusal.ts";
import { tenantOf, type MemberActor } from "../actor.ts";
import { runHeavy } from "../heavy/run-heavy.ts";
import { allow, command, router } from "../trpc.ts";

const GivenFile = z.strictObject({
  name: z.string().min(1).max(255),
  content: z.string().min(1).max(10_000_000),
});

/** What a thread reads the file with; the key of a command isn't the file's. */
async function askOf(member: MemberActor, input: unknown) {
  const { currency, today } = member;
  const { name, content } = input as z.input<typeof GivenFile>;
  const file = GivenFile.parse({ name, content });
  return { file, ground: { currency, today, startOn: await readBooks(member, readStart) } };
}

export const importsRouter = router({
  /** A mutation only because of its size: it reads, and changes nothing. */
  previewReceivables: allow("books:import", {
    secret: ["content"],
    prepare: async (member, input) =>
      runHeavy(tenantOf(member), "receivables-outline", await askOf(member, input)),
  })
    .input(GivenFile)
    .mutation(({ ctx }) => previewImport(ctx.books, ctx.prepared)),

  importReceivables: command("books:import", {
    secret: ["content"],
    prepare: async (member, input) =>
      runHeavy(tenantOf(member), "receivables-rows", await askOf(member, input)),
  })
    .input(GivenFile)
    .mutation(({ ctx }) => {
      const { faults, ...file } = ctx.prepared;
      if (faults.length === 0) return importReceivables(ctx.books, file);
      throw new Refusal("file-refused", { faults: faults.slice(0, FAULTS_SHOWN), faultCount: faults.length });
    }),
});
