// Billing terms: when an invoice is due, counted from the day of its issue. None is due at once.
import { addDays, addMonths, earlier, lastDayOf, monthOf, type Day } from "../values/day.ts";

export const USUAL_TERMS = [0, 15, 30, 60] as const;

export const termsOf = (days: number): string => (days === 0 ? "Immediate" : `Net ${days}`);

/** So many days after the issue, or a day of the month that follows it, the last where it has fewer. */
export type Terms = { kind: "net"; days: number } | { kind: "day"; day: number };

/** The longest that a customer's terms may be. */
const LONGEST = 365;

/** As they are kept: "net-30", "day-10". null for what are no terms. */
export function readTerms(code: string): Terms | null {
  const [, kind, said] = /^(net|day)-(\d{1,3})$/.exec(code) ?? [];
  const count = Number(said);
  if (kind === "net" && count <= LONGEST) return { kind, days: count };
  return kind === "day" && count >= 1 && count <= 31 ? { kind, day: count } : null;
}

export const termsCode = (terms: Terms): string =>
  terms.kind === "net" ? `net-${terms.days}` : `day-${terms.day}`;

export function termsWords(terms: Terms): string {
  if (terms.kind === "net") return termsOf(terms.days);
  return terms.day === 31 ? "Last day of next month" : `Day ${terms.day} of next month`;
}

/** Never before the invoice. */
export function dueUnder(terms: Terms, issuedOn: Day): Day {
  if (terms.kind === "net") return addDays(issuedOn, terms.days);
  const month = addMonths(monthOf(issuedOn), 1);
  return earlier(addDays(month, terms.day - 1), lastDayOf(month));
}
