// The books as a whole: when they were last proven, what was broken, and proving them now.
import { z } from "zod";
import { readProofs } from "@/books/business/proofs.ts";
import { tenantOf } from "../actor.ts";
import { enqueueProof, proofUnderWay, queue } from "../jobs/queue.ts";
import { allow, command, router } from "../trpc.ts";

const PROOFS_SHOWN = 14;

export const booksRouter = router({
  proofs: allow("report:read")
    .input(z.strictObject({}))
    .query(async ({ ctx }) => {
      const [proofs, underWay] = await Promise.all([
        readProofs(ctx.books, PROOFS_SHOWN),
        proofUnderWay(tenantOf(ctx.member)),
      ]);
      return { proofs, underWay };
    }),

  /** The worker does it: a large business takes longer than a page may wait. */
  prove: allow("settings:change")
    .input(command({}))
    .mutation(async ({ ctx }) => {
      await enqueueProof(await queue(), tenantOf(ctx.member));
      return null;
    }),
});
