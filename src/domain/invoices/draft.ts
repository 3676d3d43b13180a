// An invoice that isn't issued yet, as somebody types it: read with the rules that the books go by, so that what stands on
// the screen is what will be posted. Nothing in it needs to be right before it is issued.
import { dueUnder, readTerms } from "../values/terms.ts";
import { Refusal } from "../refusal.ts";
import type { Day } from "../values/day.ts";
import { ZERO } from "../values/money.ts";
import { readPrice, type PriceFault, type TypedPrice } from "../values/priced-line.ts";
import { isOver, readShare, type Share } from "../values/share.ts";
import type { TaxRate } from "../values/tax.ts";
import { isVisible } from "../values/visible-text.ts";
import { rateOf, type LineTaxes, type NamedTaxes } from "./line-taxes.ts";
import {
  INVOICE_DIGITS,
  MOST_LINES,
  totalInvoice,
  type EntryTotal,
  type InvoiceEntry,
  type InvoiceTotal,
  type LineKind,
} from "./invoice-total.ts";

export type DraftLine = TypedPrice & {
  kind: LineKind;
  productId: string | null;
  sku: string;
  description: string;
  unit: string;
  taxable: boolean;
  /** The rate that it is taxed with instead of the invoice's own; null for that. */
  taxRateId: string | null;
  retainable: boolean;
  /** "10%" or an amount; empty is the invoice's own. */
  retainage: string;
};

export type DraftTexts = {
  /** Empty is the next of the business's own series. */
  number: string;
  /** The code of its terms; empty where the due date was typed. */
  terms: string;
  poNumber: string;
  salesperson: string;
  /** "10%" of every retainable line, or an amount spread over them. */
  retainage: string;
  /** Of lines without a product; empty is the usual one. */
  chartCode: string;
  notesToCustomer: string;
  notesInternal: string;
  /** Line by line. */
  billingAddress: string;
  serviceAddress: string;
};

export type Draft = DraftTexts & {
  customerId: string | null;
  jobId: string | null;
  /** A location of the customer's where it is done. */
  locationId: string | null;
  issuedOn: Day | null;
  /** As the terms say, or as it was typed. */
  dueOn: Day | null;
  /** The open month that was chosen where the day's own is closed. */
  period: Day | null;
  lines: readonly DraftLine[];
  /** How numbers were written in it. */
  locale: string;
  /** The taxes that it was last reckoned with: others by now are said before it is issued. */
  taxes: readonly TaxRate[];
  /** The same of the rates that its lines have of their own. */
  lineTaxes: readonly NamedTaxes[];
};

export type LineFault = "description" | "tax" | PriceFault | "retainage" | "retainage-too-large";
export type DraftFault =
  | "no-customer"
  | "no-day"
  | "day-to-come"
  | "no-due-day"
  | "due-before-issue"
  | "retainage"
  | "retainage-too-large"
  | "no-lines"
  | "too-many-lines"
  | "comes-to-nothing"
  | "too-large";
/** What a form calls the box that it is about. */
export type DraftField = "customer" | "issuedOn" | "dueOn" | "retainage" | "lines";

export type ReadLine = {
  /** What can be reckoned with; null while something is wrong with it. */
  entry: InvoiceEntry | null;
  amounts: EntryTotal;
  fault: LineFault | null;
};

export type ReadDraft = {
  lines: ReadLine[];
  total: InvoiceTotal;
  faults: { field: DraftField; fault: DraftFault }[];
  /** Nothing is wrong: it can be issued. */
  isReady: boolean;
};

/** `choices`: what lines can be taxed with of their own, those of this draft at least. */
type Ground = {
  taxes: readonly TaxRate[];
  choices?: readonly LineTaxes[];
  currency: string;
  today: Day;
};

export function readDraft(draft: Draft, { taxes, choices = [], currency, today }: Ground): ReadDraft {
  const notation = { currency, locale: draft.locale };
  const ofChoice = new Map(choices.map((choice) => [choice.rateId, choice.taxes]));
  const read = draft.lines.map((line) => readLine(line, ofChoice, notation));
  const retainage = readShare(draft.retainage, notation);
  const entries = read.map(({ entry }): InvoiceEntry => entry ?? { kind: "text" });
  const isLong = entries.length > MOST_LINES;
  const total = reckon(isLong ? [] : entries, { retainage: retainage ?? NOTHING, taxes, currency });
  const faults: ReadDraft["faults"] = [
    ...(draft.customerId === null ? [{ field: "customer", fault: "no-customer" } as const] : []),
    ...dayFaults(draft, today),
    ...(retainage === null ? [{ field: "retainage", fault: "retainage" } as const] : []),
    ...(isLong ? [{ field: "lines", fault: "too-many-lines" } as const] : linesFault(entries)),
    ...total.faults,
  ];
  const comesToNothing =
    faults.length === 0 && total.subtotalCents === ZERO && read.every((line) => line.fault === null);
  if (comesToNothing) faults.push({ field: "lines", fault: "comes-to-nothing" });
  const { faults: _faults, ...sums } = total;
  return {
    lines: read.map(({ entry, fault }, at) => ({ entry, fault, amounts: total.lines[at] ?? BLANK })),
    total: sums,
    faults,
    isReady: faults.length === 0 && read.every((line) => line.fault === null),
  };
}

