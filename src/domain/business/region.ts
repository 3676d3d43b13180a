// How a business writes: its country's way of amounts and days, its time zone, and the language and the paper of its
// documents. Without zod, so that a browser isn't sent it.
import type { Texts } from "../edits.ts";
import type { Language } from "../language/language.ts";

/** Proven for reading and writing of amounts and days (`written-number.test.ts`, `region.test.ts`). */
export const LOCALES = {
  "en-US": "English (United States)",
  "en-GB": "English (United Kingdom)",
  "en-IN": "English (India)",
  "de-DE": "German (Germany)",
  "fr-FR": "French (France)",
  "es-MX": "Spanish (Mexico)",
} as const;
export type Locale = keyof typeof LOCALES;

export const PAPERS = { LETTER: "Letter, 8½ × 11 in", A4: "A4, 210 × 297 mm" } as const;
export type Paper = keyof typeof PAPERS;

const ON_LETTER = new Set([
  "US",
  "CA",
  "MX",
  "CL",
  "CO",
  "CR",
  "DO",
  "GT",
  "NI",
  "PA",
  "PH",
  "PR",
  "SV",
  "VE",
]);
/** What printers there hold. */
export const paperIn = (country: string): Paper => (ON_LETTER.has(country) ? "LETTER" : "A4");

/** `country` by ISO 3166-1 ("DE"), `zone` by the IANA ("Europe/Berlin"). */
export type Region = { locale: string; country: string; zone: string };

export const REGION_FIELDS = {
  locale: "Numbers and dates",
  language: "Language of documents",
  country: "Country",
  zone: "Time zone",
  paper: "Paper",
} as const;

export const regionTexts = (
  { locale, country, zone }: Region,
  { paper, language }: { paper: Paper; language: Language },
): Texts<keyof typeof REGION_FIELDS> => ({ locale, language, country, zone, paper });

export function isZone(name: string): boolean {
  try {
    return name !== "" && new Intl.DateTimeFormat("en", { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
