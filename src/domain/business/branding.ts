// How the papers of a business look and what they say by age, as its settings show it. Without zod, so that a browser
// isn't sent it.
import type { Texts } from "../edits.ts";
import type { PaperSettings } from "../statements/build-statement.ts";
import { inFours } from "../values/payment-reference.ts";

/** As the settings show it; version 0 where nobody has set anything. */
export type Branding = PaperSettings & { version: number };

export const BRANDING_FIELDS = {
  logo: "Logo",
  accent: "Colour",
  remitTo: "Send payments to",
  iban: "Account for transfers (IBAN)",
  terms: "Terms",
  current: "Nothing is late",
  d1_30: "1–30 days late",
  d31_60: "31–60 days late",
  d61_90: "61–90 days late",
  d91: "More than 90 days late",
} as const;
export type BrandingField = keyof typeof BRANDING_FIELDS;

/** `logo` is what the picture is kept by; empty where there is none. */
export const brandingTexts = ({ brand, messages, iban }: PaperSettings): Texts<BrandingField> => ({
  logo: brand.logo?.hash ?? "",
  accent: brand.accent ?? "",
  remitTo: brand.remitTo.join("\n"),
  iban: iban === null ? "" : inFours(iban),
  terms: brand.terms,
  ...messages,
});

/** A picture that somebody brought. */
export const LARGEST_LOGO = 1024 * 1024;
export const LOGO_TYPES = ["image/png", "image/jpeg", "image/svg+xml"] as const;
export type LogoType = (typeof LOGO_TYPES)[number];
