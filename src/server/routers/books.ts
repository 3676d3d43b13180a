// The books as a whole: when they were last proven, what was broken, and proving them now.
import { z } from "zod";
import { readFirstSteps } from "@/books/business/first-steps.ts";
import { findNumber } from "@/books/business/find-number.ts";
import { readProofs } from "@/books/business/proofs.ts";
import { tenantOf } from "../actor.ts";
import { enqueueProof, proofUnderWay, queue } from "../jobs/queue.ts";
import { allow, command, router } from "../trpc.ts";

const PROOFS_SHOWN = 14;
/** zod's own type of an empty input leaves no room for the command's key beside it. */
const Nothing: z.ZodType<{}, {}> = z.strictObject({});

export const booksRouter = router({
  /** Whatever bears this number, as it was typed or as its series writes it. */
  find: allow("account:read")
    .input(z.strictObject({ search: z.string().max(200) }))
    .query(({ ctx, input }) => findNumber(ctx.books, input.search)),

  /** Of whoever sets the business up. */
  firstSteps: allow("settings:change")
    .input(z.strictObject({}))
    .query(({ ctx }) => readFirstSteps(ctx.books)),

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
  prove: command("settings:change")
    .input(Nothing)
    .mutation(async ({ ctx }) => {
      await enqueueProof(await queue(), tenantOf(ctx.member), { isAwaited: true });
      return null;
    }),
});
