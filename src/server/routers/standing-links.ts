// Links that stand for a customer's people until they are withdrawn.
import { z } from "zod";
import { readAccount } from "@/books/ledger/accounts.ts";
import {
  keepStandingLink,
  newestStatementOf,
  readStandingLinks,
  withdrawStandingLink,
} from "@/books/statements/standing-links.ts";
import { Refusal } from "@/domain/refusal.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { writtenText } from "@/domain/values/written-text.ts";
import { shareAccount, withdrawLink } from "../shared-paper.ts";
import { allow, command, router } from "../trpc.ts";

const Whose = { customer: z.string().max(100), currency: Currency.optional() };

export const standingLinksRouter = router({
  list: allow("statement:preview")
    .input(z.strictObject(Whose))
    .query(async ({ ctx, input }) => {
      const { accountId } = await readAccount(ctx.books, input.customer, input.currency);
      return readStandingLinks(ctx.books, accountId);
    }),

  /** Its address is shown this once and kept nowhere. */
  make: command("statement:issue", { shownOnce: true })
    .input(
      z.strictObject({
        ...Whose,
        forWhom: writtenText("Enter whose it is.").max(120, "Shorten it to 120 characters."),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { accountId, currency } = await readAccount(ctx.books, input.customer, input.currency);
      if ((await newestStatementOf(ctx.books, accountId)) === null) throw new Refusal("no-statement-yet");
      const { linkId, url } = await shareAccount(ctx.member, accountId, ctx.books.tx);
      await keepStandingLink(ctx.books, { linkId, accountId, currency, forWhom: input.forWhom });
      return { url };
    }),

  withdraw: command("statement:issue", { shuts: true })
    .input(z.strictObject({ linkId: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      await withdrawStandingLink(ctx.books, input.linkId);
      await withdrawLink(ctx.member, input.linkId, ctx.books.tx);
      return { withdrawn: true };
    }),
});
