// Sales tax: each rate on the taxable base of the lines that bear it, rounded once, and each line's share of it by largest
// remainder.
import { percentOf } from "./share.ts";
import { ZERO, plus, sum, type Cents } from "./money.ts";
import { shareOut } from "./shares.ts";

/** One rate of one agency, in percent with up to three decimals ("6.875"). A combined rate is several of these. */
export type TaxRate = { readonly name: string; readonly agency: string; readonly rate: string };

/** What a rate came to on a document: `taxCents` on `baseCents`, the lines that bear it. */
export type ChargedTax<Tax extends TaxRate = TaxRate> = Tax & {
  readonly baseCents: Cents;
  readonly taxCents: Cents;
  /** Of the base, what no tax of the same agency before it counts; left out where all lines bear the same taxes. */
  readonly soldCents?: Cents;
};

type TaxedLine<Tax extends TaxRate = TaxRate> = {
  taxable: boolean;
  totalCents: Cents;
  /** What it is taxed with instead of the document's own taxes; left out, these. */
  taxes?: readonly Tax[] | undefined;
};

/** What each tax of a document is on one line, in their order; null of those that it doesn't bear. */
export type LineTaxParts = readonly (Cents | null)[];

type Charged<Tax extends TaxRate> = {
  taxes: ChargedTax<Tax>[];
  taxCents: Cents;
  /** The tax of each line, in their order. */
  byLine: Cents[];
  /** Line by line; left out where all of them bear the same taxes. */
  parts?: LineTaxParts[];
};

/** `rate` in percent; null taxes nothing. */
export const taxOn = (baseCents: Cents, rate: string | null): Cents =>
  rate === null ? ZERO : percentOf(baseCents, rate);

export const isSameTax = (one: TaxRate, other: TaxRate): boolean =>
  one.name === other.name && one.agency === other.agency && one.rate === other.rate;

/**
 * Each rate once on all lines that bear it, and of every rate each line's share, added up by line. The document's own taxes
 * come first, then those that only single lines bear, in the order of the lines.
 */
export function chargeTaxes<Tax extends TaxRate>(
  own: readonly Tax[],
  lines: readonly TaxedLine<Tax>[],
): Charged<Tax> {
  const isMixed = lines.some(({ taxable, taxes }) => taxable && taxes !== undefined);
  const borne = isMixed ? withOthers(own, lines) : own.map((tax) => ({ tax, lines: lines.map(isTaxable) }));
  const charged = borne.map(({ tax, lines: bears }) => {
    const weights = lines.map(({ totalCents }, at) => (bears[at] ? totalCents : ZERO));
    const baseCents = sum(weights);
    const taxCents = taxOn(baseCents, tax.rate);
    const shares = taxCents === ZERO ? lines.map(() => ZERO) : shareOut(taxCents, weights);
    return { tax: { ...tax, baseCents, taxCents }, shares };
  });
  const byLine = lines.map((_, at) =>
    charged.reduce((total, { shares }) => plus(total, shares[at] ?? ZERO), ZERO),
  );
  const taxCents = sum(charged.map(({ tax }) => tax.taxCents));
  const taxes = charged.map(({ tax }) => tax);
  if (!isMixed) return { taxes, taxCents, byLine };
  const parts = lines.map((_, at) =>
    charged.map(({ shares }, nth) => (borne[nth]?.lines[at] ? (shares[at] ?? ZERO) : null)),
  );
  const sold = soldByTax(taxes, lines, parts);
  return {
    taxes: taxes.map((tax, nth) => ({ ...tax, soldCents: sold[nth] ?? ZERO })),
    taxCents,
    byLine,
    parts,
  };
}

/** Of each tax, the lines that bear it and none of the same agency before it: so no sale counts twice for an agency. */
export function soldByTax(
  taxes: readonly Pick<TaxRate, "agency">[],
  lines: readonly { totalCents: Cents }[],
  parts: readonly LineTaxParts[],
): Cents[] {
  const isFirst = (of: LineTaxParts | undefined, nth: number) =>
    typeof of?.[nth] === "number" &&
    !taxes.some(
      ({ agency }, before) => before < nth && agency === taxes[nth]?.agency && typeof of[before] === "number",
    );
  return taxes.map((_, nth) =>
    sum(lines.map(({ totalCents }, at) => (isFirst(parts[at], nth) ? totalCents : ZERO))),
  );
}

const isTaxable = ({ taxable }: { taxable: boolean }): boolean => taxable;

function withOthers<Tax extends TaxRate>(own: readonly Tax[], lines: readonly TaxedLine<Tax>[]) {
  const all = [...own];
  for (const { taxable, taxes = [] } of lines)
    if (taxable) all.push(...taxes.filter((tax) => !all.some((each) => isSameTax(each, tax))));
  return all.map((tax) => ({
    tax,
    lines: lines.map(({ taxable, taxes = own }) => taxable && taxes.some((each) => isSameTax(each, tax))),
  }));
}
