// Reports over the whole business, at any day, as known at any instant.
import { z } from "zod";
import { readAgedRetainage, readRetainageLedger } from "@/books/invoices/aged-retainage.ts";
import { readBusinessAging } from "@/books/receivables/aging.ts";
import { readAgingReport } from "@/books/receivables/aging-report.ts";
import { listJournal } from "@/books/receivables/journal.ts";
import { readLedgerNet } from "@/books/receivables/ledger-net.ts";
import { readTaxReport } from "@/books/receivables/tax-report.ts";
import { readTrialBalance } from "@/books/receivables/trial-balance.ts";
import { agedRetainageList } from "@/domain/invoices/aged-retainage.ts";
import { agingList } from "@/domain/receivables/aging-list.ts";
import { journalList } from "@/domain/receivables/journal-list.ts";
import { trialBalanceList } from "@/domain/receivables/trial-balance.ts";
import { taxPeriodOf, taxReportList } from "@/domain/receivables/tax-report.ts";
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

  /** Apart for the same reason, for pages that show no aging of their own. */
  agingTotals: allow("report:read")
    .input(z.strictObject(AtMoment))
    .query(({ ctx, input }) => readBusinessAging(ctx.books, momentOf(input, ctx))),

  retainage: allow("report:read")
    .input(agedRetainageList.query.extend(AtMoment))
    .query(({ ctx, input }) => readAgedRetainage(ctx.books, momentOf(input, ctx), input)),

  /** What the ledger says of it, apart for the same reason. */
  retainageLedger: allow("report:read")
    .input(z.strictObject(AtMoment))
    .query(({ ctx, input }) => readRetainageLedger(ctx.books, momentOf(input, ctx))),

  trialBalance: allow("report:read")
    .input(trialBalanceList.query.extend(AtMoment))
    .query(async ({ ctx, input }) => {
      const moment = momentOf(input, ctx);
      return { asOf: moment.asOf, ...(await readTrialBalance(ctx.books, moment)) };
    }),

  /** The month before, when invoiced, where nobody says otherwise. */
  tax: allow("report:read")
    .input(taxReportList.query)
    .query(({ ctx, input }) => readTaxReport(ctx.books, taxPeriodOf(input, ctx.books.today))),

  journal: allow("report:read")
    .input(journalList.query)
    .query(({ ctx, input }) => listJournal(ctx.books, input)),
});
