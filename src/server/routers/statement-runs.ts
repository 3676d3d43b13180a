// Runs of statements: begin one, look at its rehearsal, approve it, see how far it is, call it off, try again what failed.
import { z } from "zod";
import { endRunSchedule, readRunSchedules, startRunSchedule } from "@/books/statements/run-schedules.ts";
import { countRunEntries, countRunPapers, listRunEntries, listRuns } from "@/books/statements/run-list.ts";
import {
  approveRun,
  cancelRun,
  changeRunEntry,
  readRun,
  readRunFigures,
  startRun,
} from "@/books/statements/runs.ts";
import { retryRun } from "@/books/statements/retry-run.ts";
import {
  NewRun,
  NewRunSchedule,
  RunAsked,
  RunEntryChange,
  RunScheduleAsked,
} from "@/domain/statements/run-input.ts";
import { RunEntries, RunEntriesMatch, runList } from "@/domain/statements/run-list.ts";
import { letterheadOf } from "../actor.ts";
import { enqueueRun } from "../jobs/queue.ts";
import { limitRun } from "../mail-limits.ts";
import { allow, command, router } from "../trpc.ts";

export const statementRunsRouter = router({
  list: allow("statement:preview")
    .input(runList.query)
    .query(({ ctx, input }) => listRuns(ctx.books, input)),

  read: allow("statement:preview")
    .input(RunAsked)
    .query(async ({ ctx, input }) => {
      const [run, figures, toPrint] = await Promise.all([
        readRun(ctx.books, input.runId),
        readRunFigures(ctx.books, input.runId),
        countRunPapers(ctx.books, input.runId),
      ]);
      return { ...run, figures, toPrint };
    }),

  entries: allow("statement:preview")
    .input(RunEntries)
    .query(({ ctx, input }) => listRunEntries(ctx.books, input)),

  countEntries: allow("statement:preview")
    .input(RunEntriesMatch)
    .query(({ ctx, input }) => countRunEntries(ctx.books, input)),

  start: command("statement:issue")
    .input(NewRun)
    .mutation(async ({ ctx, input }) => {
      const run = await startRun(ctx.books, input);
      if (run.fresh) await enqueueRun(ctx.books, ctx.member, run.runId);
      return run;
    }),

  changeEntry: command("statement:issue")
    .input(RunEntryChange)
    .mutation(({ ctx, input }) => changeRunEntry(ctx.books, input)),

  approve: command("statement:issue")
    .input(RunAsked)
    .mutation(async ({ ctx, input }) => {
      await limitRun(ctx.books, { actor: ctx.member, runId: input.runId });
      const approved = await approveRun(ctx.books, input);
      await enqueueRun(ctx.books, ctx.member, input.runId);
      return approved;
    }),

  schedules: allow("statement:preview")
    .input(z.strictObject({}))
    .query(({ ctx }) => readRunSchedules(ctx.books)),

  startSchedule: command("statement:issue")
    .input(NewRunSchedule)
    .mutation(({ ctx, input }) => startRunSchedule(ctx.books, input)),

  endSchedule: command("statement:issue")
    .input(RunScheduleAsked)
    .mutation(({ ctx, input }) => endRunSchedule(ctx.books, input.scheduleId)),

  cancel: command("statement:issue")
    .input(RunAsked)
    .mutation(({ ctx, input }) => cancelRun(ctx.books, input)),

  retry: command("statement:issue")
    .input(RunAsked)
    .mutation(async ({ ctx, input }) => {
      const retried = await retryRun(ctx.books, letterheadOf(ctx.member), input);
      // What waits for approval is counted when it is approved.
      if (retried.state === "running") await limitRun(ctx.books, { actor: ctx.member, runId: input.runId });
      await enqueueRun(ctx.books, ctx.member, input.runId);
      return retried;
    }),
});