const NOTHING: Share = { amountCents: ZERO };
const BLANK: EntryTotal = {
  grossCents: ZERO,
  discountCents: ZERO,
  totalCents: ZERO,
  taxCents: ZERO,
  retainageCents: ZERO,
  sumCents: ZERO,
};

function readLine(
  line: DraftLine,
  choices: ReadonlyMap<string, readonly TaxRate[]>,
  notation: { currency: string; locale: string },
): { entry: InvoiceEntry | null; fault: LineFault | null } {
  const isSaid = isVisible(line.description);
  if (line.kind !== "item")
    return { entry: { kind: line.kind }, fault: line.kind === "text" && !isSaid ? "description" : null };
  const read = readPrice(line, INVOICE_DIGITS, notation);
  if ("fault" in read) return { entry: null, fault: read.fault };
  const own = line.retainage.trim() === "" ? null : readShare(line.retainage, notation);
  if (own === null && line.retainage.trim() !== "") return { entry: null, fault: "retainage" };
  if (own && line.retainable && isOver(read.totalCents, own))
    return { entry: null, fault: "retainage-too-large" };
  const { priced, discount } = read;
  const { taxable, retainable } = line;
  const rateId = rateOf(line);
  const taxes = rateId === null ? undefined : choices.get(rateId);
  if (rateId !== null && taxes === undefined) return { entry: null, fault: "tax" };
  const entry = { kind: "item", ...priced, discount, taxable, taxes, retainable, retainage: own } as const;
  return { entry, fault: isSaid ? null : "description" };
}

type Terms = Parameters<typeof totalInvoice>[1];

/** What can't be reckoned is said, and the rest is reckoned without it. */
function reckon(
  entries: readonly InvoiceEntry[],
  terms: Terms,
): InvoiceTotal & { faults: ReadDraft["faults"] } {
  try {
    return { ...totalInvoice(entries, terms), faults: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "retainage-too-large")
      return {
        ...totalInvoice(entries, { ...terms, retainage: NOTHING }),
        faults: [{ field: "retainage", fault: "retainage-too-large" }],
      };
    const nothing = totalInvoice([], { ...terms, retainage: NOTHING });
    return { ...nothing, lines: entries.map(() => BLANK), faults: [{ field: "lines", fault: "too-large" }] };
  }
}

function dayFaults({ issuedOn, dueOn, terms }: Draft, today: Day): ReadDraft["faults"] {
  const due = dueOf({ issuedOn, dueOn, terms });
  if (issuedOn === null) return [{ field: "issuedOn", fault: "no-day" }];
  const wrong: ReadDraft["faults"] = issuedOn > today ? [{ field: "issuedOn", fault: "day-to-come" }] : [];
  if (due === null) return [...wrong, { field: "dueOn", fault: "no-due-day" }];
  return due < issuedOn ? [...wrong, { field: "dueOn", fault: "due-before-issue" }] : wrong;
}

const linesFault = (entries: readonly InvoiceEntry[]): ReadDraft["faults"] =>
  entries.length === 0 ? [{ field: "lines", fault: "no-lines" }] : [];

/** When it is due: under its terms, or as it was typed. null where neither says so. */
export function dueOf({ issuedOn, dueOn, terms }: Pick<Draft, "issuedOn" | "dueOn" | "terms">): Day | null {
  const read = readTerms(terms);
  return read && issuedOn ? dueUnder(read, issuedOn) : dueOn;
}

export const blankLine = (kind: LineKind): DraftLine => ({
  kind,
  productId: null,
  sku: "",
  description: "",
  quantity: kind === "item" ? "1" : "",
  unit: "",
  unitPrice: "",
  discount: "",
  taxable: kind === "item",
  taxRateId: null,
  retainable: kind === "item",
  retainage: "",
});

export const blankDraft = (today: Day, locale: string): Draft => ({
  customerId: null,
  jobId: null,
  locationId: null,
  issuedOn: today,
  dueOn: null,
  period: null,
  number: "",
  terms: "net-30",
  poNumber: "",
  salesperson: "",
  retainage: "",
  chartCode: "",
  notesToCustomer: "",
  notesInternal: "",
  billingAddress: "",
  serviceAddress: "",
  lines: [],
  locale,
  taxes: [],
  lineTaxes: [],
});
