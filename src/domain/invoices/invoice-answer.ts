// What the API tells of invoices, their drafts, and credit memos.
import { z } from "zod";
import { AnyInstant, AnySum, EventNameAnswer, listOf, pageOf } from "../values/answer-shapes.ts";
import { AnyDay } from "../values/day-shape.ts";
import { INVOICE_STATE_WORDS, type InvoiceState } from "./invoice-state.ts";
import { LINE_KINDS } from "./invoice-total.ts";
import { DraftContent } from "./draft-input.ts";

const State = z.enum(Object.keys(INVOICE_STATE_WORDS) as InvoiceState[]);
const OfJob = z.object({ jobId: z.string(), number: z.string(), name: z.string() });
const OfReceipt = z.object({ receiptId: z.string(), number: z.string() });
const OfInvoice = z.object({ invoiceId: z.string(), number: z.string() });

const Invoice = z.object({
  invoiceId: z.string(),
  number: z.string(),
  eventId: z.number().int(),
  customerId: z.string(),
  customerName: z.string(),
  job: OfJob.nullable(),
  receipt: OfReceipt.nullable(),
  issuedOn: AnyDay,
  dueOn: AnyDay,
  daysPastDue: z.number().int(),
  currency: z.string(),
  totalCents: AnySum,
  openCents: AnySum,
  state: State,
  disputed: z.boolean(),
});
export const InvoicesAnswer = pageOf(Invoice);

const ChargedTax = z.object({
  name: z.string(),
  agency: z.string(),
  rate: z.string(),
  baseCents: AnySum,
  taxCents: AnySum,
});

export const InvoiceAnswer = Invoice.extend({
  customerNumber: z.string(),
  subtotalCents: AnySum,
  taxCents: AnySum,
  retainageCents: AnySum,
  heldCents: AnySum,
  taxes: listOf(ChargedTax),
  terms: z.string(),
  poNumber: z.string(),
  buyer: z.string(),
  salesperson: z.string(),
  billingAddress: listOf(z.string()),
  serviceAddress: listOf(z.string()),
  notesToCustomer: z.string(),
  notesInternal: z.string(),
  corrects: OfInvoice.nullable(),
  correctedBy: OfInvoice.nullable(),
  lines: listOf(
    z.object({
      line: z.number().int(),
      kind: z.enum(LINE_KINDS),
      sku: z.string(),
      description: z.string(),
      quantity: z.string(),
      unit: z.string(),
      unitPrice: z.string(),
      discountCents: AnySum,
      taxable: z.boolean(),
      totalCents: AnySum,
      taxCents: AnySum,
      retainageCents: AnySum,
    }),
  ),
  voidedBy: EventNameAnswer.nullable(),
});

export const DraftsAnswer = z.object({
  rows: listOf(
    z.object({
      draftId: z.string(),
      version: z.number().int(),
      customerName: z.string().nullable(),
      issuedOn: AnyDay.nullable(),
      changedBy: z.string(),
      changedAt: AnyInstant,
    }),
  ),
  isAll: z.boolean(),
});

export const DraftAnswer = z.object({
  draftId: z.string(),
  version: z.number().int(),
  draft: z.object({
    ...DraftContent.shape,
    lines: DraftContent.shape.lines.readonly(),
    taxes: DraftContent.shape.taxes.readonly(),
    customerId: z.string().nullable(),
    jobId: z.string().nullable(),
    issuedOn: AnyDay.nullable(),
    dueOn: AnyDay.nullable(),
  }),
  changedBy: z.string(),
  changedAt: AnyInstant,
});
export const StartedDraftAnswer = z.object({ draftId: z.string(), version: z.number().int() });
export const DiscardedAnswer = z.object({ discarded: z.boolean() });

export const IssuedInvoiceAnswer = OfInvoice.extend({
  eventId: z.number().int(),
  totalCents: AnySum,
  dueOn: AnyDay,
  period: AnyDay,
});

/** What reversed something, with what it took back as well. */
export const ReversedAnswer = z.object({
  eventId: z.number().int(),
  eventIds: listOf(z.number().int()),
  period: AnyDay,
  releasedEarmarks: listOf(z.string()),
});

const CreditMemo = z.object({
  creditMemoId: z.string(),
  number: z.string(),
  eventId: z.number().int(),
  customerId: z.string(),
  customerNumber: z.string(),
  customerName: z.string(),
  issuedOn: AnyDay,
  reason: z.string(),
  currency: z.string(),
  subtotalCents: AnySum,
  taxCents: AnySum,
  totalCents: AnySum,
  appliedCents: AnySum,
  openCents: AnySum,
});
export const CreditMemosAnswer = pageOf(CreditMemo.extend({ isReversed: z.boolean() }));
export const CreditMemoAnswer = CreditMemo.extend({
  accountId: z.string(),
  notesToCustomer: z.string(),
  invoice: OfInvoice.nullable(),
  receipt: OfReceipt.nullable(),
  taxes: listOf(ChargedTax),
  reversedBy: EventNameAnswer.nullable(),
});
export const CreditedInvoiceAnswer = z.object({
  creditMemoId: z.string(),
  number: z.string(),
  eventId: z.number().int(),
  totalCents: AnySum,
  appliedCents: AnySum,
  period: AnyDay,
});
export const MailedAnswer = z.object({ recipients: listOf(z.string()) });
