// Payments: take one, see what became of it, apply what is open of it, and say that the bank returned it.
import { z } from "zod";
import { readPayingAccount } from "@/books/payments/paying-account.ts";
import { applyPayment, readPayment, takeReturn } from "@/books/payments/payment-page.ts";
import { listPayments, PAYMENT_SORTS, totalPayments } from "@/books/payments/payment-list.ts";
import { NewPayment, recordPayment } from "@/books/payments/payments.ts";
import { Day } from "@/domain/values/day.ts";
import { Currency, PositiveCents } from "@/domain/values/money-shapes.ts";
import { ReversalInput } from "@/domain/corrections/reversal-input.ts";
import { PAYMENT_METHODS, type PaymentMethod } from "@/domain/ledger/payment-method.ts";
import { allow, command, router } from "../trpc.ts";

const Matching = {
  search: z.string().max(200).optional(),
  customerId: z.uuid().optional(),
  method: z.enum(Object.keys(PAYMENT_METHODS) as PaymentMethod[]).optional(),
  open: z.boolean().optional(),
  from: Day.optional(),
  through: Day.optional(),
};
const PaymentId = z.string().max(60);
const ItemId = z.number().int().positive();

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
    .input(
      z.strictObject({
        paymentId: PaymentId,
        appliedOn: Day,
        applied: z
          .array(z.strictObject({ itemId: ItemId, amountCents: PositiveCents }))
          .min(1)
          .max(1000),
      }),
    )
    .mutation(({ ctx, input }) => applyPayment(ctx.books, input)),

  /** The bank gave it back: what it had settled is owed again, and the fee is charged on. */
  return: command("event:reverse")
    .input(z.strictObject({ paymentId: PaymentId, feeCents: PositiveCents.optional(), ...ReversalInput }))
    .mutation(({ ctx, input: { feeCents, ...given } }) =>
      takeReturn(ctx.books, { ...given, ...(feeCents !== undefined && { feeCents }) }),
    ),
});
