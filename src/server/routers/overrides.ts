// Overrides: asked for by whoever sells, answered by somebody else who may, and looked at by everybody.
import { z } from "zod";
import {
  listWaitingOverrides,
  readOverride,
  readOverrideOf,
  readOverridesOf,
} from "@/books/credit/override-list.ts";
import { approveOverride, askOverride, declineOverride } from "@/books/credit/overrides.ts";
import {
  ApproveOverride,
  AskInvoiceOverride,
  AskOverride,
  DeclineOverride,
} from "@/domain/credit/override-input.ts";
import type { Books } from "@/books/open.ts";
import type { Insider } from "../actor.ts";
import { assertMayBill } from "../office.ts";
import { enqueueOverride } from "../jobs/enqueue-override.ts";
import { allow, command, router } from "../trpc.ts";

/** Whoever may approve it is mailed. */
async function ask({ books, member }: { books: Books; member: Insider }, asked: AskOverride) {
  const { overrideId, isNew } = await askOverride(books, asked);
  if (isNew) await enqueueOverride(books, member, overrideId);
  return { overrideId };
}

export const overridesRouter = router({
  ask: command("receipt:record")
    .input(AskOverride)
    .mutation(({ ctx, input }) => ask(ctx, input)),

  /** By whoever may bill, on a job of their own where they bill no other. */
  askForInvoice: command("invoice:write")
    .input(AskInvoiceOverride)
    .mutation(async ({ ctx, input }) => {
      await assertMayBill(ctx, [input.jobId]);
      return ask(ctx, { ...input, what: "invoice" });
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
