// The billing terms that the business offers.
import { z } from "zod";
import { offerTerms, withdrawTerms } from "@/books/business/terms.ts";
import { readOfferedTerms } from "@/books/ledger/offered-terms.ts";
import { TermsCode } from "@/domain/values/terms-shape.ts";
import { allow, command, router } from "../trpc.ts";

const One = z.strictObject({ code: TermsCode });

export const termsRouter = router({
  list: allow("account:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => readOfferedTerms(ctx.books)),

  offer: command("settings:change")
    .input(One)
    .mutation(({ ctx, input }) => offerTerms(ctx.books, input)),

  withdraw: command("settings:change")
    .input(One)
    .mutation(({ ctx, input }) => withdrawTerms(ctx.books, input)),
});
