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

const USUAL_LOCALE = { en: "en-GB", de: "de-DE", fr: "fr-FR", es: "es-MX" } as const satisfies Record<
  Language,
  string
>;

/**
 * By which a document in `language` writes its days: the business's own locale where that is of this language, else the
 * language's usual one, so that no sentence names a month in another ("seit dem Oct 12, 2026").
 */
export const dayLocale = (language: Language, locale: string): string =>
  new Intl.Locale(locale).language === language ? locale : USUAL_LOCALE[language];

/** Of what a browser asks for ("de-CH,de;q=0.9,en;q=0.8"), the first in its order of liking that there are words for. */
export function languageAskedFor(accepted: string | null): Language {
  const asked = (accepted ?? "").split(",", 20).map((each) => {
    const [tag = "", ...rest] = each.trim().split(";");
    const weight = /^\s*q=(\d(?:\.\d{1,3})?)\s*$/.exec(rest[0] ?? "")?.[1] ?? "1";
    return { code: tag.split("-", 1)[0]?.toLowerCase(), weight: Number(weight) };
  });
  const liked = asked.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  for (const { code } of liked) {
    const known = LANGUAGE_CODES.find((each) => each === code);
    if (known) return known;
  }
  return "en";
}
