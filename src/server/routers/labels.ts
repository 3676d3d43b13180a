// Labels of a business's own, and who has them.
import { z } from "zod";
import {
  addLabel,
  labelCustomers,
  putAwayLabel,
  readLabelNames,
  readLabels,
  readLabelsOf,
  renameLabel,
  setLabelsOf,
} from "@/books/customers/labels.ts";
import {
  CustomerLabels,
  LabelledCustomers,
  NewLabel,
  PutAwayLabel,
  RenamedLabel,
} from "@/domain/customers/label-input.ts";
import { allow, command, router } from "../trpc.ts";

export const labelsRouter = router({
  /** With how many customers have each. */
  read: allow("account:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => readLabels(ctx.books)),

  /** Those that can be chosen. */
  names: allow("account:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => readLabelNames(ctx.books)),

  add: command("settings:change")
    .input(NewLabel)
    .mutation(({ ctx, input }) => addLabel(ctx.books, input)),

  rename: command("settings:change")
    .input(RenamedLabel)
    .mutation(({ ctx, input }) => renameLabel(ctx.books, input)),

  putAway: command("settings:change")
    .input(PutAwayLabel)
    .mutation(({ ctx, input }) => putAwayLabel(ctx.books, input)),

  ofCustomer: allow("account:read")
    .input(z.strictObject({ customerId: z.uuid() }))
    .query(({ ctx, input }) => readLabelsOf(ctx.books, input.customerId)),

  setForCustomer: command("customer:write")
    .input(CustomerLabels)
    .mutation(({ ctx, input }) => setLabelsOf(ctx.books, input)),

  /** On many customers at once, or off them. */
  putOn: command("customer:write")
    .input(LabelledCustomers)
    .mutation(({ ctx, input }) => labelCustomers(ctx.books, input)),
});
