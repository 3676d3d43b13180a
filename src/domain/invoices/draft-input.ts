// What is said to start and save a draft of an invoice. Whatever was typed is kept, right or wrong; only how long it is and
// what can't be a day is refused.
import { z } from "zod";
import { Version } from "../customers/customer-input.ts";
import { AnyDay } from "../values/day-shape.ts";
import { LINE_KINDS, MOST_LINES } from "./invoice-total.ts";

const Typed = z.string().max(40);

export const DraftLine = z.strictObject({
  kind: z.enum(LINE_KINDS).default("item"),
  productId: z.uuid().nullable().default(null),
  sku: z.string().max(100).default(""),
  description: z.string().max(500, "Shorten it to 500 characters."),
  quantity: Typed,
  unit: z.string().max(20).default(""),
  unitPrice: Typed,
  discount: Typed.default(""),
  taxable: z.boolean().default(true),
  /** The rate that it is taxed with instead of the invoice's own. */
  taxRateId: z.uuid().nullable().default(null),
  retainable: z.boolean().default(true),
  retainage: Typed.default(""),
});

const Tax = z.strictObject({
  name: z.string().max(100),
  agency: z.string().max(100),
  rate: z.string().max(10),
});

/** Whether numbers can be read as they are written there. */
function isWritten(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length === 1;
  } catch {
    return false;
  }
}

export const WrittenLocale = z.string().max(35).refine(isWritten, "not a way to write numbers");
export const SeenTaxes = z.array(Tax).max(20);
/** Of the rates that lines have of their own. */
export const SeenLineTaxes = z
  .array(z.strictObject({ name: z.string().max(100), taxes: SeenTaxes.readonly() }))
  .max(100)
  .readonly();

/** Of a draft, what is no column of its own. */
const TEXTS = {
  number: z.string().max(60).default(""),
  terms: z.string().max(20).default(""),
  poNumber: z.string().max(60).default(""),
  salesperson: z.string().max(100).default(""),
  retainage: Typed.default(""),
  chartCode: z.string().max(60).default(""),
  notesToCustomer: z.string().max(2000, "Shorten it to 2,000 characters.").default(""),
  notesInternal: z.string().max(2000, "Shorten it to 2,000 characters.").default(""),
  billingAddress: z.string().max(800).default(""),
  serviceAddress: z.string().max(800).default(""),
  /** Of the customer's; where it is done, and by whose tax. */
  locationId: z.uuid().nullable().default(null),
  period: AnyDay.nullable().default(null),
  lines: z
    .array(DraftLine)
    .max(MOST_LINES, `An invoice has at most ${MOST_LINES.toLocaleString("en-US")} lines.`),
  locale: WrittenLocale.default("en-US"),
  taxes: SeenTaxes.default([]),
  lineTaxes: SeenLineTaxes.default([]),
};

/** As it lies in the database, beside its columns. */
export const DraftContent = z.strictObject(TEXTS);

export const DraftInput = z.strictObject({
  customerId: z.uuid().nullable(),
  jobId: z.uuid().nullable().default(null),
  issuedOn: AnyDay.nullable(),
  dueOn: AnyDay.nullable().default(null),
  ...TEXTS,
});
export type DraftInput = z.output<typeof DraftInput>;

export const DraftId = z.uuid();

/** Whose taxes a draft bears, on which job, and on which day. */
export const TaxedDraft = z.strictObject({
  customerId: z.uuid().nullable(),
  jobId: z.uuid().nullable().optional(),
  locationId: z.uuid().nullable().optional(),
  issuedOn: AnyDay.nullable(),
});

export const NewDraft = z.strictObject({ draft: DraftInput });

export const SavedDraft = z.strictObject({ draftId: DraftId, version: Version, draft: DraftInput });
export type SavedDraft = z.output<typeof SavedDraft>;

/** What whoever issues it saw: other taxes by now are said before anything is posted. */
export const IssuedDraft = z.strictObject({
  draftId: DraftId,
  version: Version,
  /** Left out by whoever saw none: it is taxed as it stands. */
  seen: z.strictObject({ taxes: SeenTaxes, lineTaxes: SeenLineTaxes.optional() }).optional(),
  /** What lets it pass where the account's limit or a hold speaks against it. */
  overrideId: z.uuid().optional(),
});
export type IssuedDraft = z.output<typeof IssuedDraft>;
