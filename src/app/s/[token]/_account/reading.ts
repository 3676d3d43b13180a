// How an account's customer reads it: in the words, the days and the amounts of the business that wrote to them.
import { documentWords } from "@/domain/language/document-words.ts";
import { eventWords } from "@/domain/language/event-words.ts";
import { dayLocale, type Language } from "@/domain/language/language.ts";
import { sharedAccountWords } from "@/domain/language/shared-account-words.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount, formatMoney, type Cents } from "@/domain/values/money.ts";

type Reader = { language: Language; locale: string };

export function readingOf({ language, locale }: Reader, currency: string) {
  const days = dayLocale(language, locale);
  return {
    say: sharedAccountWords(language),
    page: documentWords(language).page,
    voided: documentWords(language).voided,
    amount: (cents: Cents) => formatAmount(cents, currency, locale),
    money: (cents: Cents) => formatMoney(cents, currency, locale),
    date: (day: Day) => formatDay(day, days),
    /** "Invoice 0000611365", "Check 4471". */
    event: (type: string, documentNumber: string | null) =>
      [eventWords(type, language), documentNumber].filter(Boolean).join(" "),
  };
}
export type AccountReading = ReturnType<typeof readingOf>;
