// Invoices from draft to void, and what credits them.
import {
  CreditMemoAnswer,
  CreditMemosAnswer,
  CreditedInvoiceAnswer,
  DiscardedAnswer,
  DraftAnswer,
  DraftsAnswer,
  InvoiceAnswer,
  InvoicesAnswer,
  IssuedInvoiceAnswer,
  MailedAnswer,
  ReversedAnswer,
  StartedDraftAnswer,
} from "@/domain/invoices/invoice-answer.ts";
import { ChangedAnswer } from "@/domain/values/answer-shapes.ts";
import { drawInvoice } from "../papers.ts";
import { fileRoute, route, type Noun } from "../route.ts";

const invoice = "/invoices/{invoice_id}" as const;
const draft = "/invoice-drafts/{draft_id}" as const;

export const invoices: Noun = {
  name: "Invoices",
  says: "An invoice is written as a draft, issued, and from then on only voided or credited.",
  routes: [
    route("invoices.list", {
      method: "GET",
      path: "/invoices",
      says: "List invoices",
      answer: InvoicesAnswer,
    }),
    route("invoices.read", { method: "GET", path: invoice, says: "Read an invoice", answer: InvoiceAnswer }),
    fileRoute("invoices.paper", {
      method: "GET",
      path: `${invoice}/pdf`,
      says: "Fetch an invoice as PDF",
      draw: drawInvoice,
    }),
    route("mails.send", {
      method: "POST",
      path: "/invoices/{id}/send",
      says: "Mail an invoice",
      fixed: { kind: "invoice" },
      answer: MailedAnswer,
    }),
    route("invoices.void", {
      method: "POST",
      path: `${invoice}/void`,
      says: "Void an invoice",
      answer: ReversedAnswer,
    }),
    route("invoiceDrafts.list", {
      method: "GET",
      path: "/invoice-drafts",
      says: "List drafts",
      answer: DraftsAnswer,
    }),
    route("invoiceDrafts.start", {
      method: "POST",
      path: "/invoice-drafts",
      says: "Begin a draft",
      more: "Quantities and prices are text as it is written in the draft’s locale. What can’t be read is kept, and refused when the draft is issued.",
      creates: true,
      answer: StartedDraftAnswer,
    }),
    route("invoiceDrafts.read", { method: "GET", path: draft, says: "Read a draft", answer: DraftAnswer }),
    route("invoiceDrafts.save", { method: "PUT", path: draft, says: "Save a draft", answer: ChangedAnswer }),
    route("invoiceDrafts.discard", {
      method: "POST",
      path: `${draft}/discard`,
      says: "Discard a draft",
      answer: DiscardedAnswer,
    }),
    route("invoiceDrafts.issue", {
      method: "POST",
      path: `${draft}/issue`,
      says: "Issue a draft as an invoice",
      more: "Say in `seen` which taxes you reckoned with, and others by now refuse it with “tax-changed”; left out, it is taxed as the law of the day has it.",
      creates: true,
      answer: IssuedInvoiceAnswer,
    }),
  ],
};

const memo = "/credit-memos/{credit_memo_id}" as const;

export const creditMemos: Noun = {
  name: "Credit memos",
  says: "What takes back part of an invoice. What it leaves open is the customer’s credit.",
  routes: [
    route("creditMemos.list", {
      method: "GET",
      path: "/credit-memos",
      says: "List credit memos",
      answer: CreditMemosAnswer,
    }),
    route("creditMemos.read", {
      method: "GET",
      path: memo,
      says: "Read a credit memo",
      answer: CreditMemoAnswer,
    }),
    fileRoute("creditMemos.paper", {
      method: "GET",
      path: `${memo}/pdf`,
      says: "Fetch a credit memo as PDF",
      draw: drawInvoice,
    }),
    route("creditMemos.creditInvoice", {
      method: "POST",
      path: `${invoice}/credit`,
      says: "Credit an invoice",
      more: "Whole, by lines, or by an amount; `seen_total` is what you reckon it comes to, and another sum is refused.",
      creates: true,
      answer: CreditedInvoiceAnswer,
    }),
  ],
};
