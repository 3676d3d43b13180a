// What a business decides for itself: its tax, its fee for a payment that comes back, what counts towards Can Charge, how
// its documents are numbered, and what its papers say of it.
import { z } from "zod";
import { RATE_DIGITS, decimalText, parseDecimal } from "../values/decimal.ts";
import { isCountry } from "../values/country.ts";
import type { Cents } from "../values/money.ts";
import type { ChargeProof } from "../receipts/signature.ts";
import { INVOICE_POLICIES, type InvoicePolicy } from "../credit/invoice-policy.ts";
import { AnyCents, PositiveCents } from "../values/money-shapes.ts";
import { isZone, LOCALES, PAPERS, type Locale, type Paper } from "./region.ts";
import { LANGUAGE_CODES, type Language } from "../language/language.ts";
import { NUMBER_SERIES, type NumberSeries } from "../ledger/number-series.ts";
import { LINK_CHECKS, type LinkCheck } from "../statements/link-check.ts";
import { writtenText } from "../values/written-text.ts";

const Version = { version: z.number().int().positive() };

/** Percent with at most three decimals; 0, kept as null, where nothing is taxed. */
export const TaxRate = z.string().transform((typed, context) => {
  const rate = parseDecimal(typed.trim().replace(/\s*%$/, ""), RATE_DIGITS);
  const most = 100n * 10n ** BigInt(rate?.scale ?? 0);
  if (rate && rate.units <= most) return rate.units === 0n ? null : decimalText(rate);
  context.addIssue({
    code: "custom",
    message: "Enter percent like 6.25, with at most 3 decimals; 0 where nothing is taxed.",
  });
  return z.NEVER;
});

export const TaxSettings = z.strictObject({
  ...Version,
  taxName: writtenText("Enter what it is called.").max(40, "Shorten it to 40 characters."),
  taxRate: TaxRate,
});

export const FeeSettings = z.strictObject({ ...Version, returnedFeeCents: PositiveCents.nullable() });

export const CreditSettings = z.strictObject({ ...Version, countEarmarked: z.boolean() });

export const HoldSettings = z.strictObject({
  ...Version,
  holdAfterDays: z
    .number("Enter whole days.")
    .int("Enter whole days.")
    .min(1, "1 to 3,650 days.")
    .max(3650, "1 to 3,650 days.")
    .nullable(),
  holdOverCents: AnyCents.refine((amount) => amount >= 0, "Zero or more.").nullable(),
  approveAboveCents: AnyCents.refine((amount) => amount >= 0, "Zero or more.").nullable(),
  invoicePolicy: z.enum(Object.keys(INVOICE_POLICIES) as InvoicePolicy[], "Choose what happens."),
});

export const LinkSettings = z.strictObject({
  ...Version,
  linkCheck: z.enum(Object.keys(LINK_CHECKS) as LinkCheck[], "Choose what is asked."),
});

const Line = z.string().trim().min(1).max(120, "Shorten each line to 120 characters.");
export const BusinessDetails = z.strictObject({
  ...Version,
  addressLines: z.array(Line).max(6, "Six lines at most."),
  phone: z.string().trim().max(60, "Shorten it to 60 characters."),
  email: z.union([z.literal(""), z.email("Enter an e-mail address like name@company.com.").max(254)]),
});

export const RegionSettings = z.strictObject({
  ...Version,
  locale: z.enum(Object.keys(LOCALES) as Locale[], "Choose how numbers and dates are written."),
  language: z.enum(LANGUAGE_CODES, "Choose a language."),
  country: z.string().refine(isCountry, "Choose a country."),
  zone: z.string().max(60).refine(isZone, "Choose a time zone."),
  paper: z.enum(Object.keys(PAPERS) as Paper[], "Choose a paper."),
});

export const SeriesSettings = z.strictObject({
  ...Version,
  series: z.enum(Object.keys(NUMBER_SERIES) as [NumberSeries, ...NumberSeries[]]),
  prefix: z
    .string()
    .trim()
    .max(12, "Shorten it to 12 characters.")
    .regex(/^[\p{L}\p{N} ._/#-]*$/u, "Letters, digits and . _ / # - only.")
    // Else nobody could tell where the number begins.
    .regex(/(^|\P{N})$/u, "End it with a letter or a sign, not with a digit."),
  padding: z.number("Enter how many digits.").int().min(1, "1 to 12.").max(12, "1 to 12."),
});

export type TaxSettings = z.output<typeof TaxSettings>;
export type FeeSettings = z.output<typeof FeeSettings>;
export type CreditSettings = z.output<typeof CreditSettings>;
export type HoldSettings = z.output<typeof HoldSettings>;
export type LinkSettings = z.output<typeof LinkSettings>;
export type BusinessDetails = z.output<typeof BusinessDetails>;
export type RegionSettings = z.output<typeof RegionSettings>;
export type SeriesSettings = z.output<typeof SeriesSettings>;

export type Settings = {
  version: number;
  taxName: string;
  /** "6.25" percent; null where nothing is taxed, or nobody has said. */
  taxRate: string | null;
  /** Somebody has said what is taxed, if only that nothing is. */
  taxAnswered: boolean;
  returnedFeeCents: Cents | null;
  countEarmarked: boolean;
  /** What puts an account on hold by itself; null where nothing does. */
  holdAfterDays: number | null;
  holdOverCents: Cents | null;
  /** A limit above it takes a second person; null: one is enough for any. */
  approveAboveCents: Cents | null;
  /** What an invoice on terms meets that a limit or a hold speaks against. */
  invoicePolicy: InvoicePolicy;
  /** What a house charge at the counter takes of its customer. */
  chargeProof: ChargeProof;
  addressLines: string[];
  phone: string;
  email: string;
  paper: Paper;
  /** Of its documents. */
  language: Language;
  /** What is asked before a link to a paper opens. */
  linkCheck: LinkCheck;
  series: Record<NumberSeries, { prefix: string; padding: number; next: number }>;
};
