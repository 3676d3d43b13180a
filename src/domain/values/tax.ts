// Sales tax: each single rate on the document's taxable base, rounded once and kept for its agency; a combined rate is the
// sum of its single rates, and a line's tax is its share of that by largest remainder (product.md "Formulas").
import { assert } from "../assert.ts";
import { RATE_DIGITS, decimalText, parseDecimal, ratioInCents } from "./decimal.ts";
import { ZERO, sum, type Cents } from "./money.ts";
import { shareOut } from "./shares.ts";

/** What is taken for one agency: percent, up to three decimals ("6.875"). */
export type SingleTax = { name: string; agency: string; rate: string };

/** What it comes to on a document. */
export type ReckonedTax<Tax extends SingleTax = SingleTax> = Tax & { baseCents: Cents; taxCents: Cents };

/** In the order of the taxes. */
export function taxesOn<Tax extends SingleTax>(baseCents: Cents, taxes: readonly Tax[]): ReckonedTax<Tax>[] {
  return taxes.map((tax) => ({ ...tax, baseCents, taxCents: taxOn(baseCents, tax.rate) }));
}

/** `rate` in percent, up to three decimals ("6.875"); null taxes nothing. */
export function taxOn(baseCents: Cents, rate: string | null): Cents {
  if (rate === null) return ZERO;
  const percent = parseDecimal(rate, RATE_DIGITS);
  assert(percent, `${rate} is a tax rate`);
  return ratioInCents(BigInt(baseCents) * percent.units, 100n * 10n ** BigInt(percent.scale));
}

export const taxTotal = (taxes: readonly { taxCents: Cents }[]): Cents =>
  sum(taxes.map((tax) => tax.taxCents));

/** The tax of each line, in their order; what isn't taxable has none. */
export function taxByLine(
  taxCents: Cents,
  lines: readonly { taxable: boolean; totalCents: Cents }[],
): Cents[] {
  if (taxCents === ZERO) return lines.map(() => ZERO);
  return shareOut(
    taxCents,
    lines.map((line) => (line.taxable ? line.totalCents : ZERO)),
  );
}

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
