// Sales tax: one rate on the document's taxable base, rounded once, and each line's share of it by largest remainder.
import { assert } from "../assert.ts";
import { RATE_DIGITS, parseDecimal, ratioInCents } from "./decimal.ts";
import { ZERO, type Cents } from "./money.ts";
import { shareOut } from "./shares.ts";

/** `rate` in percent, up to three decimals ("6.875"); null taxes nothing. */
export function taxOn(baseCents: Cents, rate: string | null): Cents {
  if (rate === null) return ZERO;
  const percent = parseDecimal(rate, RATE_DIGITS);
  assert(percent, `${rate} is a tax rate`);
  return ratioInCents(BigInt(baseCents) * percent.units, 100n * 10n ** BigInt(percent.scale));
}

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
