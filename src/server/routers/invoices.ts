// Invoices: find them, see what became of one, and reverse one that shouldn't have been.
import { z } from "zod";
import { listInvoices, totalInvoices } from "@/books/invoices/invoice-list.ts";
import { readInvoice, voidInvoice } from "@/books/invoices/invoice-page.ts";
import { readInvoicePaper } from "@/books/invoices/read-invoice-paper.ts";
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

  /** As it is printed. */
  paper: allow("account:read")
    .input(z.strictObject({ invoiceId: InvoiceId }))
    .query(({ ctx, input }) => {
      const { orgName: name, locale, country } = ctx.member;
      return readInvoicePaper(ctx.books, input.invoiceId, { name, locale, country });
    }),

  void: command("event:reverse")
    .input(InvoiceVoid)
    .mutation(({ ctx, input }) => voidInvoice(ctx.books, input)),
});
