// What a customer said of what they owe: the invoices that they object to, and the days on which they will pay.
import { z } from "zod";
import { readPromises } from "@/books/collections/promises.ts";
import { answerQuestion } from "@/books/collections/questions.ts";
import { countSaid, listSaid } from "@/books/collections/said.ts";
import { readDisputedOf } from "@/books/invoices/read-disputes.ts";
import { readAccount } from "@/books/ledger/accounts.ts";
import { saidList } from "@/domain/collections/said.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { allow, command, router } from "../trpc.ts";

export const collectionsRouter = router({
  /** What all customers said, or one of them. */
  list: allow("account:read")
    .input(saidList.query)
    .query(({ ctx, input }) => listSaid(ctx.books, input)),

  count: allow("account:read")
    .input(saidList.matching)
    .query(({ ctx, input }) => countSaid(ctx.books, input)),

  /** Notes that a question was answered, by whatever means. */
  answerQuestion: command("customer:write")
    .input(z.strictObject({ questionId: z.uuid() }))
    .mutation(({ ctx, input }) => answerQuestion(ctx.books, input)),

  read: allow("account:read")
    .input(z.strictObject({ customer: z.string().max(100), currency: Currency.optional() }))
    .query(async ({ ctx, input }) => {
      const { accountId } = await readAccount(ctx.books, input.customer, input.currency);
      const [disputes, promises] = await Promise.all([
        readDisputedOf(ctx.books, accountId),
        readPromises(ctx.books, accountId),
      ]);
      return { disputes, promises };
    }),
});
