// Payments: take one, see what became of it, apply what is open of it, and say that the bank returned it.
import { z } from "zod";
import { readPayingAccount } from "@/books/payments/paying-account.ts";
import { applyPayment, readPayment, takeReturn } from "@/books/payments/payment-page.ts";
import { listPayments, PAYMENT_SORTS, totalPayments } from "@/books/payments/payment-list.ts";
import { recordPayment } from "@/books/payments/payments.ts";
import { Day } from "@/domain/values/day.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import {
  Method,
  NewPayment,
  PaymentApplication,
  PaymentId,
  PaymentReturn,
} from "@/domain/payments/payment-input.ts";
import { allow, command, router } from "../trpc.ts";

const Matching = {
  search: z.string().max(200).optional(),
  customerId: z.uuid().optional(),
  method: Method.optional(),
  open: z.boolean().optional(),
  from: Day.optional(),
  through: Day.optional(),
};

export const paymentsRouter = router({
  list: allow("account:read")
    .input(
      z.strictObject({
        ...Matching,
        sort: z.enum(PAYMENT_SORTS).optional(),
        direction: z.enum(["asc", "desc"]).optional(),
        cursor: z.string().max(60).optional(),
      }),
    )
    .query(({ ctx, input }) => listPayments(ctx.books, input)),

  totals: allow("account:read")
    .input(z.strictObject(Matching))
    .query(({ ctx, input }) => totalPayments(ctx.books, input)),

  read: allow("account:read")
    .input(z.strictObject({ paymentId: PaymentId }))
    .query(({ ctx, input }) => readPayment(ctx.books, input.paymentId)),

  /** What a payment of this customer could settle. */
  account: allow("payment:record")
    .input(z.strictObject({ customerId: z.string().max(100), currency: Currency.optional() }))
    .query(({ ctx, input }) => readPayingAccount(ctx.books, input.customerId, input.currency)),

  record: command("payment:record")
    .input(NewPayment)
    .mutation(({ ctx, input }) => recordPayment(ctx.books, input)),

  applyCredit: command("credit:apply")
    .input(PaymentApplication)
    .mutation(({ ctx, input }) => applyPayment(ctx.books, input)),

  /** The bank gave it back: what it had settled is owed again, and the fee is charged on. */
  return: command("event:reverse")
    .input(PaymentReturn)
    .mutation(({ ctx, input }) => takeReturn(ctx.books, input)),
});
