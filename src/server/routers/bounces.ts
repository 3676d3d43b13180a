// Addresses that mail comes back from: the list of them, and to say that one is right again.
import { clearBounce, listBounced, readBounced } from "@/books/statements/bounces.ts";
import { z } from "zod";
import { MailAddress } from "@/domain/statements/statement-input.ts";
import { bounceList } from "@/domain/statements/bounce-list.ts";
import { allow, command, router } from "../trpc.ts";

export const bouncesRouter = router({
  list: allow("account:read")
    .input(bounceList.query)
    .query(({ ctx, input }) => listBounced(ctx.books, input)),

  /** Which of these mail comes back from. */
  of: allow("account:read")
    .input(z.strictObject({ addresses: z.array(z.string().max(254)).max(200) }))
    .query(({ ctx, input }) => readBounced(ctx.books, input.addresses)),

  clear: command("customer:write")
    .input(z.strictObject({ address: MailAddress }))
    .mutation(({ ctx, input }) => clearBounce(ctx.books, input.address)),
});
