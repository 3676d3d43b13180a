// What a line of an invoice can be taxed with instead of the invoice's own taxes: a rate of the business, or a combined one.
import { isSameTax, type TaxRate } from "../values/tax.ts";

/** A choice as somebody saw it. */
export type NamedTaxes<Tax extends TaxRate = TaxRate> = {
  /** What the business calls it. */
  name: string;
  /** As it holds on the invoice's day; none for a customer who is exempt. */
  taxes: readonly Tax[];
};

export type LineTaxes<Tax extends TaxRate = TaxRate> = NamedTaxes<Tax> & { rateId: string };

type Chosen = { kind: string; taxable: boolean; taxRateId: string | null };

/** Those that the lines name, in their order. */
export const usedBy = <Choice extends { rateId: string }>(
  lines: readonly Chosen[],
  choices: readonly Choice[],
): Choice[] => {
  const used = new Set(lines.map(rateOf));
  return choices.filter(({ rateId }) => used.has(rateId));
};

/** The choice of a line of its own; null where it is taxed as the invoice is, or not at all. */
export const rateOf = ({ kind, taxable, taxRateId }: Chosen): string | null =>
  kind === "item" && taxable ? (taxRateId ?? null) : null;

export const sameTaxes = (now: readonly TaxRate[], seen: readonly TaxRate[]): boolean =>
  now.length === seen.length &&
  now.every((tax, at) => {
    const other = seen[at];
    return other !== undefined && isSameTax(tax, other);
  });

/** What was seen of each choice, by its name, is what it is now; more may have been seen. */
export const sameLineTaxes = (now: readonly LineTaxes[], seen: readonly NamedTaxes[] = []): boolean =>
  now.every(({ name, taxes }) => {
    const other = seen.find((each) => each.name === name);
    return other !== undefined && sameTaxes(taxes, other.taxes);
  });

export const namedTaxes = (choices: readonly LineTaxes[]): NamedTaxes[] =>
  choices.map(({ name, taxes }) => ({
    name,
    taxes: taxes.map(({ name: called, agency, rate }) => ({ name: called, agency, rate })),
  }));
