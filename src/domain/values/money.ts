// Money is whole minor units (cents, yen, fils) with an ISO 4217 currency beside it, never a fraction.
// Arithmetic, parsing and formatting live here and nowhere else; currencies can't meet by accident
// because an account has exactly one.
import { assert } from "../assert.ts";
import { plainNumber, typedNumber } from "./written-number.ts";

export type Cents = number & { readonly __unit: "cents" };

/**
 * Sums stay below 2^53, up to which every whole number is exact in a double. The database lets what a business is owed, or
 * owes, come to an eighth of it (accounts_moved), so that every sum of its figures can be said.
 */
const SUM_LIMIT = 2 ** 53;

/** What gross amounts, which have no end as balances have, come to; null where that is more than can be added up. */
export type GrossSum = Cents | null;

/** The largest amount one document may carry: 99,999,999,999.99 in a two-digit currency. */
export const LARGEST_AMOUNT = 9_999_999_999_999 as Cents;

export function cents(units: number): Cents {
  assert(Number.isInteger(units) && Math.abs(units) < SUM_LIMIT, `${units} is a sum of money`);
  return (units === 0 ? 0 : units) as Cents;
}

export const ZERO = cents(0);

export const plus = (a: Cents, b: Cents): Cents => cents(a + b);
export const minus = (a: Cents, b: Cents): Cents => cents(a - b);
export const negative = (a: Cents): Cents => cents(-a);
export const smaller = (a: Cents, b: Cents): Cents => (a < b ? a : b);
export const larger = (a: Cents, b: Cents): Cents => (a > b ? a : b);
export const sum = (amounts: readonly Cents[]): Cents => amounts.reduce(plus, ZERO);

/** null where one of them is, or where they come to more than can be added up. */
export const plusGross = (a: GrossSum, b: GrossSum): GrossSum =>
  a === null || b === null || Math.abs(a + b) >= SUM_LIMIT ? null : cents(a + b);

export const minusGross = (a: GrossSum, b: GrossSum): GrossSum =>
  plusGross(a, b === null ? null : negative(b));
export const sumGross = (amounts: readonly GrossSum[]): GrossSum => amounts.reduce<GrossSum>(plusGross, ZERO);

/** How many digits of a currency follow the decimal point: 2 for USD, 0 for JPY, 3 for KWD (ISO 4217). */
export function minorDigits(currency: string): number {
  const cached = digitsOf.get(currency);
  if (cached !== undefined) return cached;
  const options = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  const digits = options.maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}
const digitsOf = new Map<string, number>();

export function isCurrency(code: string): boolean {
  return currencyCodes.has(code);
}
export const currencyCodes: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

export type AmountFault = "not-a-number" | "too-many-decimals" | "too-large";

/** Reads an amount as it is typed or written in a locale ("1.234,5" in de-DE); says what is wrong otherwise. */
export function parseAmount(text: string, currency: string, locale: string): Cents | AmountFault {
  const plain = plainNumber(text, locale);
  const match = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(plain ?? "");
  if (!match) return "not-a-number";
  const digits = minorDigits(currency);
  const [, sign = "", whole = "", fraction = ""] = match;
  if (fraction.length > digits) return "too-many-decimals";
  if (whole.length > 14) return "too-large";
  const units = Number(whole + fraction.padEnd(digits, "0"));
  if (units > LARGEST_AMOUNT) return "too-large";
  return cents(sign ? -units : units);
}

/** "4594,36" in de-DE: what stands in a box, to be typed over. */
export const typedAmount = (amount: Cents, currency: string, locale: string): string =>
  typedNumber(decimalString(amount, currency), locale);

/** "4594.36": for files, JSON and machines. */
export function decimalString(amount: Cents, currency: string): string {
  const digits = minorDigits(currency);
  const units = String(Math.abs(amount)).padStart(digits + 1, "0");
  const sign = amount < 0 ? "-" : "";
  if (digits === 0) return sign + units;
  return `${sign}${units.slice(0, -digits)}.${units.slice(-digits)}`;
}

/** "4,594.36" with a real minus, in the business's own language; the currency stands once per table, not here. */
export function formatAmount(amount: Cents, currency: string, locale = "en-US"): string {
  const text = numberFormat(locale, minorDigits(currency)).format(
    decimalString(amount, currency) as Intl.StringNumericLiteral,
  );
  return text.replace("-", "−");
}

/** The same of a sum that may be more than can be said. */
export const formatGross = (amount: GrossSum, currency: string, locale = "en-US"): string =>
  amount === null ? TOO_MUCH : formatAmount(amount, currency, locale);
/** What stands where a sum would. */
export const TOO_MUCH = "too much to add up";

/** "USD 4,594.36" or "$4,594.36": where an amount stands alone, as in a mail's subject. */
export function formatMoney(amount: Cents, currency: string, locale = "en-US"): string {
  const text = new Intl.NumberFormat(locale, { style: "currency", currency, useGrouping: "always" }).format(
    decimalString(amount, currency) as Intl.StringNumericLiteral,
  );
  return text.replace("-", "−");
}

const formats = new Map<string, Intl.NumberFormat>();
function numberFormat(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  const made =
    formats.get(key) ??
    // Always: Polish and Spanish would leave "1550,90" without a separator.
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: "always",
    });
  formats.set(key, made);
  return made;
}
