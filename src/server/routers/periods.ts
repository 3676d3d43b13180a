// Posting periods: which months are open, closing them, and opening one again.
import { z } from "zod";
import { readClosingChecks } from "@/books/business/closing-checks.ts";
import { closePeriods, previewClosing, readPeriods, reopenPeriod } from "@/books/business/periods.ts";
import { moveStart, readStartOfBooks } from "@/books/business/start.ts";
import { NewStart, PeriodRange, ReopenedPeriod } from "@/domain/business/period-input.ts";
import { allow, command, router } from "../trpc.ts";

export const periodsRouter = router({
  list: allow("report:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => readPeriods(ctx.books)),

  start: allow("report:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => readStartOfBooks(ctx.books)),

  moveStart: command("settings:change")
    .input(NewStart)
    .mutation(({ ctx, input }) => moveStart(ctx.books, input)),

  /** What closing would do, to be shown before it is done. */
  previewClosing: allow("period:close")
    .input(PeriodRange)
    .query(({ ctx, input }) => previewClosing(ctx.books, input)),

  /** What one looks at before it is closed. */
  closingChecks: allow("period:close")
    .input(PeriodRange)
    .query(({ ctx, input }) => readClosingChecks(ctx.books, input)),

  close: command("period:close")
    .input(PeriodRange)
    .mutation(({ ctx, input }) => closePeriods(ctx.books, input)),

  reopen: command("period:close")
    .input(ReopenedPeriod)
    .mutation(({ ctx, input }) => reopenPeriod(ctx.books, input)),
});
