// Earmarks: set part of an account's open credit aside, and let it go again.
import { z } from "zod";
import { NewEarmark, addEarmark, releaseEarmark } from "@/books/ledger/earmarks.ts";
import { allow, command, router } from "../trpc.ts";

export const earmarksRouter = router({
  add: allow("credit:apply")
    .input(command(NewEarmark.shape))
    .mutation(({ ctx, input: { commandKey: _key, ...earmark } }) => addEarmark(ctx.books, earmark)),

  release: allow("credit:apply")
    .input(command({ earmarkId: z.uuid() }))
    .mutation(({ ctx, input: { earmarkId } }) => releaseEarmark(ctx.books, earmarkId)),
});
