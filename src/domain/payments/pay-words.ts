// What paying online says behind a link, by language.
import type { Language } from "../language/language.ts";
import { PAY_ENGLISH, type PayWords } from "./pay-english.ts";
import { PAY_FRENCH, PAY_GERMAN, PAY_SPANISH } from "./pay-translations.ts";

export type { PayWords };

const WORDS: Record<Language, PayWords> = {
  en: PAY_ENGLISH,
  de: PAY_GERMAN,
  fr: PAY_FRENCH,
  es: PAY_SPANISH,
};

export const payWords = (language: Language): PayWords => WORDS[language];
