// Invoices: find them, see what became of one, and reverse one that shouldn't have been.
import { z } from "zod";
import { disputeInvoice } from "@/books/invoices/disputes.ts";
import { jobsOfInvoices } from "@/books/invoices/held-retainage.ts";
import { listInvoices, totalInvoices } from "@/books/invoices/invoice-list.ts";
import { readInvoice, voidInvoice } from "@/books/invoices/invoice-page.ts";
import { readInvoicePaper } from "@/books/invoices/read-invoice-paper.ts";
import { invoiceList } from "@/domain/invoices/invoice-list.ts";
import { InvoiceDispute, InvoiceId, InvoiceVoid } from "@/domain/invoices/invoice-input.ts";
import { AtMoment, askedAt, momentOf } from "../moment-query.ts";
import { assertMayBill } from "../office.ts";
import { allow, command, router } from "../trpc.ts";

export const invoicesRouter = router({
  list: allow("account:read")
    .input(invoiceList.query.extend(AtMoment))
    .query(({ ctx, input }) => listInvoices(ctx.books, askedAt(input, ctx))),

  totals: allow("account:read")
    .input(invoiceList.matching)
    .query(({ ctx, input }) => totalInvoices(ctx.books, input)),

  read: allow("account:read")
    .input(z.strictObject({ invoiceId: InvoiceId, ...AtMoment }))
    .query(({ ctx, input }) => readInvoice(ctx.books, input.invoiceId, momentOf(input, ctx))),

  /** As it is printed. */
  paper: allow("account:read")
    .input(z.strictObject({ invoiceId: InvoiceId }))
    .query(({ ctx, input }) => {
      const { orgName: name, locale, country } = ctx.member;
      return readInvoicePaper(ctx.books, input.invoiceId, { name, locale, country });
    }),

  dispute: command("invoice:write")
    .input(InvoiceDispute)
    .mutation(async ({ ctx, input }) => {
      await assertMayBill(ctx, await jobsOfInvoices(ctx.books, [input.invoiceId]));
      return disputeInvoice(ctx.books, input);
    }),

  void: command("event:reverse")
    .input(InvoiceVoid)
    .mutation(({ ctx, input }) => voidInvoice(ctx.books, input)),
});
