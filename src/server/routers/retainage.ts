// Retainage: what customers hold back, billing it, and where a retained invoice came from.
import { z } from "zod";
import { jobsOfInvoices, listHolders, readHeldAccount } from "@/books/invoices/held-retainage.ts";
import { releaseRetainage } from "@/books/invoices/retainage.ts";
import { readRetainedTrace } from "@/books/invoices/retained-trace.ts";
import { NewRelease } from "@/domain/invoices/retainage-input.ts";
import { InvoiceId } from "@/domain/invoices/invoice-input.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { assertMayBill, billedBy } from "../office.ts";
import { allow, command, router } from "../trpc.ts";

export const retainageRouter = router({
  holders: allow("invoice:write")
    .input(z.strictObject({}))
    .query(({ ctx }) => listHolders(ctx.books, billedBy(ctx.member))),

  held: allow("invoice:write")
    .input(z.strictObject({ customer: z.string().max(100), currency: Currency.optional() }))
    .query(({ ctx, input }) => readHeldAccount(ctx.books, input, billedBy(ctx.member))),

  trace: allow("account:read")
    .input(z.strictObject({ invoiceId: InvoiceId }))
    .query(({ ctx, input }) => readRetainedTrace(ctx.books, input.invoiceId)),

  release: command("invoice:write")
    .input(NewRelease)
    .mutation(async ({ ctx, input }) => {
      const billed = input.released.map((line) => line.invoiceId);
      await assertMayBill(ctx, await jobsOfInvoices(ctx.books, billed));
      return releaseRetainage(ctx.books, input);
    }),
});
