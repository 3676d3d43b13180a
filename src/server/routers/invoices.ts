// Invoices: find them, see what became of one, and take one back that shouldn't have been.
import { z } from "zod";
import { INVOICE_SORTS, listInvoices, totalInvoices } from "@/books/invoices/invoice-list.ts";
import { readInvoice, voidInvoice } from "@/books/invoices/invoice-page.ts";
import { Day } from "@/domain/values/day.ts";
import { INVOICE_FILTERS, type InvoiceFilter } from "@/domain/invoices/invoice-state.ts";
import { InvoiceId, InvoiceVoid } from "@/domain/invoices/invoice-input.ts";
import { allow, command, router } from "../trpc.ts";

const Matching = {
  search: z.string().max(200).optional(),
  customerId: z.uuid().optional(),
  state: z.enum(Object.keys(INVOICE_FILTERS) as InvoiceFilter[]).optional(),
  from: Day.optional(),
  through: Day.optional(),
};

export const invoicesRouter = router({
  list: allow("account:read")
    .input(
      z.strictObject({
        ...Matching,
        sort: z.enum(INVOICE_SORTS).default("issued"),
        direction: z.enum(["asc", "desc"]).default("desc"),
        cursor: z.string().max(60).optional(),
      }),
    )
    .query(({ ctx, input }) => listInvoices(ctx.books, input)),

  totals: allow("account:read")
    .input(z.strictObject(Matching))
    .query(({ ctx, input }) => totalInvoices(ctx.books, input)),

  read: allow("account:read")
    .input(z.strictObject({ invoiceId: InvoiceId }))
    .query(({ ctx, input }) => readInvoice(ctx.books, input.invoiceId)),

  void: command("event:reverse")
    .input(InvoiceVoid)
    .mutation(({ ctx, input }) => voidInvoice(ctx.books, input)),
});
