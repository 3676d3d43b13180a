// What is wrong with an amount that is to be set aside, said by its field.
import type { EarmarkFault } from "../ledger/earmark.ts";
import type { Notation } from "../values/written-number.ts";
import { decimalsWords, likeWords } from "./paying-words.ts";

/** `free` is the credit that can be set aside, as the business writes it. */
export function earmarkFaultWords(
  fault: EarmarkFault,
  { currency, locale, free }: Notation & { free: string },
): string {
  switch (fault) {
    case "missing":
      return "Enter how much to set aside.";
    case "below-zero":
      return "Enter an amount above zero.";
    case "more-than-free":
    case "too-large":
      return `Only ${free} of the open credit is free.`;
    case "too-many-decimals":
      return decimalsWords(currency);
    case "not-a-number":
      return likeWords({ currency, locale });
  }
}
