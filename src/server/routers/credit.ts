// Credit: who is given it, on what terms, and changing those terms.
import { z } from "zod";
import { readCreditAccount } from "@/books/credit/credit-account.ts";
import { changeCredit } from "@/books/credit/credit-changes.ts";
import { listCreditCustomers, totalCreditCustomers } from "@/books/credit/credit-customers.ts";
import { creditList } from "@/domain/credit/credit-list.ts";
import { CreditChange } from "@/domain/credit/credit-change.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
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
    .mutation(({ ctx, input }) => changeCredit(ctx.books, input)),
});
