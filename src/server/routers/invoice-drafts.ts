// Drafts of invoices: written and shared by whoever may bill, and issued by them; one that corrects an invoice by whoever may
// reverse it, too.
import { z } from "zod";
import { readBilledCustomer, readInvoiceGround } from "@/books/invoices/billed-customer.ts";
import { correctInvoice, duplicateInvoice } from "@/books/invoices/copy-invoice.ts";
import {
  discardDraft,
  jobOfDraft,
  listDrafts,
  readDraft,
  saveDraft,
  startDraft,
} from "@/books/invoices/drafts.ts";
import { readLineTaxes, readTaxes, shownLineTaxes } from "@/books/invoices/invoice-taxes.ts";
import { issueDraft } from "@/books/invoices/issue-draft.ts";
import { findProducts } from "@/books/products/product-search.ts";
import { Version } from "@/domain/customers/customer-input.ts";
import { DraftId, IssuedDraft, NewDraft, SavedDraft, TaxedDraft } from "@/domain/invoices/draft-input.ts";
import { InvoiceId } from "@/domain/invoices/invoice-input.ts";
import { may } from "../actor.ts";
import { assertMayBill, billedBy } from "../office.ts";
import { ProductSought } from "@/domain/products/product.ts";
import { allow, command, router } from "../trpc.ts";
import { isStorable } from "../wire/storable-text.ts";

/** Kept with the draft itself, and not once more with every save. */
const LONG = { secret: ["draft"] };
const storable = (input: unknown) => isStorable(input);

const Named = z.strictObject({ draftId: DraftId });

export const invoiceDraftsRouter = router({
  list: allow("invoice:write")
    .input(z.strictObject({ customerId: z.uuid().optional() }))
    .query(({ ctx, input }) => listDrafts(ctx.books, input.customerId)),

  read: allow("invoice:write")
    .input(Named)
    .query(({ ctx, input }) => readDraft(ctx.books, input.draftId)),

  /** What an invoice of that day to that customer meets: taxes, months, accounts of sales. */
  ground: allow("invoice:write")
    .input(TaxedDraft)
    .query(({ ctx, input }) => readInvoiceGround(ctx.books, input)),

  /** What it is taxed with, and what single lines can be instead. */
  taxes: allow("invoice:write")
    .input(TaxedDraft)
    .query(async ({ ctx: { books }, input }) => {
      const [taxes, choices] = await Promise.all([readTaxes(books, input), readLineTaxes(books, input)]);
      return { taxes, choices: shownLineTaxes(choices) };
    }),

  customer: allow("invoice:write")
    .input(z.strictObject({ customerId: z.string().max(100) }))
    .query(({ ctx, input }) => {
      const { country: homeCountry } = ctx.member;
      return readBilledCustomer(ctx.books, input.customerId, { homeCountry, ...billedBy(ctx.member) });
    }),

  findProducts: allow("invoice:write")
    .input(ProductSought)
    .query(({ ctx, input }) => findProducts(ctx.books, input)),

  start: command("invoice:write", LONG)
    .input(NewDraft.refine(storable))
    .mutation(({ ctx, input }) => startDraft(ctx.books, input.draft)),

  save: command("invoice:write", LONG)
    .input(SavedDraft.refine(storable))
    .mutation(({ ctx, input }) => saveDraft(ctx.books, input)),

  discard: command("invoice:write")
    .input(z.strictObject({ draftId: DraftId, version: Version }))
    .mutation(({ ctx, input }) => discardDraft(ctx.books, input)),

  issue: command("invoice:write")
    .input(IssuedDraft)
    .mutation(async ({ ctx, input }) => {
      await assertMayBill(ctx, [await jobOfDraft(ctx.books, input.draftId)]);
      return issueDraft(ctx.books, input, { mayReverse: may(ctx.member, "event:reverse") });
    }),

  duplicate: command("invoice:write")
    .input(z.strictObject({ invoiceId: InvoiceId }))
    .mutation(({ ctx, input }) => duplicateInvoice(ctx.books, { ...input, locale: ctx.member.locale })),

  correct: command("event:reverse")
    .input(z.strictObject({ invoiceId: InvoiceId }))
    .mutation(({ ctx, input }) => correctInvoice(ctx.books, { ...input, locale: ctx.member.locale })),
});
