// What a customer's papers, pages and mails say, by language. English is the measure: what it has, each other one must
// have, or the types refuse it.
import { ENGLISH, type DocumentWords } from "./english.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import type { Language } from "./language.ts";
import { SPANISH } from "./spanish.ts";

export type { DocumentWords };

const WORDS: Record<Language, DocumentWords> = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH };

export const documentWords = (language: Language): DocumentWords => WORDS[language];
