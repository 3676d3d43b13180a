// Overrides: asked for by whoever sells, answered by somebody else who may, and looked at by everybody.
import { z } from "zod";
import {
  listWaitingOverrides,
  readOverride,
  readOverrideOf,
  readOverridesOf,
} from "@/books/credit/override-list.ts";
import { approveOverride, askOverride, declineOverride } from "@/books/credit/overrides.ts";
import { ApproveOverride, AskOverride, DeclineOverride } from "@/domain/credit/override-input.ts";
import { enqueueOverride } from "../jobs/enqueue-override.ts";
import { allow, command, router } from "../trpc.ts";

export const overridesRouter = router({
  /** Whoever may approve it is mailed. */
  ask: command("receipt:record")
    .input(AskOverride)
    .mutation(async ({ ctx, input }) => {
      const { overrideId, isNew } = await askOverride(ctx.books, input);
      if (isNew) await enqueueOverride(ctx.books, ctx.member, overrideId);
      return { overrideId };
    }),

  read: allow("account:read")
    .input(z.strictObject({ overrideId: z.uuid() }))
    .query(({ ctx, input }) => readOverride(ctx.books, input.overrideId)),

  waiting: allow("account:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => listWaitingOverrides(ctx.books)),

  ofAccount: allow("account:read")
    .input(z.strictObject({ accountId: z.uuid() }))
    .query(({ ctx, input }) => readOverridesOf(ctx.books, input.accountId)),

  ofEvent: allow("account:read")
    .input(z.strictObject({ eventId: z.number().int().positive() }))
    .query(({ ctx, input }) => readOverrideOf(ctx.books, input.eventId)),

  approve: command("override:approve")
    .input(ApproveOverride)
    .mutation(({ ctx, input }) => approveOverride(ctx.books, input)),

  decline: command("override:approve")
    .input(DeclineOverride)
    .mutation(({ ctx, input }) => declineOverride(ctx.books, input)),
});
