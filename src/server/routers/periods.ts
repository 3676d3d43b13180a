// Posting periods: which months are open, closing them, and opening one again.
import { z } from "zod";
import {
  PeriodRange,
  Reopened,
  closePeriods,
  previewClosing,
  readPeriods,
  reopenPeriod,
} from "@/books/business/periods.ts";
import { CommandKey, allow, command, router } from "../trpc.ts";

export const periodsRouter = router({
  list: allow("report:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => readPeriods(ctx.books)),

  /** What closing would do, to be shown before it is done. */
  previewClosing: allow("period:close")
    .input(PeriodRange)
    .query(({ ctx, input }) => previewClosing(ctx.books, input)),

  close: allow("period:close")
    .input(PeriodRange.safeExtend({ commandKey: CommandKey }))
    .mutation(({ ctx, input: { commandKey: _key, ...range } }) => closePeriods(ctx.books, range)),

  reopen: allow("period:close")
    .input(command(Reopened.shape))
    .mutation(({ ctx, input: { commandKey: _key, ...month } }) => reopenPeriod(ctx.books, month)),
});
