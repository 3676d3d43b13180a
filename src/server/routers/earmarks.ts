// Earmarks: set part of an account's open credit aside, and let it go again.
import { z } from "zod";
import { addEarmark, releaseEarmark } from "@/books/ledger/earmarks.ts";
import { NewEarmark } from "@/domain/ledger/earmark-input.ts";
import { command, router } from "../trpc.ts";

export const earmarksRouter = router({
  add: command("credit:apply")
    .input(NewEarmark)
    .mutation(({ ctx, input }) => addEarmark(ctx.books, input)),

  release: command("credit:apply")
    .input(z.strictObject({ earmarkId: z.uuid() }))
    .mutation(({ ctx, input: { earmarkId } }) => releaseEarmark(ctx.books, earmarkId)),
});
