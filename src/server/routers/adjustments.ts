// Corrections of an account from the office: a debt given up, more or less of what is owed, one that comes back.
import { z } from "zod";
import { adjustDown, adjustUp, recoverDebt, writeOff } from "@/books/corrections/adjustments.ts";
import { readPayingAccount } from "@/books/payments/paying-account.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { NewAdjustment, NewWriteOff } from "@/domain/corrections/adjustment-input.ts";
import { allow, command, router } from "../trpc.ts";

export const adjustmentsRouter = router({
  account: allow("account:adjust")
    .input(z.strictObject({ customer: z.string().max(100), currency: Currency.optional() }))
    .query(({ ctx, input }) => readPayingAccount(ctx.books, input.customer, { currency: input.currency })),

  writeOff: command("account:adjust")
    .input(NewWriteOff)
    .mutation(({ ctx, input }) => writeOff(ctx.books, input)),

  up: command("account:adjust")
    .input(NewAdjustment)
    .mutation(({ ctx, input }) => adjustUp(ctx.books, input)),

  down: command("account:adjust")
    .input(NewAdjustment)
    .mutation(({ ctx, input }) => adjustDown(ctx.books, input)),

  recover: command("account:adjust")
    .input(NewAdjustment)
    .mutation(({ ctx, input }) => recoverDebt(ctx.books, input)),
});
