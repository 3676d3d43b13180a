// The languages that a business's papers and mails can be in. The words lie apart, so that a browser that only lets one
// choose isn't sent four dictionaries.

/** By ISO 639-1, as a person who sets up the business reads them. */
export const LANGUAGES = { en: "English", de: "German", fr: "French", es: "Spanish" } as const;
export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as [Language, ...Language[]];

/** The language that a locale is written in, where we have it; else English. */
export function languageOf(locale: string): Language {
  const { language } = new Intl.Locale(locale);
  return LANGUAGE_CODES.find((code) => code === language) ?? "en";
}

/** The tag of a text in `language` by a business of that locale: "de-AT", or "de" where the locale is of another. */
export function languageTag(language: Language, locale: string): string {
  const { language: of, region } = new Intl.Locale(locale);
  return of === language && region ? `${language}-${region}` : language;
}
