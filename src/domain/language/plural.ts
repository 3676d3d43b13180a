// One or several, by the rules of a language: French says "0 facture", the others "0 invoices".
import type { Language } from "./language.ts";

/** The form that goes with `count`. */
export function pluralOf(language: Language, forms: { one: string; other: string }) {
  const rules = new Intl.PluralRules(language);
  return (count: number): string => (rules.select(count) === "one" ? forms.one : forms.other);
}
