// How the business's papers look: read, and changed as one.
import { z } from "zod";
import { changeBranding } from "@/books/business/branding.ts";
import { readPaperSettings } from "@/books/paper-settings.ts";
import { BrandingChange } from "@/domain/business/branding-input.ts";
import { allow, command, router } from "../trpc.ts";

export const brandingRouter = router({
  read: allow("report:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => readPaperSettings(ctx.books)),

  change: command("settings:change")
    .input(BrandingChange)
    .mutation(({ ctx, input }) => changeBranding(ctx.books, input)),
});
