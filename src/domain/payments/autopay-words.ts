// What autopay says behind a link and in mails, by language.
import type { Language } from "../language/language.ts";
import { AUTOPAY_ENGLISH, type AutopayWords } from "./autopay-english.ts";
import { AUTOPAY_FRENCH, AUTOPAY_GERMAN, AUTOPAY_SPANISH } from "./autopay-translations.ts";

const WORDS: Record<Language, AutopayWords> = {
  en: AUTOPAY_ENGLISH,
  de: AUTOPAY_GERMAN,
  fr: AUTOPAY_FRENCH,
  es: AUTOPAY_SPANISH,
};

export const autopayWords = (language: Language): AutopayWords => WORDS[language];
