// Invoices: find them, see what became of one, and reverse one that shouldn't have been.
import { z } from "zod";
import { listInvoices, totalInvoices } from "@/books/invoices/invoice-list.ts";
import { readInvoice, voidInvoice } from "@/books/invoices/invoice-page.ts";
import { invoiceList } from "@/domain/invoices/invoice-list.ts";
import { InvoiceId, InvoiceVoid } from "@/domain/invoices/invoice-input.ts";
import { allow, command, router } from "../trpc.ts";

export const invoicesRouter = router({
  list: allow("account:read")
    .input(invoiceList.query)
    .query(({ ctx, input }) => listInvoices(ctx.books, input)),

  totals: allow("account:read")
    .input(invoiceList.matching)
    .query(({ ctx, input }) => totalInvoices(ctx.books, input)),

  read: allow("account:read")
    .input(z.strictObject({ invoiceId: InvoiceId }))
    .query(({ ctx, input }) => readInvoice(ctx.books, input.invoiceId)),

  void: command("event:reverse")
    .input(InvoiceVoid)
    .mutation(({ ctx, input }) => voidInvoice(ctx.books, input)),
});
