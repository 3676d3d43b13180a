// A line of a document that sells something: quantity × price, rounded by itself, less its discount. As it is kept, and as
// somebody types it.
import { decimalText, inCents, parseTyped, priceOf, quantityOf, ratioInCents, times } from "./decimal.ts";
import { LARGEST_AMOUNT, ZERO, minorDigits, minus, type Cents } from "./money.ts";
import { isOver, readShare, shareOf, type Share } from "./share.ts";
import type { Notation } from "./written-number.ts";

/** Exact decimals as texts: "2.5", "0.0375". */
export type Priced = { quantity: string; unitPrice: string };

/** `totalCents` is gross less discount. */
export type PricedCents = { grossCents: Cents; discountCents: Cents; totalCents: Cents };

/** null where the discount is more than the line. Refuses "amount-too-large" what no document can carry. */
export function priceLine(
  { quantity, unitPrice }: Priced,
  discount: Share,
  currency: string,
): PricedCents | null {
  const grossCents = inCents(times(quantityOf(quantity), priceOf(unitPrice)), minorDigits(currency));
  return lessDiscount(grossCents, discount);
}

function lessDiscount(grossCents: Cents, discount: Share): PricedCents | null {
  if (isOver(grossCents, discount)) return null;
  const discountCents = shareOf(grossCents, discount);
  return { grossCents, discountCents, totalCents: minus(grossCents, discountCents) };
}

export type TypedPrice = {
  quantity: string;
  unitPrice: string;
  /** An amount, or a share of the line: "5.00" or "10%". */
  discount: string;
};

export type PriceFault = "quantity" | "unitPrice" | "discount" | "discount-too-large";

/** How many digits stand on either side of the point. */
type Digits = { whole: number; scale: number };
export type LineDigits = { quantity: Digits; price: Digits };

export type ReadPrice = { priced: Priced; discount: Share } & PricedCents;

/** What is wrong with it, and how far one could reckon. Up to half of what a document carries, so that tax has room. */
export function readPrice(
  typed: TypedPrice,
  { quantity: quantityDigits, price: priceDigits }: LineDigits,
  notation: Notation,
): ReadPrice | { fault: PriceFault; grossCents: Cents } {
  const quantity = parseTyped(typed.quantity, quantityDigits, notation.locale);
  const price = parseTyped(typed.unitPrice, priceDigits, notation.locale);
  if (!quantity || quantity.units <= 0n) return { fault: "quantity", grossCents: ZERO };
  if (!price) return { fault: "unitPrice", grossCents: ZERO };
  const { units, scale } = times(quantity, price);
  const minor = units * 10n ** BigInt(minorDigits(notation.currency));
  if (minor / 10n ** BigInt(scale) >= BigInt(LARGEST_AMOUNT) / 2n)
    return { fault: "unitPrice", grossCents: ZERO };
  const grossCents = ratioInCents(minor, 10n ** BigInt(scale));
  const discount = readShare(typed.discount, notation);
  if (!discount) return { fault: "discount", grossCents };
  const amounts = lessDiscount(grossCents, discount);
  if (!amounts) return { fault: "discount-too-large", grossCents };
  return { priced: { quantity: decimalText(quantity), unitPrice: decimalText(price) }, discount, ...amounts };
}
