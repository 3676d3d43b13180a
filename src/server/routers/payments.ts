// Payments: take one, see what became of it, apply what is open of it, and say that the bank returned it.
import { z } from "zod";
import { readPayingAccount } from "@/books/payments/paying-account.ts";
import { applyPayment, readPayment, takeReturn } from "@/books/payments/payment-page.ts";
import { listPayments, totalPayments } from "@/books/payments/payment-list.ts";
import { recordSplitPayment } from "@/books/payments/split-payments.ts";
import { recordPayment } from "@/books/payments/payments.ts";
import { readToAccounts } from "@/books/payments/to-accounts.ts";
import { NewPayment, PaymentApplication, PaymentId, PaymentReturn } from "@/domain/payments/payment-input.ts";
import { paymentList } from "@/domain/payments/payment-list.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { AtMoment, askedAt, momentOf } from "../moment-query.ts";
import { allow, command, router } from "../trpc.ts";

export const paymentsRouter = router({
  list: allow("account:read")
    .input(paymentList.query.extend(AtMoment))
    .query(({ ctx, input }) => listPayments(ctx.books, askedAt(input, ctx))),

  totals: allow("account:read")
    .input(paymentList.matching)
    .query(({ ctx, input }) => totalPayments(ctx.books, input)),

  read: allow("account:read")
    .input(z.strictObject({ paymentId: PaymentId, ...AtMoment }))
    .query(({ ctx, input }) => readPayment(ctx.books, input.paymentId, momentOf(input, ctx))),

  /** What a payment of this customer could settle; with what their children owe where it is asked for. */
  account: allow("payment:record")
    .input(
      z.strictObject({
        customerId: z.string().max(100),
        currency: Currency.optional(),
        family: z.boolean().optional(),
      }),
    )
    .query(({ ctx, input: { customerId, ...asked } }) => readPayingAccount(ctx.books, customerId, asked)),

  /** Where a payment can go, and where one of each method usually does. */
  toAccounts: allow("payment:record")
    .input(z.strictObject({}))
    .query(({ ctx }) => readToAccounts(ctx.books)),

  record: command("payment:record")
    .input(NewPayment)
    .mutation(({ ctx, input }) => recordPayment(ctx.books, input)),

  /** One check of a parent for itself and its children: a payment on each account, all at once. */
  recordSplit: command("payment:record")
    .input(NewPayment)
    .mutation(({ ctx, input }) => recordSplitPayment(ctx.books, input)),

  applyCredit: command("credit:apply")
    .input(PaymentApplication)
    .mutation(({ ctx, input }) => applyPayment(ctx.books, input)),

  /** The bank gave it back: what it had settled is owed again, and the fee is charged on. */
  return: command("event:reverse")
    .input(PaymentReturn)
    .mutation(({ ctx, input }) => takeReturn(ctx.books, input)),
});
