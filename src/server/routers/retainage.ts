// Retainage: what customers hold back, billing it, and where a retained invoice came from.
import { z } from "zod";
import { listBillableJobs } from "@/books/invoices/billable-jobs.ts";
import { readBillableOfAccount, readBillableOfJob } from "@/books/jobs/billable.ts";
import { jobsOfInvoices, listHolders, readHeldAccount } from "@/books/invoices/held-retainage.ts";
import { meetCondition, setReleaseConditions } from "@/books/invoices/release-conditions.ts";
import { billRetainage } from "@/books/invoices/retainage.ts";
import { readRetainedTrace } from "@/books/invoices/retained-trace.ts";
import { NewRelease } from "@/domain/invoices/retainage-input.ts";
import { InvoiceId } from "@/domain/invoices/invoice-input.ts";
import { MetCondition, ReleaseConditions } from "@/domain/invoices/release-conditions-input.ts";
import type { Books } from "@/books/open.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import type { Insider } from "../actor.ts";
import { assertMayBill, billedBy } from "../office.ts";
import { allow, command, router } from "../trpc.ts";

async function assertMayBillLines(
  ctx: { member: Insider; books: Books },
  lines: readonly { invoiceId: string }[],
): Promise<void> {
  const invoices = lines.map((line) => line.invoiceId);
  await assertMayBill(ctx, await jobsOfInvoices(ctx.books, invoices));
}

export const retainageRouter = router({
  holders: allow("invoice:write")
    .input(z.strictObject({}))
    .query(({ ctx }) => listHolders(ctx.books, billedBy(ctx.member))),

  held: allow("invoice:write")
    .input(
      z.strictObject({
        customer: z.string().max(100),
        currency: Currency.optional(),
        jobId: z.uuid().optional(),
        mayBeBilled: z.boolean().optional(),
      }),
    )
    .query(({ ctx, input }) => readHeldAccount(ctx.books, input, billedBy(ctx.member))),

  trace: allow("account:read")
    .input(z.strictObject({ invoiceId: InvoiceId }))
    .query(({ ctx, input }) => readRetainedTrace(ctx.books, input.invoiceId)),

  /** What of it may be billed, as its conditions say, and since when. */
  billableOfJob: allow("account:read")
    .input(z.strictObject({ jobId: z.uuid() }))
    .query(({ ctx, input }) => readBillableOfJob(ctx.books, input.jobId)),

  billableOfAccount: allow("account:read")
    .input(z.strictObject({ accountId: z.uuid() }))
    .query(({ ctx, input }) => readBillableOfAccount(ctx.books, input.accountId)),

  /** Of all jobs; for a project manager of their own. */
  billableJobs: allow("account:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => listBillableJobs(ctx.books, billedBy(ctx.member))),

  setConditions: command("invoice:write")
    .input(ReleaseConditions)
    .mutation(async ({ ctx, input }) => {
      await assertMayBillLines(ctx, input.lines);
      return setReleaseConditions(ctx.books, input);
    }),

  meetCondition: command("invoice:write")
    .input(MetCondition)
    .mutation(async ({ ctx, input }) => {
      await assertMayBillLines(ctx, input.lines);
      return meetCondition(ctx.books, input);
    }),

  release: command("invoice:write")
    .input(NewRelease)
    .mutation(async ({ ctx, input }) => {
      await assertMayBillLines(ctx, input.released);
      return billRetainage(ctx.books, input);
    }),
});
