// Credit: who is given it, on what terms, and changing those terms.
import { z } from "zod";
import { readCreditAccount } from "@/books/credit/credit-account.ts";
import { changeCredit } from "@/books/credit/credit-changes.ts";
import {
  CREDIT_SHOWS,
  CREDIT_SORTS,
  listCreditCustomers,
  totalCreditCustomers,
} from "@/books/credit/credit-customers.ts";
import { CreditChange } from "@/domain/credit/credit-change.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { allow, command, router } from "../trpc.ts";

const CreditQuery = z.strictObject({
  search: z.string().max(200).optional(),
  show: z.enum(CREDIT_SHOWS).default("all"),
  sort: z.enum(CREDIT_SORTS).default("name"),
  direction: z.enum(["asc", "desc"]).default("asc"),
  cursor: z.string().max(1000).optional(),
});

export const creditRouter = router({
  list: allow("account:read")
    .input(CreditQuery)
    .query(({ ctx, input }) => listCreditCustomers(ctx.books, input)),

  totals: allow("account:read")
    .input(CreditQuery)
    .query(({ ctx, input }) => totalCreditCustomers(ctx.books, input)),

  account: allow("account:read")
    .input(z.strictObject({ customerId: z.string().max(100), currency: Currency.optional() }))
    .query(({ ctx, input }) => readCreditAccount(ctx.books, input.customerId, input.currency)),

  change: command("limit:change")
    .input(CreditChange)
    .mutation(({ ctx, input }) => changeCredit(ctx.books, input)),
});
