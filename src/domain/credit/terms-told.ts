// Billing terms as a customer reads them, by language: "Net 30", "30 Tage netto".
import { formatPercent } from "../values/percent-words.ts";
import type { Language } from "../language/language.ts";
import { codeWords, readTerms, type Terms } from "../values/terms.ts";

type Say = {
  now: string;
  net: (days: number) => string;
  monthEnd: string;
  nextMonthEnd: string;
  dayOfNext: (day: number) => string;
  discount: (percent: string, days: number) => string;
};

const SAY: Record<Exclude<Language, "en">, Say> = {
  de: {
    now: "sofort",
    net: (days) => `${days} Tage netto`,
    monthEnd: "zum Monatsende",
    nextMonthEnd: "zum Ende des Folgemonats",
    dayOfNext: (day) => `zum ${day}. des Folgemonats`,
    discount: (percent, days) => `${percent} Skonto innerhalb von ${days} Tagen`,
  },
  fr: {
    now: "à réception",
    net: (days) => `${days} jours nets`,
    monthEnd: "fin de mois",
    nextMonthEnd: "fin du mois suivant",
    dayOfNext: (day) => `le ${day} du mois suivant`,
    discount: (percent, days) => `${percent} d’escompte sous ${days} jours`,
  },
  es: {
    now: "al contado",
    net: (days) => `${days} días netos`,
    monthEnd: "a fin de mes",
    nextMonthEnd: "a fin del mes siguiente",
    dayOfNext: (day) => `el día ${day} del mes siguiente`,
    discount: (percent, days) => `${percent} de descuento en ${days} días`,
  },
};

/** A code that is none as it stands. */
export function termsTold(
  code: string,
  { language, locale }: { language: Language; locale: string },
): string {
  const terms = readTerms(code);
  if (language === "en" || terms === null) return codeWords(code);
  const say = SAY[language];
  const { discount } = terms;
  const parts = [
    discount && say.discount(formatPercent(discount.percent, locale), discount.days),
    dueTold(terms, say),
  ];
  return parts.filter((part) => part !== null).join(", ");
}

function dueTold(terms: Terms, say: Say): string {
  if (terms.kind === "net") return terms.days === 0 ? say.now : say.net(terms.days);
  if (terms.kind === "month-end") return say.monthEnd;
  return terms.day === 31 ? say.nextMonthEnd : say.dayOfNext(terms.day);
}
