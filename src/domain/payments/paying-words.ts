// What is wrong with an amount that was typed on the payment screen, said by the field it is about.
import type { EntryFault } from "./paying.ts";
import { minorDigits, type AmountFault } from "../values/money.ts";
import { sampleNumber, type Notation } from "../values/written-number.ts";

function amountWords(fault: AmountFault, notation: Notation): string {
  if (fault === "too-many-decimals") return decimalsWords(notation.currency);
  return fault === "too-large" ? "That is more than one payment may be." : likeWords(notation);
}

/** "Enter an amount like 1.234,50.": as the business writes it. */
export const likeWords = ({ currency, locale }: Notation): string =>
  `Enter an amount like ${sampleNumber(locale, minorDigits(currency))}.`;

export function paidFaultWords(fault: AmountFault | "missing" | "below-zero", notation: Notation): string {
  if (fault === "missing") return "Enter the amount that was paid.";
  if (fault === "below-zero") return "Enter an amount above zero.";
  return amountWords(fault, notation);
}

/** `open` is the item's balance as the business writes it. */
export function entryFaultWords(
  fault: EntryFault,
  { open, ...notation }: Notation & { open: string },
): string {
  switch (fault) {
    case "more-than-open":
      return `Only ${open} is left to pay.`;
    case "not-issued-yet":
      return "Not issued yet on the day of the payment.";
    case "discount-in-part":
      return "With its discount it is paid in full. Press Apply, or leave the discount.";
    case "paid-meanwhile":
      return "Paid meanwhile. Clear this amount.";
    case "below-zero":
      return "Enter an amount above zero.";
    default:
      return amountWords(fault, notation);
  }
}

/** "USD has at most 2 decimals." */
export function decimalsWords(currency: string): string {
  const digits = minorDigits(currency);
  return digits === 0 ? `${currency} has no decimals.` : `${currency} has at most ${digits} decimals.`;
}
