// The taxes of the business: read together, changed piece by piece; and what one customer or location is taxed with.
import { z } from "zod";
import { readTaxes } from "@/books/business/read-taxes.ts";
import {
  addAgency,
  addCombined,
  addRate,
  archiveRate,
  changeRate,
  chooseDefault,
  renameAgency,
  renameRate,
  unarchiveRate,
} from "@/books/business/taxes.ts";
import {
  chooseCustomerTax,
  chooseLocationTax,
  endExemption,
  exemptCustomer,
  readCustomerTaxes,
} from "@/books/customers/customer-taxes.ts";
import {
  CustomerTax,
  DefaultTax,
  LocationTax,
  NewAgency,
  NewCombined,
  NewExemption,
  NewRate,
  RateId,
  RateStep,
  RenamedAgency,
  RenamedRate,
} from "@/domain/business/tax-input.ts";
import { allow, command, router } from "../trpc.ts";

const OfCustomer = z.strictObject({ customerId: z.uuid() });

export const taxesRouter = router({
  read: allow("account:read")
    .input(z.strictObject({}))
    .query(({ ctx }) => readTaxes(ctx.books)),

  addAgency: command("settings:change")
    .input(NewAgency)
    .mutation(({ ctx, input }) => addAgency(ctx.books, input)),

  renameAgency: command("settings:change")
    .input(RenamedAgency)
    .mutation(({ ctx, input }) => renameAgency(ctx.books, input)),

  addRate: command("settings:change")
    .input(NewRate)
    .mutation(({ ctx, input }) => addRate(ctx.books, input)),

  changeRate: command("settings:change")
    .input(RateStep)
    .mutation(({ ctx, input }) => changeRate(ctx.books, input)),

  /** Of a single or a combined rate. */
  renameRate: command("settings:change")
    .input(RenamedRate)
    .mutation(({ ctx, input }) => renameRate(ctx.books, input)),

  addCombined: command("settings:change")
    .input(NewCombined)
    .mutation(({ ctx, input }) => addCombined(ctx.books, input)),

  archiveRate: command("settings:change")
    .input(RateId)
    .mutation(({ ctx, input }) => archiveRate(ctx.books, input.rateId)),

  unarchiveRate: command("settings:change")
    .input(RateId)
    .mutation(({ ctx, input }) => unarchiveRate(ctx.books, input.rateId)),

  chooseDefault: command("settings:change")
    .input(DefaultTax)
    .mutation(({ ctx, input }) => chooseDefault(ctx.books, input)),

  ofCustomer: allow("account:read")
    .input(OfCustomer)
    .query(({ ctx, input }) => readCustomerTaxes(ctx.books, input.customerId)),

  chooseForCustomer: command("customer:write")
    .input(CustomerTax)
    .mutation(({ ctx, input }) => chooseCustomerTax(ctx.books, input)),

  chooseForLocation: command("customer:write")
    .input(LocationTax)
    .mutation(({ ctx, input }) => chooseLocationTax(ctx.books, input)),

  exempt: command("customer:write")
    .input(NewExemption)
    .mutation(({ ctx, input }) => exemptCustomer(ctx.books, input)),

  endExemption: command("customer:write")
    .input(OfCustomer)
    .mutation(({ ctx, input }) => endExemption(ctx.books, input.customerId)),
});
