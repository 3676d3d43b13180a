// A part of a document's tax is for each agency what is left of its tax; and several rates are one together.
import { assert } from "../assert.ts";
import { RATE_DIGITS, decimalText, parseDecimal } from "./decimal.ts";
import { ZERO, sum, type Cents } from "./money.ts";
import { shareOut } from "./shares.ts";

/**
 * What of each tax a part of a document's tax is, by what is left of each: so much of each is never more than that, and
 * the last part takes all that is left.
 */
export function shareOfTaxes(taxCents: Cents, left: readonly Cents[]): Cents[] {
  if (taxCents === ZERO) return left.map(() => ZERO);
  assert(taxCents <= sum(left), "no more than what is left of the taxes");
  return shareOut(taxCents, left);
}

/** "8.875", the sum of several rates in percent; null for none. */
export function combinedRate(rates: readonly string[]): string | null {
  if (rates.length === 0) return null;
  const thousandths = rates.map((rate) => {
    const percent = parseDecimal(rate, RATE_DIGITS);
    assert(percent, `${rate} is a tax rate`);
    return percent.units * 10n ** BigInt(RATE_DIGITS.scale - percent.scale);
  });
  return decimalText({ units: thousandths.reduce((a, b) => a + b, 0n), scale: RATE_DIGITS.scale });
}
