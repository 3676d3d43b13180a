// Credit: who is given it, on what terms, and changing those terms.
import { z } from "zod";
import { readCreditAccount } from "@/books/credit/credit-account.ts";
import { changeMany } from "@/books/credit/bulk-changes.ts";
import { readChosen } from "@/books/credit/chosen-accounts.ts";
import { changeCredit } from "@/books/credit/credit-changes.ts";
import { listCreditCustomers, totalCreditCustomers } from "@/books/credit/credit-customers.ts";
import {
  approveLimit,
  declineLimit,
  listLimitRequests,
  withdrawLimit,
} from "@/books/credit/limit-requests.ts";
import { BulkCreditChange, MOST_AT_ONCE } from "@/domain/credit/bulk-change.ts";
import { DeclinedLimit, LimitRequestId } from "@/domain/credit/limit-approval.ts";
import { creditList } from "@/domain/credit/credit-list.ts";
import { CreditChange } from "@/domain/credit/credit-change.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { enqueueApplication } from "../jobs/enqueue-application.ts";
import { enqueueLimitAsked } from "../jobs/enqueue-limit.ts";
import { allow, command, router } from "../trpc.ts";

export const creditRouter = router({
  list: allow("account:read")
    .input(creditList.query)
    .query(({ ctx, input }) => listCreditCustomers(ctx.books, input)),

  totals: allow("account:read")
    .input(creditList.matching)
    .query(({ ctx, input }) => totalCreditCustomers(ctx.books, input)),

  account: allow("account:read")
    .input(z.strictObject({ customerId: z.string().max(100), currency: Currency.optional() }))
    .query(({ ctx, input }) => readCreditAccount(ctx.books, input.customerId, input.currency)),

  change: command("limit:change")
    .input(CreditChange)
    .mutation(async ({ ctx, input }) => {
      const changed = await changeCredit(ctx.books, input);
      if (changed.requestId !== null) await enqueueLimitAsked(ctx.books, ctx.member, [changed.requestId]);
      return changed;
    }),

  chosen: allow("limit:change")
    .input(z.strictObject({ customerIds: z.array(z.uuid()).max(MOST_AT_ONCE) }))
    .query(async ({ ctx, input }) => ({
      today: ctx.books.today,
      accounts: await readChosen(ctx.books, input.customerIds),
    })),

  changeMany: command("limit:change")
    .input(BulkCreditChange)
    .mutation(async ({ ctx, input }) => {
      const done = await changeMany(ctx.books, input);
      await enqueueLimitAsked(ctx.books, ctx.member, done.requests);
      return done;
    }),

  requests: allow("account:read")
    .input(z.strictObject({ accountId: z.uuid().optional() }))
    .query(({ ctx, input }) => listLimitRequests(ctx.books, input.accountId)),

  approve: command("limit:change")
    .input(LimitRequestId)
    .mutation(async ({ ctx, input }) => {
      const { terms, applicationId } = await approveLimit(ctx.books, input);
      if (applicationId !== null)
        await enqueueApplication(ctx.books, ctx.member, { applicationId, what: "answered" });
      return { terms };
    }),

  decline: command("limit:change")
    .input(DeclinedLimit)
    .mutation(({ ctx, input }) => declineLimit(ctx.books, input)),

  withdraw: command("limit:change")
    .input(LimitRequestId)
    .mutation(({ ctx, input }) => withdrawLimit(ctx.books, input)),
});
