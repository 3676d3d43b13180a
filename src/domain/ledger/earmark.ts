// Setting open credit aside for something: never more than is free, and what that does to the account's figures.
import type { AccountFigures } from "./account.ts";
import { minus, parseAmount, type AmountFault, type Cents } from "../values/money.ts";
import type { Notation } from "../values/written-number.ts";

/** The credit that is open and not set aside. */
export const freeCreditOf = ({
  openCreditCents,
  earmarkedCents,
}: Pick<AccountFigures, "openCreditCents" | "earmarkedCents">): Cents =>
  minus(openCreditCents, earmarkedCents);

export type EarmarkFault = AmountFault | "missing" | "below-zero" | "more-than-free";

/** Reads how much is to be set aside of `freeCents`; an empty text is "missing". */
export function readEarmarked(
  text: string,
  { currency, locale }: Notation,
  freeCents: Cents,
): Cents | EarmarkFault {
  if (text.trim() === "") return "missing";
  const amount = parseAmount(text, currency, locale);
  if (typeof amount !== "number") return amount;
  if (amount <= 0) return "below-zero";
  return amount > freeCents ? "more-than-free" : amount;
}
