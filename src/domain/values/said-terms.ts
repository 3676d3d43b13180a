// Billing terms as a customer's papers say them, by language.
import { formatPercent } from "./percent-words.ts";
import type { Language } from "../language/language.ts";
import { keptTerms, type Terms } from "./terms.ts";

type Said = {
  immediate: string;
  net: (days: number) => string;
  monthEnd: string;
  day: (day: number) => string;
  lastOfNext: string;
  discount: (percent: string, days: number) => string;
};

const WORDS: Record<Language, Said> = {
  en: {
    immediate: "Immediate",
    net: (days) => `Net ${days}`,
    monthEnd: "End of month",
    day: (day) => `Day ${day} of next month`,
    lastOfNext: "Last day of next month",
    discount: (percent, days) => `${percent} off within ${days} days`,
  },
  de: {
    immediate: "Sofort fällig",
    net: (days) => `${days} Tage netto`,
    monthEnd: "Monatsende",
    day: (day) => `${day}. des Folgemonats`,
    lastOfNext: "Ende des Folgemonats",
    discount: (percent, days) => `${percent} Skonto binnen ${days} Tagen`,
  },
  fr: {
    immediate: "À réception",
    net: (days) => `${days} jours nets`,
    monthEnd: "Fin de mois",
    day: (day) => `Le ${day} du mois suivant`,
    lastOfNext: "Fin du mois suivant",
    discount: (percent, days) => `escompte de ${percent} sous ${days} jours`,
  },
  es: {
    immediate: "De contado",
    net: (days) => `Neto ${days} días`,
    monthEnd: "Fin de mes",
    day: (day) => `Día ${day} del mes siguiente`,
    lastOfNext: "Fin del mes siguiente",
    discount: (percent, days) => `${percent} de descuento en ${days} días`,
  },
};

/** A percentage is written as the business writes numbers. */
export function saidTerms(
  code: string,
  { language, locale }: { language: Language; locale: string },
): string {
  const terms = keptTerms(code);
  const words = WORDS[language];
  const due = dueWords(terms, words);
  const { discount } = terms;
  return discount ? `${due}, ${words.discount(formatPercent(discount.percent, locale), discount.days)}` : due;
}

function dueWords(terms: Terms, words: Said): string {
  if (terms.kind === "net") return terms.days === 0 ? words.immediate : words.net(terms.days);
  if (terms.kind === "month-end") return words.monthEnd;
  return terms.day === 31 ? words.lastOfNext : words.day(terms.day);
}
