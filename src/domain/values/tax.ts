// Sales tax: each rate on the document's taxable base, rounded once, and each line's share of it by largest remainder.
import { percentOf } from "./share.ts";
import { ZERO, plus, sum, type Cents } from "./money.ts";
import { shareOut } from "./shares.ts";

/** One rate of one agency, in percent with up to three decimals ("6.875"). A combined rate is several of these. */
export type TaxRate = { readonly name: string; readonly agency: string; readonly rate: string };

/** What a rate came to on a document: `taxCents` on `baseCents`, the taxable lines. */
export type ChargedTax<Tax extends TaxRate = TaxRate> = Tax & {
  readonly baseCents: Cents;
  readonly taxCents: Cents;
};

type TaxedLine = { taxable: boolean; totalCents: Cents };

/** `rate` in percent; null taxes nothing. */
export const taxOn = (baseCents: Cents, rate: string | null): Cents =>
  rate === null ? ZERO : percentOf(baseCents, rate);

/** The tax of each line, in their order; what isn't taxable has none. */
export function taxByLine(taxCents: Cents, lines: readonly TaxedLine[]): Cents[] {
  if (taxCents === ZERO) return lines.map(() => ZERO);
  return shareOut(
    taxCents,
    lines.map((line) => (line.taxable ? line.totalCents : ZERO)),
  );
}

/** Each rate once on the whole taxable base, and of every rate each line's share, added up by line. */
export function chargeTaxes<Tax extends TaxRate>(
  taxes: readonly Tax[],
  lines: readonly TaxedLine[],
): { taxes: ChargedTax<Tax>[]; taxCents: Cents; byLine: Cents[] } {
  const baseCents = sum(lines.filter((line) => line.taxable).map((line) => line.totalCents));
  const charged = taxes.map((tax) => ({ ...tax, baseCents, taxCents: taxOn(baseCents, tax.rate) }));
  const shares = charged.map(({ taxCents }) => taxByLine(taxCents, lines));
  return {
    taxes: charged,
    taxCents: sum(charged.map((tax) => tax.taxCents)),
    byLine: lines.map((_, at) => shares.reduce((total, each) => plus(total, each[at] ?? ZERO), ZERO)),
  };
}
