// What a customer signs on their phone: asked for by whoever sells, who then looks whether it came.
import { z } from "zod";
import { askSignature, readAsked } from "@/books/receipts/signatures.ts";
import { SignatureAsked } from "@/domain/receipts/signature-input.ts";
import { signAddress } from "../sign-link.ts";
import { allow, command, router } from "../trpc.ts";

export const signaturesRouter = router({
  /** Its address opens for a quarter of an hour, and is kept nowhere. */
  ask: command("receipt:record", { shownOnce: true })
    .input(SignatureAsked)
    .mutation(async ({ ctx, input }) => {
      const { requestId, expiresAt } = await askSignature(ctx.books, input);
      return { requestId, expiresAt, address: signAddress(ctx.member, requestId) };
    }),

  asked: allow("receipt:record")
    .input(z.strictObject({ requestId: z.uuid() }))
    .query(({ ctx, input }) => readAsked(ctx.books, input.requestId)),
});
