// Reports over the whole business, at any day, as known at any instant.
import { z } from "zod";
import { readAgingReport, readLedgerNet } from "@/books/aging-report.ts";
import { AtMoment, momentOf } from "../asked-moment.ts";
import { allow, router } from "../trpc.ts";

export const reportsRouter = router({
  aging: allow("report:read")
    .input(z.strictObject({ ...AtMoment, cursor: z.string().max(200).optional() }))
    .query(({ ctx, input }) => readAgingReport(ctx.books, momentOf(input, ctx), input.cursor)),

  /** Apart from the report, so that its rows needn't wait for the journal to be added up. */
  ledgerNet: allow("report:read")
    .input(z.strictObject(AtMoment))
    .query(async ({ ctx, input }) => ({
      netCents: await readLedgerNet(ctx.books, momentOf(input, ctx)),
    })),
});
