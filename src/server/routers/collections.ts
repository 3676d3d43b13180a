// What a customer said of what they owe: the invoices that they object to, and the days on which they will pay.
import { z } from "zod";
import { readPromises } from "@/books/collections/promises.ts";
import { readDisputedOf } from "@/books/invoices/read-disputes.ts";
import { readAccount } from "@/books/ledger/accounts.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { allow, router } from "../trpc.ts";

export const collectionsRouter = router({
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
