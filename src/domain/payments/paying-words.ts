// What is wrong with an amount that was typed on the payment screen, said by the field it is about.
import type { EntryFault } from "./paying.ts";
import { minorDigits, type AmountFault } from "../values/money.ts";

const AMOUNT_WORDS: Record<Exclude<AmountFault, "too-many-decimals">, string> = {
  "not-a-number": "Enter an amount like 1,234.50.",
  "too-large": "That is more than one payment may be.",
};

export function paidFaultWords(fault: AmountFault | "missing" | "below-zero", currency: string): string {
  if (fault === "missing") return "Enter the amount that was paid.";
  if (fault === "below-zero") return "Enter an amount above zero.";
  if (fault === "too-many-decimals") return decimalsWords(currency);
  return AMOUNT_WORDS[fault];
}

/** `open` is the item's balance as the business writes it. */
export function entryFaultWords(
  fault: EntryFault,
  { currency, open }: { currency: string; open: string },
): string {
  switch (fault) {
    case "more-than-open":
      return `Only ${open} is left to pay.`;
    case "not-issued-yet":
      return "Not issued yet on the day of the payment.";
    case "paid-meanwhile":
      return "Paid meanwhile. Clear this amount.";
    case "below-zero":
      return "Enter an amount above zero.";
    case "too-many-decimals":
      return decimalsWords(currency);
    default:
      return AMOUNT_WORDS[fault];
  }
}

/** "USD has at most 2 decimals." */
export function decimalsWords(currency: string): string {
  const digits = minorDigits(currency);
  return digits === 0 ? `${currency} has no decimals.` : `${currency} has at most ${digits} decimals.`;
}
