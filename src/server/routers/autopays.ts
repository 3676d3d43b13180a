// Who pays by autopay, and stopping it for them. Only a customer sets it up, behind their link.
import { z } from "zod";
import { stopAutopay } from "@/books/payments/autopay.ts";
import { listAutopays } from "@/books/payments/autopay-list.ts";
import { allow, command, router } from "../trpc.ts";

export const autopaysRouter = router({
  list: allow("account:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => listAutopays(ctx.books)),

  stop: command("payment:record")
    .input(z.strictObject({ autopayId: z.uuid() }))
    .mutation(({ ctx, input }) => stopAutopay(ctx.books, input)),
});
