// What a paper says and how figures and days are written on it: as the business writes them, as far as the paper's font can. A zero in
// a table is a dash, and a balance in the customer's favour is called a credit, not a negative number.
import { documentWords, type DocumentWords } from "@/domain/language/document-words.ts";
import { dayLocale, languageTag, type Language } from "@/domain/language/language.ts";
import { day, type Day } from "@/domain/values/day.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { cents, formatAmount, negative, type Cents } from "@/domain/values/money.ts";
import { hasGlyph } from "./fonts.ts";
import type { Typesetter } from "./typesetter.ts";

export type Words = {
  /** Of its figures. */
  locale: string;
  /** Of its days, in the paper's own language. */
  dayLocale: string;
  /** The paper's own words, and the tag of the language that they are in. */
  say: DocumentWords;
  tag: string;
  date(of: Day): string;
  amount(of: Cents): string;
  /** A dash for zero: what a table's cell holds. */
  cell(of: Cents): string;
  /** "credit 120.00" when negative. */
  balance(of: Cents): string;
};

/** And how they are set: what all parts of one paper share. */
export type PaperWords = Words & { type: Typesetter };

export type Writing = { locale: string; language: Language };

export function wordsFor({ locale, language }: Writing, currency: string): Words {
  const written = paperLocale(locale);
  const days = paperLocale(dayLocale(language, locale));
  const say = documentWords(language);
  const amount = (of: Cents) => formatAmount(of, currency, written);
  return {
    locale: written,
    dayLocale: days,
    say,
    tag: languageTag(language, written),
    date: (of) => formatDay(of, days),
    amount,
    cell: (of) => (of === 0 ? "—" : amount(of)),
    balance: (of) => (of < 0 ? `${say.credit} ${amount(negative(of))}` : amount(of)),
  };
}

const SAMPLE_DAYS = ["2024-02-29", "2024-05-31", "2024-08-31", "2024-12-31"].map(day);
const SAMPLE_AMOUNT = cents(-1_234_567_890);

/** The business's locale with Western figures and calendar, unless the font can't write its dates and amounts. */
function paperLocale(locale: string): string {
  const western = new Intl.Locale(locale, { numberingSystem: "latn", calendar: "gregory" }).toString();
  const samples = [
    ...SAMPLE_DAYS.map((of) => formatDay(of, western)),
    formatAmount(SAMPLE_AMOUNT, "USD", western),
  ];
  return samples.every((sample) => [...sample].every(hasGlyph)) ? western : "en-GB";
}
