// Bringing files in: what was brought, what a look at a file says, and the commands of a person who decides. A file comes in
// and is handed out by server/import-files.ts; reading and posting are the worker's.
import { z } from "zod";
import {
  cancelWork,
  discardFile,
  listFiles,
  lookAgain,
  readImportFile,
  readKind,
  startImport,
} from "@/books/imports/files.ts";
import { askUndo } from "@/books/imports/undo.ts";
import { listFaults } from "@/books/imports/fault-list.ts";
import type { Books } from "@/books/open.ts";
import { importFaultList } from "@/domain/imports/fault-list.ts";
import { ImportPlan } from "@/domain/imports/plan.ts";
import { permissionToImport } from "@/domain/permission.ts";
import { Refusal } from "@/domain/refusal.ts";
import { may, type Insider } from "../actor.ts";
import { enqueueImport } from "../jobs/queue.ts";
import { allow, command, router } from "../trpc.ts";

type Asked = { books: Books; member: Insider };

/** Who may import and not change limits doesn't bring in limits either, whoever sent the file. */
async function mustBeTheirs({ books, member }: Asked, fileId: string): Promise<void> {
  const { kind, setsLimits, makesLabels } = await readKind(books, fileId);
  const permission = permissionToImport(kind);
  if (!may(member, permission)) throw new Refusal("not-allowed", { permission });
  // New customers come with their limits.
  if (setsLimits && !may(member, permissionToImport("limits"))) throw new Refusal("import-sets-limits");
  // So are labels that nobody made yet.
  if (makesLabels && !may(member, "settings:change")) throw new Refusal("import-makes-labels");
}

const OneFile = z.strictObject({ fileId: z.uuid() });

export const importsRouter = router({
  list: allow("books:import")
    .input(z.strictObject({}))
    .query(async ({ ctx }) => ({ files: await listFiles(ctx.books) })),

  read: allow("books:import")
    .input(OneFile)
    .query(({ ctx, input }) => readImportFile(ctx.books, input.fileId)),

  faults: allow("books:import")
    .input(importFaultList.query)
    .query(({ ctx, input }) => listFaults(ctx.books, input)),

  look: command("books:import")
    .input(OneFile.extend({ plan: ImportPlan }))
    .mutation(async ({ ctx, input }) => {
      const asked = await lookAgain(ctx.books, input);
      await enqueueImport(ctx.books, ctx.member, input.fileId);
      return asked;
    }),

  start: command("books:import")
    .input(OneFile.extend({ asked: z.int() }))
    .mutation(async ({ ctx, input }) => {
      await mustBeTheirs(ctx, input.fileId);
      const asked = await startImport(ctx.books, input);
      await enqueueImport(ctx.books, ctx.member, input.fileId);
      return asked;
    }),

  cancel: command("books:import")
    .input(OneFile)
    .mutation(({ ctx, input }) => cancelWork(ctx.books, input.fileId)),

  undo: command("books:import")
    .input(OneFile)
    .mutation(async ({ ctx, input }) => {
      await mustBeTheirs(ctx, input.fileId);
      const asked = await askUndo(ctx.books, input.fileId);
      await enqueueImport(ctx.books, ctx.member, input.fileId);
      return asked;
    }),

  discard: command("books:import")
    .input(OneFile)
    .mutation(({ ctx, input }) => discardFile(ctx.books, input.fileId)),
});
