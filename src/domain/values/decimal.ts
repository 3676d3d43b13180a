// Quantities, prices and rates: exact decimals as people write them ("2.5", "0.0375"), never a float. They meet money
// only here, rounded half up.
import { assert } from "../assert.ts";
import { LARGEST_AMOUNT, cents, type Cents } from "./money.ts";
import { Refusal } from "../refusal.ts";
import { plainNumber } from "./written-number.ts";

/** `units` of 10 to the minus `scale`. */
export type Decimal = { units: bigint; scale: number };

/** null for what isn't one, or has more digits on either side of the point than allowed. */
export function parseDecimal(
  text: string,
  { whole, scale }: { whole: number; scale: number },
): Decimal | null {
  const match = /^(\d+)(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return null;
  const front = (match[1] ?? "").replace(/^0+(?=\d)/, "");
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  if (front.length > whole || fraction.length > scale) return null;
  return { units: BigInt(front + fraction), scale: fraction.length };
}

/** The same as it is typed in a locale; null too for what isn't a number there. */
export function parseTyped(
  text: string,
  digits: { whole: number; scale: number },
  locale: string,
): Decimal | null {
  const plain = plainNumber(text, locale);
  return plain === null ? null : parseDecimal(plain, digits);
}

/** How many digits stand on either side of the point, as the columns of the database have them. */
export const QUANTITY_DIGITS = { whole: 12, scale: 6 };
export const PRICE_DIGITS = { whole: 16, scale: 8 };
export const RATE_DIGITS = { whole: 3, scale: 3 };

export function quantityOf(text: string): Decimal {
  const quantity = parseDecimal(text, QUANTITY_DIGITS);
  assert(quantity && quantity.units > 0n, `${text} is a quantity`);
  return quantity;
}

export function priceOf(text: string): Decimal {
  const price = parseDecimal(text, PRICE_DIGITS);
  assert(price, `${text} is a price`);
  return price;
}

export const times = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
});

/** Half up, in units of 10 to the minus `digits`: what a decimal of a currency is in its cents. */
export function inCents({ units, scale }: Decimal, digits: number): Cents {
  return scale <= digits
    ? amountOf(units * 10n ** BigInt(digits - scale))
    : ratioInCents(units, 10n ** BigInt(scale - digits));
}

/** `a / b` half up, of what is never negative. */
export function ratioInCents(a: bigint, b: bigint): Cents {
  assert(a >= 0n && b > 0n, "a share of something");
  return amountOf((2n * a + b) / (2n * b));
}

function amountOf(units: bigint): Cents {
  if (units > BigInt(LARGEST_AMOUNT)) throw new Refusal("amount-too-large");
  return cents(Number(units));
}

/** Both at the same scale, so that their units can be compared, added and taken away. */
export function alike(a: Decimal, b: Decimal): { a: bigint; b: bigint; scale: number } {
  const scale = Math.max(a.scale, b.scale);
  const raised = (d: Decimal) => d.units * 10n ** BigInt(scale - d.scale);
  return { a: raised(a), b: raised(b), scale };
}

/** "2.5": no more digits than it needs. */
export function decimalText({ units, scale }: Decimal): string {
  const digits = String(units).padStart(scale + 1, "0");
  const fraction = scale === 0 ? "" : digits.slice(-scale).replace(/0+$/, "");
  return `${scale === 0 ? digits : digits.slice(0, -scale)}${fraction ? `.${fraction}` : ""}`;
}

/** "4.50" of "4.5", "0.333" as it is: at least as many digits as the currency has. */
export function priceText(text: string, digits: number): string {
  const [front = "0", fraction = ""] = text.split(".");
  const shown = fraction.padEnd(digits, "0");
  return shown === "" ? front : `${front}.${shown}`;
}
