// Parent and child customers: who belongs to whom, whose limit is shared, and what a family owes together.
import { z } from "zod";
import { chooseParent, readFamily, shareLimit } from "@/books/customers/families.ts";
import { readFamilyAging } from "@/books/receivables/family-aging.ts";
import { LimitSharing, ParentChoice } from "@/domain/customers/family-input.ts";
import { familyList } from "@/domain/receivables/family-list.ts";
import { AccountAt } from "../account-query.ts";
import { may } from "../actor.ts";
import { momentOf } from "../moment-query.ts";
import { allow, command, router } from "../trpc.ts";

export const familiesRouter = router({
  read: allow("account:read")
    .input(z.strictObject({ customerId: z.uuid() }))
    .query(({ ctx, input }) => readFamily(ctx.books, input.customerId)),

  /** A row for the parent and each of its children, and their sum. */
  aging: allow("account:read")
    .input(familyList.query.extend(AccountAt))
    .query(({ ctx, input: { customerId, currency, ...at } }) =>
      readFamilyAging(ctx.books, momentOf(at, ctx), { customer: customerId, currency }),
    ),

  /** Where it changes whose limit counts, it takes the right to change limits, too. */
  chooseParent: command("customer:write")
    .input(ParentChoice)
    .mutation(({ ctx, input }) =>
      chooseParent(ctx.books, input, { mayLimit: may(ctx.member, "limit:change") }),
    ),

  shareLimit: command("limit:change")
    .input(LimitSharing)
    .mutation(({ ctx, input }) => shareLimit(ctx.books, input)),
});
