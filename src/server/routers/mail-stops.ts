// Addresses that asked for no more mails that come by themselves: which of some these are, and to send to one again.
import { z } from "zod";
import { readStops, undoStop } from "@/books/statements/mail-stops.ts";
import { MailAddress } from "@/domain/statements/statement-input.ts";
import { allow, command, router } from "../trpc.ts";

export const mailStopsRouter = router({
  of: allow("account:read")
    .input(z.strictObject({ addresses: z.array(z.string().max(254)).max(200) }))
    .query(({ ctx, input }) => readStops(ctx.books, input.addresses)),

  undo: command("customer:write")
    .input(z.strictObject({ address: MailAddress }))
    .mutation(({ ctx, input }) => undoStop(ctx.books, input.address)),
});
