// What the forms behind a link ask and answer, by language.
import type { Language } from "../language/language.ts";
import { ENGLISH, type AnswerWords } from "./answer-english.ts";
import { FRENCH, GERMAN, SPANISH } from "./answer-translations.ts";

const WORDS: Record<Language, AnswerWords> = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH };

export const answerWords = (language: Language): AnswerWords => WORDS[language];
