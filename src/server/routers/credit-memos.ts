// Credit memos: the list of them, crediting an invoice by one, and looking at one.
import { z } from "zod";
import { creditInvoice } from "@/books/invoices/credit-invoice.ts";
import { listCreditMemos } from "@/books/invoices/credit-memo-list.ts";
import { readCreditMemo } from "@/books/invoices/credit-memo-page.ts";
import { readCreditable } from "@/books/invoices/creditable.ts";
import { readCreditMemoPaper } from "@/books/invoices/read-credit-memo-paper.ts";
import { NewInvoiceCredit } from "@/domain/invoices/credit-memo-input.ts";
import { creditMemoList } from "@/domain/invoices/credit-memo-list.ts";
import { InvoiceId } from "@/domain/invoices/invoice-input.ts";
import { AtMoment, askedAt, momentOf } from "../moment-query.ts";
import { allow, command, router } from "../trpc.ts";

const CreditMemoId = z.strictObject({ creditMemoId: z.string().max(60) });

export const creditMemosRouter = router({
  list: allow("account:read")
    .input(creditMemoList.query.extend(AtMoment))
    .query(({ ctx, input }) => listCreditMemos(ctx.books, askedAt(input, ctx))),

  read: allow("account:read")
    .input(CreditMemoId.extend(AtMoment))
    .query(({ ctx, input }) => readCreditMemo(ctx.books, input.creditMemoId, momentOf(input, ctx))),

  /** As it is printed. */
  paper: allow("account:read")
    .input(CreditMemoId)
    .query(({ ctx, input }) => {
      const { orgName: name, locale, country } = ctx.member;
      return readCreditMemoPaper(ctx.books, input.creditMemoId, { name, locale, country });
    }),

  /** What of an invoice can still be credited. */
  creditable: allow("event:reverse")
    .input(z.strictObject({ invoiceId: InvoiceId }))
    .query(({ ctx, input }) => readCreditable(ctx.books, input.invoiceId)),

  creditInvoice: command("event:reverse")
    .input(NewInvoiceCredit)
    .mutation(({ ctx, input }) => creditInvoice(ctx.books, input)),
});
