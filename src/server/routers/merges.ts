// Merging two customers that were one: what it would do, doing it, and reversing it.
import { z } from "zod";
import { previewMerge, readMerges } from "@/books/customers/merge-page.ts";
import { mergeCustomers, reverseMerge } from "@/books/customers/merges.ts";
import { NewMerge, MergeReversal } from "@/domain/customers/merge-input.ts";
import { allow, command, router } from "../trpc.ts";

export const mergesRouter = router({
  list: allow("account:read")
    .input(z.strictObject({ customerId: z.uuid() }))
    .query(async ({ ctx, input }) => ({ rows: await readMerges(ctx.books, input.customerId), next: null })),

  preview: allow("account:adjust")
    .input(z.strictObject({ fromCustomerId: z.uuid(), intoCustomerId: z.uuid() }))
    .query(({ ctx, input }) => previewMerge(ctx.books, input)),

  merge: command("account:adjust")
    .input(NewMerge)
    .mutation(({ ctx, input }) => mergeCustomers(ctx.books, input)),

  reverse: command("account:adjust")
    .input(MergeReversal)
    .mutation(({ ctx, input }) => reverseMerge(ctx.books, input)),
});
