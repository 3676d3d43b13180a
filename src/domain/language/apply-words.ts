// What whoever applies for credit reads, by language: the form, the page of what became of it, and the mail with the answer.
import { APPLY_ENGLISH, type ApplyWords } from "./apply-english.ts";
import { APPLY_FRENCH } from "./apply-french.ts";
import { APPLY_GERMAN } from "./apply-german.ts";
import { APPLY_SPANISH } from "./apply-spanish.ts";
import type { Language } from "./language.ts";

export type { ApplyWords };

const WORDS: Record<Language, ApplyWords> = {
  en: APPLY_ENGLISH,
  de: APPLY_GERMAN,
  fr: APPLY_FRENCH,
  es: APPLY_SPANISH,
};

export const applyWords = (language: Language): ApplyWords => WORDS[language];
