// A draft as the fields that two people may change at once: what each is called, and how it stands in a text, so that edits
// of both come together as those of a profile do (domain/edits.ts).
import { countOf } from "../count-of.ts";
import type { Texts } from "../edits.ts";
import type { Day } from "../values/day.ts";
import { formatDay } from "../values/day-words.ts";
import type { Draft, DraftLine } from "./draft.ts";

export const DRAFT_FIELDS = {
  customerId: "Customer",
  jobId: "Job",
  locationId: "Location",
  issuedOn: "Invoice date",
  terms: "Terms",
  dueOn: "Due date",
  period: "Posted in",
  number: "Number",
  poNumber: "PO number",
  salesperson: "Salesperson",
  retainage: "Retainage",
  chartCode: "Revenue account",
  billingAddress: "Billing address",
  serviceAddress: "Service address",
  notesToCustomer: "Notes to the customer",
  notesInternal: "Internal notes",
  lines: "Lines",
} as const;
export type DraftField = keyof typeof DRAFT_FIELDS;
export type DraftTexts = Texts<DraftField>;

export const textsOf = (draft: Draft): DraftTexts => ({
  customerId: draft.customerId ?? "",
  jobId: draft.jobId ?? "",
  locationId: draft.locationId ?? "",
  issuedOn: draft.issuedOn ?? "",
  terms: draft.terms,
  dueOn: draft.dueOn ?? "",
  period: draft.period ?? "",
  number: draft.number,
  poNumber: draft.poNumber,
  salesperson: draft.salesperson,
  retainage: draft.retainage,
  chartCode: draft.chartCode,
  billingAddress: draft.billingAddress,
  serviceAddress: draft.serviceAddress,
  notesToCustomer: draft.notesToCustomer,
  notesInternal: draft.notesInternal,
  lines: JSON.stringify(draft.lines.map(plainLine)),
});

/** `draft` with those texts; how numbers are written in it stays. */
export const draftOf = (draft: Draft, texts: DraftTexts): Draft => ({
  ...draft,
  ...texts,
  customerId: texts.customerId || null,
  jobId: texts.jobId || null,
  locationId: texts.locationId || null,
  issuedOn: dayOf(texts.issuedOn),
  dueOn: dayOf(texts.dueOn),
  period: dayOf(texts.period),
  lines: JSON.parse(texts.lines) as DraftLine[],
});

const dayOf = (text: string): Day | null => (text === "" ? null : (text as Day));

/** Always the same fields in the same order, whatever else a page hangs on a line. */
export const plainLine = (line: DraftLine): DraftLine => ({
  kind: line.kind,
  productId: line.productId,
  sku: line.sku,
  description: line.description,
  quantity: line.quantity,
  unit: line.unit,
  unitPrice: line.unitPrice,
  discount: line.discount,
  taxable: line.taxable,
  taxRateId: line.taxRateId ?? null,
  retainable: line.retainable,
  retainage: line.retainage,
});

/** As people read it beside what somebody else wrote. */
export function tellField(field: DraftField, text: string, locale: string): string {
  if (text === "") return "";
  if (field === "customerId") return "another customer";
  if (field === "jobId") return "another job";
  if (field === "locationId") return "another location";
  if (field === "issuedOn" || field === "dueOn" || field === "period") return formatDay(text as Day, locale);
  if (field !== "lines") return text;
  const lines = JSON.parse(text) as DraftLine[];
  const named = lines.flatMap(({ description }) => (description ? [description] : [])).slice(0, 3);
  return `${countOf(lines.length, "line")}${named.length > 0 ? `: ${named.join(", ")}` : ""}`;
}
