// Invoices that come again: the list of them, having one come again, and pausing, resuming or ending that.
import { changeSchedule, readTemplate, startSchedule } from "@/books/invoices/recurring.ts";
import { jobOfSchedule, listSchedules } from "@/books/invoices/recurring-list.ts";
import { NewSchedule, ScheduleChange } from "@/domain/invoices/recurring-input.ts";
import { recurringList } from "@/domain/invoices/recurring-list.ts";
import { assertMayBill } from "../office.ts";
import { allow, command, router } from "../trpc.ts";

export const recurringRouter = router({
  list: allow("invoice:write")
    .input(recurringList.query)
    .query(({ ctx, input }) => listSchedules(ctx.books, input)),

  start: command("invoice:write")
    .input(NewSchedule)
    .mutation(async ({ ctx, input }) => {
      const { locale } = ctx.member;
      await assertMayBill(ctx, [(await readTemplate(ctx.books, input, locale)).jobId]);
      return startSchedule(ctx.books, input, locale);
    }),

  change: command("invoice:write")
    .input(ScheduleChange)
    .mutation(async ({ ctx, input }) => {
      await assertMayBill(ctx, [await jobOfSchedule(ctx.books, input.scheduleId)]);
      return changeSchedule(ctx.books, input);
    }),
});
