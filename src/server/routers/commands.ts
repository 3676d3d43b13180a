// What became of a command whose answer got lost on its way.
import { z } from "zod";
import { commandOutcome } from "@/books/open.ts";
import { CommandKey, allow, keyOf, router } from "../trpc.ts";

export const commandsRouter = router({
  outcome: allow("account:read")
    .input(z.strictObject({ commandKey: CommandKey }))
    .query(({ ctx, input }) => commandOutcome(ctx.books, keyOf(ctx.member, input.commandKey))),
});
