// Reports over the whole business, at any day, as known at any instant.
import { z } from "zod";
import { readAgingReport } from "@/books/receivables/aging-report.ts";
import { readLedgerNet } from "@/books/receivables/ledger-net.ts";
import { agingList } from "@/domain/receivables/aging-list.ts";
import { AtMoment, momentOf } from "../moment-query.ts";
import { allow, router } from "../trpc.ts";

export const reportsRouter = router({
  aging: allow("report:read")
    .input(agingList.query.extend(AtMoment))
    .query(({ ctx, input }) => readAgingReport(ctx.books, momentOf(input, ctx), input)),

  /** Apart from the report, so that its rows needn't wait for the journal to be added up. */
  ledgerNet: allow("report:read")
    .input(z.strictObject(AtMoment))
    .query(({ ctx, input }) => readLedgerNet(ctx.books, momentOf(input, ctx))),
});
