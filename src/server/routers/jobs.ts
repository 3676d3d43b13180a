// Jobs: the list, one of them, adding, changing and putting away.
import { z } from "zod";
import { readRateChoices } from "@/books/customers/rate-named.ts";
import { countJobs, listJobs, readManagers } from "@/books/jobs/job-list.ts";
import { readJob } from "@/books/jobs/job-page.ts";
import { archiveJob, createJob, editJob, unarchiveJob } from "@/books/jobs/jobs.ts";
import { readRevenueAccounts } from "@/books/products/products.ts";
import { JobEdit, NewJob } from "@/domain/jobs/job-input.ts";
import { jobList, managerAsked } from "@/domain/jobs/job-list.ts";
import { AtMoment, askedAt, momentOf } from "../moment-query.ts";
import { officeOf } from "../office.ts";
import { allow, command, router } from "../trpc.ts";

const JobId = { jobId: z.string().max(60) };

export const jobsRouter = router({
  list: allow("account:read")
    .input(jobList.query.extend(AtMoment))
    .query(({ ctx, input }) =>
      listJobs(ctx.books, { ...askedAt(input, ctx), managerId: managerAsked(input, ctx.member) }),
    ),

  count: allow("account:read")
    .input(jobList.matching)
    .query(({ ctx, input }) =>
      countJobs(ctx.books, { ...input, managerId: managerAsked(input, ctx.member) }),
    ),

  /** Who runs a job, to narrow the list by; also who has left since. */
  managers: allow("account:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => readManagers(ctx.books)),

  read: allow("account:read")
    .input(z.strictObject({ ...JobId, ...AtMoment }))
    .query(({ ctx, input }) => readJob(ctx.books, input.jobId, momentOf(input, ctx))),

  /** What its form chooses from: who can run it, where its revenue can go, and what it can be taxed with. */
  choices: allow("job:write")
    .input(z.strictObject({}))
    .query(async ({ ctx }) => ({
      ...(await officeOf(ctx)),
      accounts: await readRevenueAccounts(ctx.books),
      taxes: await readRateChoices(ctx.books),
    })),

  create: command("job:write")
    .input(NewJob)
    .mutation(async ({ ctx, input }) => createJob(ctx.books, input, await officeOf(ctx))),

  edit: command("job:write")
    .input(JobEdit)
    .mutation(async ({ ctx, input }) => editJob(ctx.books, input, await officeOf(ctx))),

  archive: command("job:write")
    .input(z.strictObject(JobId))
    .mutation(({ ctx, input }) => archiveJob(ctx.books, input.jobId)),

  unarchive: command("job:write")
    .input(z.strictObject(JobId))
    .mutation(({ ctx, input }) => unarchiveJob(ctx.books, input.jobId)),
});
