// Billing terms as somebody makes them up: what was typed, as the business writes numbers, and what is wrong with it.
import { RATE_DIGITS, decimalText, parseTyped } from "./decimal.ts";
import { faultOf, termsCode, type Terms, type TermsFault } from "./terms.ts";

export type TypedTerms = {
  kind: Terms["kind"];
  /** Days, or the day of the month. */
  count: string;
  /** Of the discount; empty where there is none. */
  percent: string;
  within: string;
};

export const blankTerms: TypedTerms = { kind: "net", count: "", percent: "", within: "" };

/** By its field, what is said beside it. */
export const TERMS_FAULTS: Record<TermsFault, { field: keyof TypedTerms; words: string }> = {
  days: { field: "count", words: "Enter a number of days, up to a year." },
  day: { field: "count", words: "Enter a day from 1 to 31." },
  percent: { field: "percent", words: "Enter percent above 0 and below 100, with at most 3 decimals." },
  "discount-days": { field: "within", words: "Enter a number of days, up to a year." },
  "discount-late": {
    field: "within",
    words: "The discount ends after the invoice is due. Enter fewer days.",
  },
};

export function readTyped(typed: TypedTerms, locale: string): { code: string } | { fault: TermsFault } {
  const terms = { ...dueOf(typed), discount: discountOf(typed, locale) };
  const fault = faultOf(terms);
  return fault === null ? { code: termsCode(terms) } : { fault };
}

function dueOf({ kind, count }: TypedTerms) {
  if (kind === "month-end") return { kind };
  return kind === "net" ? { kind, days: wholeOf(count) } : { kind, day: wholeOf(count) };
}

function discountOf({ percent, within }: TypedTerms, locale: string): Terms["discount"] {
  if (percent.trim() === "") return null;
  const read = parseTyped(percent.replace(/%\s*$/, ""), RATE_DIGITS, locale);
  return { percent: read ? decimalText(read) : "", days: wholeOf(within) };
}

const wholeOf = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN);
