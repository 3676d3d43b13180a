// Goods brought back against their receipt: a line comes back for its share of what it was sold for, and the last of it
// for all the rest, so that everything returned is everything sold, to the cent.
import { alike, decimalText, inCents, priceOf, quantityOf, ratioInCents, times } from "../values/decimal.ts";
import { ZERO, larger, minorDigits, minus, plus, smaller, sum, type Cents } from "../values/money.ts";
import { Refusal } from "../refusal.ts";

/** A line as it was sold, and what of it was brought back before. */
export type ReturnableLine = {
  line: number;
  description: string;
  unit: string;
  quantity: string;
  unitPrice: string;
  totalCents: Cents;
  taxCents: Cents;
  returned: { quantity: string; totalCents: Cents; taxCents: Cents };
};

export type BroughtBack = { quantity: string; totalCents: Cents; taxCents: Cents; discountCents: Cents };

/** "0" when all of it is back. */
export function leftOf({ quantity, returned }: Pick<ReturnableLine, "quantity" | "returned">): string {
  const { a, b, scale } = alike(quantityOf(quantity), priceOf(returned.quantity));
  return decimalText({ units: a - b, scale });
}

/** Refuses "more-than-sold". */
export function bringBack(sold: ReturnableLine, quantity: string, currency: string): BroughtBack {
  const now = quantityOf(quantity);
  const { a: all, b: before, scale } = alike(quantityOf(sold.quantity), priceOf(sold.returned.quantity));
  const fine = alike({ units: all, scale }, now);
  const back = alike({ units: before, scale }, now).a + fine.b;
  if (back > fine.a) throw new Refusal("more-than-sold", { line: sold.line, left: leftOf(sold) });
  // What is back in all, rounded, less what was back before: each return is off by less than a cent, and the sum by none.
  const share = (amount: Cents, given: Cents) => minus(ratioInCents(BigInt(amount) * back, fine.a), given);
  const totalCents = larger(ZERO, share(sold.totalCents, sold.returned.totalCents));
  const grossCents = inCents(times(now, priceOf(sold.unitPrice)), minorDigits(currency));
  return {
    quantity,
    totalCents,
    taxCents: larger(ZERO, share(sold.taxCents, sold.returned.taxCents)),
    discountCents: larger(ZERO, minus(grossCents, totalCents)),
  };
}

export type ReturnTotal = { subtotalCents: Cents; taxCents: Cents; totalCents: Cents };

export function totalReturn(lines: readonly BroughtBack[]): ReturnTotal {
  const subtotalCents = sum(lines.map((line) => line.totalCents));
  const taxCents = sum(lines.map((line) => line.taxCents));
  return { subtotalCents, taxCents, totalCents: plus(subtotalCents, taxCents) };
}

/** Credit for what a house charge paid for settles that sale's own invoice first, as far as it is open. */
export const settlesOfSale = (invoice: { openCents: Cents } | null, creditCents: Cents): Cents =>
  smaller(invoice?.openCents ?? ZERO, creditCents);

/**
 * What goes back for it: credit on the account, money, or some of both. Refuses what isn't exactly its worth, and more
 * money than was paid for what was bought and not given back since.
 */
export function checkGivenBack(
  { totalCents }: ReturnTotal,
  given: { toAccountCents: Cents; moneyCents: Cents; mostMoneyCents: Cents },
): void {
  const { toAccountCents, moneyCents, mostMoneyCents } = given;
  if (moneyCents > mostMoneyCents) throw new Refusal("more-than-money", { mostMoneyCents });
  if (plus(toAccountCents, moneyCents) !== totalCents)
    throw new Refusal("not-what-comes-back", { totalCents });
}
