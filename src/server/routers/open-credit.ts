// An account's open credit, from one screen: applied to what is owed, un-applied, refunded to the customer.
import { z } from "zod";
import { Cursor } from "@/domain/lists/cursor.ts";
import { applyCredit, unApplyCredit } from "@/books/ledger/applications.ts";
import { readOpenCredit } from "@/books/payments/open-credit.ts";
import { refundCredit } from "@/books/payments/refunds.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { NewApplication, NewUnApplication } from "@/domain/ledger/application-input.ts";
import { NewRefund } from "@/domain/payments/refund-input.ts";
import { AtMoment, momentOf } from "../moment-query.ts";
import { allow, command, router } from "../trpc.ts";

export const openCreditRouter = router({
  read: allow("credit:apply")
    .input(
      z.strictObject({
        customer: z.string().max(100),
        currency: Currency.optional(),
        cursor: Cursor.optional(),
        ...AtMoment,
      }),
    )
    .query(({ ctx, input: { asOf, knownAt: _knownAt, ...asked } }) =>
      readOpenCredit(ctx.books, asked, momentOf({ asOf }, ctx)),
    ),

  applyCredit: command("credit:apply")
    .input(NewApplication)
    .mutation(({ ctx, input }) => applyCredit(ctx.books, input)),

  unApply: command("credit:apply")
    .input(NewUnApplication)
    .mutation(({ ctx, input }) => unApplyCredit(ctx.books, input)),

  refund: command("event:reverse")
    .input(NewRefund)
    .mutation(({ ctx, input }) => refundCredit(ctx.books, input)),
});
