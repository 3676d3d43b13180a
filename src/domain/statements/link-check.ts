// What a business may ask before a link opens: something that its customer knows, and who found the link doesn't.
import { parseAmount, type Cents } from "../values/money.ts";

export const LINK_CHECKS = {
  none: "Nothing: the link is enough",
  postcode: "The customer’s postcode",
  "last-invoice": "The total of the customer’s last invoice",
} as const;
export type LinkCheck = keyof typeof LINK_CHECKS;

/** What is asked, with the right answer. */
export type CheckAsked =
  | { asks: "postcode"; postcode: string }
  | { asks: "last-invoice"; totalCents: Cents; currency: string };

/** What can be asked of this customer: where they have no postcode, their last invoice; null where there is neither. */
export function askedBy(
  check: LinkCheck,
  { postcode, invoice }: { postcode: string; invoice: { totalCents: Cents; currency: string } | null },
): CheckAsked | null {
  if (check === "none") return null;
  if (check === "postcode" && plainPostcode(postcode) !== "") return { asks: "postcode", postcode };
  return invoice && { asks: "last-invoice", ...invoice };
}

const plainPostcode = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");

/** However it is spaced and written. */
export function isRightAnswer(asked: CheckAsked, typed: string, locale: string): boolean {
  if (asked.asks === "postcode") return plainPostcode(typed) === plainPostcode(asked.postcode);
  return parseAmount(typed.replace(/[^\d.,\s-]/g, "").trim(), asked.currency, locale) === asked.totalCents;
}
