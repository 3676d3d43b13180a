// A share of something, as it is typed: percent of it, or an amount. What a discount and a retainage are.
import { assert } from "../assert.ts";
import { RATE_DIGITS, decimalText, parseDecimal, parseTyped, ratioInCents } from "./decimal.ts";
import { LARGEST_AMOUNT, ZERO, parseAmount, type Cents } from "./money.ts";
import type { Notation } from "./written-number.ts";

/** Percent with up to three decimals ("12.5"), or cents. */
export type Share = { readonly percent: string } | { readonly amountCents: Cents };

/** Half up. Refuses with "amount-too-large" what one document can't carry. */
export function percentOf(wholeCents: Cents, percent: string): Cents {
  const read = parseDecimal(percent, RATE_DIGITS);
  assert(read, `${percent} is a share in percent`);
  return ratioInCents(BigInt(wholeCents) * read.units, 100n * 10n ** BigInt(read.scale));
}

/** More than the whole can't be taken off it, nor held back. */
export function isOver(wholeCents: Cents, share: Share): boolean {
  if ("amountCents" in share) return share.amountCents > wholeCents;
  const percent = parseDecimal(share.percent, RATE_DIGITS);
  return !percent || percent.units > 100n * 10n ** BigInt(percent.scale);
}

export const shareOf = (wholeCents: Cents, share: Share): Cents =>
  "percent" in share ? percentOf(wholeCents, share.percent) : share.amountCents;

/** "10%" or "5.00", as a business writes numbers; null for what is neither, and for less than nothing. */
export function readShare(text: string, { currency, locale }: Notation): Share | null {
  const said = text.trim();
  if (said === "") return { amountCents: ZERO };
  if (said.endsWith("%")) {
    const percent = parseTyped(said.slice(0, -1), RATE_DIGITS, locale);
    return percent && { percent: decimalText(percent) };
  }
  const amount = parseAmount(said, currency, locale);
  return typeof amount === "number" && amount >= 0 && amount <= LARGEST_AMOUNT
    ? { amountCents: amount }
    : null;
}
