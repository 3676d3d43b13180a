// The settings as the texts of their forms. Without zod, so that a browser isn't sent it.
import type { Texts } from "../edits.ts";
import { typedAmount } from "../values/money.ts";
import { typedNumber, type Notation } from "../values/written-number.ts";
import type { NumberSeries } from "../ledger/number-series.ts";
import type { Settings } from "./settings.ts";

export const TAX_FIELDS = { taxName: "Name", taxRate: "Rate, percent" } as const;
export const FEE_FIELDS = { returnedFee: "Fee" } as const;
export const CREDIT_FIELDS = { countEarmarked: "Earmarked credit counts towards Can Charge" } as const;
export const HOLD_FIELDS = {
  holdAfterDays: "Hold when something is so many days past due",
  holdOver: "Hold when more than this is in use above the limit",
  approveAbove: "A limit above this takes a second person",
  invoicePolicy: "An invoice that a limit or a hold speaks against",
} as const;
export const PROOF_FIELDS = { chargeProof: "A house charge takes" } as const;
export const LINK_FIELDS = { linkCheck: "Asked before a link opens" } as const;
export const BUSINESS_FIELDS = { addressLines: "Address", phone: "Phone", email: "E-mail" } as const;
export const SERIES_FIELDS = { prefix: "Prefix", padding: "Digits" } as const;

export const taxTexts = (
  { taxName, taxRate, taxAnswered }: Pick<Settings, "taxName" | "taxRate" | "taxAnswered">,
  locale: string,
): Texts<keyof typeof TAX_FIELDS> => ({
  taxName,
  taxRate: typedNumber(taxRate ?? (taxAnswered ? "0" : ""), locale),
});

export const feeTexts = (
  { returnedFeeCents }: Settings,
  { currency, locale }: Notation,
): Texts<keyof typeof FEE_FIELDS> => ({
  returnedFee: returnedFeeCents === null ? "" : typedAmount(returnedFeeCents, currency, locale),
});

export const creditTexts = ({ countEarmarked }: Settings): Texts<keyof typeof CREDIT_FIELDS> => ({
  countEarmarked: countEarmarked ? "yes" : "no",
});

export const holdTexts = (
  { holdAfterDays, holdOverCents, approveAboveCents, invoicePolicy }: Settings,
  { currency, locale }: Notation,
): Texts<keyof typeof HOLD_FIELDS> => ({
  holdAfterDays: holdAfterDays === null ? "" : String(holdAfterDays),
  holdOver: holdOverCents === null ? "" : typedAmount(holdOverCents, currency, locale),
  approveAbove: approveAboveCents === null ? "" : typedAmount(approveAboveCents, currency, locale),
  invoicePolicy,
});

export const proofTexts = ({ chargeProof }: Settings): Texts<keyof typeof PROOF_FIELDS> => ({ chargeProof });

export const linkTexts = ({ linkCheck }: Settings): Texts<keyof typeof LINK_FIELDS> => ({ linkCheck });

export const businessTexts = ({
  addressLines,
  phone,
  email,
}: Settings): Texts<keyof typeof BUSINESS_FIELDS> => ({
  addressLines: addressLines.join("\n"),
  phone,
  email,
});

export const linesTyped = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

export const seriesTexts = ({ series }: Settings, name: NumberSeries): Texts<keyof typeof SERIES_FIELDS> => ({
  prefix: series[name].prefix,
  padding: String(series[name].padding),
});
