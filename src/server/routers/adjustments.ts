// Corrections of an account from the office: a debt given up, more or less of what is owed, one that comes back.
import { z } from "zod";
import { adjustDown, adjustUp, recoverDebt, writeOff } from "@/books/corrections/adjustments.ts";
import { readPayingAccount } from "@/books/payments/paying-account.ts";
import { Currency, PositiveCents } from "@/domain/values/money-shapes.ts";
import { ReversalInput } from "@/domain/corrections/reversal-input.ts";
import { allow, command, router } from "../trpc.ts";

const correction = { accountId: z.uuid(), amountCents: PositiveCents, ...ReversalInput };

export const adjustmentsRouter = router({
  account: allow("account:adjust")
    .input(z.strictObject({ customer: z.string().max(100), currency: Currency.optional() }))
    .query(({ ctx, input }) => readPayingAccount(ctx.books, input.customer, input.currency)),

  writeOff: allow("account:adjust")
    .input(command({ ...correction, itemId: z.number().int().positive() }))
    .mutation(({ ctx, input: { commandKey: _key, ...given } }) => writeOff(ctx.books, given)),

  up: allow("account:adjust")
    .input(command(correction))
    .mutation(({ ctx, input: { commandKey: _key, ...given } }) => adjustUp(ctx.books, given)),

  down: allow("account:adjust")
    .input(command(correction))
    .mutation(({ ctx, input: { commandKey: _key, ...given } }) => adjustDown(ctx.books, given)),

  recover: allow("account:adjust")
    .input(command(correction))
    .mutation(({ ctx, input: { commandKey: _key, ...given } }) => recoverDebt(ctx.books, given)),
});
