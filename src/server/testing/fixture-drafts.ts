// For tests of the doors: drafts of invoices, and what is done with them.
import { blankDraft, blankLine } from "@/domain/invoices/draft.ts";
import { day } from "@/domain/values/day.ts";
import { key } from "./fixture-documents.ts";
import type { Shop } from "./shop.ts";

/** An invoice as it is typed, with a job and a product. */
const invoiceDraft = ({ customerId, jobId, locationId, productId, rateId: taxRateId }: Shop) => ({
  ...blankDraft(day("2026-03-05"), "en-US"),
  customerId,
  jobId,
  locationId,
  lines: [
    { ...blankLine("item"), productId, description: "Topsoil", quantity: "2", unitPrice: "42.00", taxRateId },
  ],
});

const taxedDraft = ({ customerId, jobId, locationId }: Shop) => ({
  customerId,
  jobId,
  locationId,
  issuedOn: "2026-03-05",
});

export const DRAFT_INPUTS: Record<string, (shop: Shop) => unknown> = {
  "invoiceDrafts.list": ({ customerId }) => ({ customerId }),
  "invoiceDrafts.read": ({ draftId }) => ({ draftId }),
  "invoiceDrafts.ground": taxedDraft,
  "invoiceDrafts.taxes": taxedDraft,
  "invoiceDrafts.customer": ({ customerId }) => ({ customerId }),
  "invoiceDrafts.findProducts": ({ customerId }) => ({ search: "mulch", customerId }),
  "invoiceDrafts.start": (shop) => ({ ...key(), draft: invoiceDraft(shop) }),
  "invoiceDrafts.save": (shop) => ({
    ...key(),
    draftId: shop.draftId,
    version: 1,
    draft: { ...invoiceDraft(shop), poNumber: "PO-7" },
  }),
  "invoiceDrafts.discard": ({ draftId }) => ({ ...key(), draftId, version: 1 }),
  "invoiceDrafts.issue": ({ draftId, taxes, lineTaxes, overrideId }) => ({
    ...key(),
    draftId,
    version: 1,
    seen: { taxes, lineTaxes },
    overrideId,
  }),
  "recurring.list": ({ customerId }) => ({ customerId }),
  "recurring.start": ({ draftId }) => ({
    ...key(),
    like: { kind: "draft", id: draftId },
    every: "month",
    day: 31,
    startsOn: "2199-06-30",
    endsOn: null,
    count: 12,
    as: "draft",
  }),
  "recurring.change": ({ scheduleId }) => ({ ...key(), scheduleId, to: "paused" }),
  "invoiceDrafts.duplicate": ({ invoiceId }) => ({ ...key(), invoiceId }),
  "invoiceDrafts.correct": ({ invoiceId }) => ({ ...key(), invoiceId }),
};
