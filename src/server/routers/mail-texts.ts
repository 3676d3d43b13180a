// What a business writes itself in its mails: read it, change it, go back to ours.
import { z } from "zod";
import { changeMailText, readMailTexts } from "@/books/business/mail-texts.ts";
import { MailTextChange } from "@/domain/statements/mail-text-input.ts";
import { allow, command, router } from "../trpc.ts";

export const mailTextsRouter = router({
  list: allow("report:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => readMailTexts(ctx.books)),

  change: command("settings:change")
    .input(MailTextChange)
    .mutation(({ ctx, input }) => changeMailText(ctx.books, input)),
});
