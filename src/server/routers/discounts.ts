// Discount classes, product groups and their percentages; and what one customer pays less.
import { z } from "zod";
import {
  addDiscounted,
  chooseCustomerClass,
  putAwayDiscounted,
  readCustomerDiscount,
  readDiscounts,
  readDiscountsOn,
  renameDiscounted,
  setDiscounts,
} from "@/books/products/discounts.ts";
import {
  ClassPercents,
  CustomerClass,
  DiscountsAsked,
  NewDiscounted,
  PutAwayDiscounted,
  RenamedDiscounted,
} from "@/domain/products/discount-input.ts";
import { allow, command, router } from "../trpc.ts";

export const discountsRouter = router({
  read: allow("account:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => readDiscounts(ctx.books)),

  add: command("settings:change")
    .input(NewDiscounted)
    .mutation(({ ctx, input }) => addDiscounted(ctx.books, input)),

  rename: command("settings:change")
    .input(RenamedDiscounted)
    .mutation(({ ctx, input }) => renameDiscounted(ctx.books, input)),

  putAway: command("settings:change")
    .input(PutAwayDiscounted)
    .mutation(({ ctx, input }) => putAwayDiscounted(ctx.books, input)),

  set: command("settings:change")
    .input(ClassPercents)
    .mutation(({ ctx, input }) => setDiscounts(ctx.books, input)),

  ofCustomer: allow("account:read")
    .input(z.strictObject({ customerId: z.uuid() }))
    .query(({ ctx, input }) => readCustomerDiscount(ctx.books, input.customerId)),

  chooseForCustomer: command("product:write")
    .input(CustomerClass)
    .mutation(({ ctx, input }) => chooseCustomerClass(ctx.books, input)),

  /** What a customer pays less for some products, in percent. */
  on: allow("account:read")
    .input(DiscountsAsked)
    .query(({ ctx, input }) => readDiscountsOn(ctx.books, input)),
});
