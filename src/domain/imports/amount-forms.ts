// Amounts as files write them. "1.190" alone never says whether it is more than a thousand: its column does, and where it
// doesn't, a person. Nothing is rounded unasked, but for the noise that a program's binary fractions leave behind.
import { LARGEST_AMOUNT, cents, type Cents } from "../values/money.ts";
import type { DecimalSign } from "./plan.ts";
import type { Cell } from "./sheet.ts";

/** A number's parts as they stand: `digits` may hold points, commas, spaces and apostrophes. */
export type AmountCell = {
  negative: boolean;
  digits: string;
  /** "USD", "€", "kr": what stands beside the digits; "" for nothing. */
  money: string;
  side: "debit" | "credit" | null;
};

const SIDES: Record<string, AmountCell["side"]> = {
  dr: "debit",
  d: "debit",
  s: "debit",
  cr: "credit",
  c: "credit",
  h: "credit",
};
const BLANK = /[\s\u00a0\u2007\u2009\u202f]/gu;

const LONGEST = 80;
/** How nearly every cell of a long file is written: what follows in the general reading comes to the same, and takes much longer. */
const PLAIN = /^-?\d{1,20}(?:[.,]\d{1,20})?$/;

/** Null for what is no amount; a blank cell isn't asked. */
export function readAmountCell(cell: Cell): AmountCell | null {
  if (typeof cell === "number") {
    const text = plainText(cell);
    return text === null ? null : { negative: cell < 0, digits: text, money: "", side: null };
  }
  if (PLAIN.test(cell)) {
    const minus = cell.startsWith("-");
    return { negative: minus, digits: minus ? cell.slice(1) : cell, money: "", side: null };
  }
  // Nobody writes an amount so long, and what backtracks over it would never end.
  if (cell.length > LONGEST) return null;
  let text = cell.trim().replaceAll("−", "-").replaceAll(/[–—]/gu, "-");
  let negative = false;
  // What stands in brackets without a figure is a currency or a side: "1,250.00 (USD)".
  text = text.replace(/\(([^\d()]+)\)/u, " $1 ").trim();
  const inBrackets = /^(.*?)\((.+)\)(.*)$/u.exec(text);
  if (inBrackets) [text, negative] = [`${inBrackets[1]}${inBrackets[2]}${inBrackets[3]}`.trim(), true];
  const sided = /^(.*\d)\s*(dr|cr|[dcsh])\.?$/iu.exec(text);
  const side = sided ? (SIDES[(sided[2] ?? "").toLowerCase()] ?? null) : null;
  if (sided) text = (sided[1] ?? "").trim();
  const found =
    /^([-+]?)\s*([^\d.,'’+-]*?)\s*([-+]?)\s*((?:\d|[.,](?=\d))[\d.,'’\s\u00a0\u2007\u2009\u202f]*?)\s*([-+]?)\s*([^\d.,'’+-]*?)\s*([-+]?)$/u.exec(
      text,
    );
  if (!found) return null;
  const [, before, left, between, digits = "", after, right, last] = found;
  const signs = [before, between, after, last].filter((sign) => sign !== "");
  const money = `${left ?? ""}${right ?? ""}`.trim();
  if (signs.length > 1 || (left !== "" && right !== "") || !isMoney(money)) return null;
  if (signs.includes("-") && (negative || side !== null)) return null;
  if (negative && side !== null) return null;
  return {
    negative: negative || signs.includes("-"),
    digits: digits.replaceAll(/’/gu, "'").replaceAll(BLANK, " "),
    money,
    side,
  };
}

const isMoney = (text: string) =>
  text === "" || /^(?:[A-Z]{3}|\p{Sc}|[A-Z]{1,3}\p{Sc}|kr\.?|Fr\.?|Rs\.?|zł|Kč|R)$/iu.test(text);

/** Without an exponent; null where a spreadsheet's number is too large or small to be an amount. */
function plainText(of: number): string | null {
  const text = String(Math.abs(of));
  if (!Number.isFinite(of)) return null;
  if (/^\d+(?:\.\d+)?$/.test(text)) return text;
  // 1e-15 is what is left of a sum that came to nothing.
  return Math.abs(of) < 1e-6 ? "0" : null;
}

/** What one cell says of its column's decimal sign: it settles it, could be either, or says nothing. */
export function decimalSaid({ digits }: AmountCell): DecimalSign | "either" | null {
  const point = digits.lastIndexOf(".");
  const comma = digits.lastIndexOf(",");
  if (point < 0 && comma < 0) return null;
  if (point >= 0 && comma >= 0) return point > comma ? "." : ",";
  const sign: DecimalSign = point >= 0 ? "." : ",";
  const at = Math.max(point, comma);
  if (digits.indexOf(sign) !== at) return sign === "." ? "," : ".";
  if (digits.length - at - 1 !== 3) return sign;
  const whole = digits.slice(0, at);
  if (/[' ]/.test(whole)) return sign;
  return whole.length > 3 || whole === "" || whole === "0" ? sign : "either";
}

const GROUPS: Record<DecimalSign, RegExp> = {
  ".": /^(?:\d*|\d{1,3}(?:[, ']\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d+|\.)?$/,
  ",": /^(?:\d*|\d{1,3}(?:[. ']\d{3})+)(?:,\d+|,)?$/,
};

const UNGROUPED: Record<DecimalSign, RegExp> = { ".": /^\d+(?:\.\d+)?$/, ",": /^\d+(?:,\d+)?$/ };

/** "1.234,50" with "," is "1234.50"; null where its signs stand in no such number. */
export function plainAmount({ digits, negative }: AmountCell, decimal: DecimalSign): string | null {
  if (UNGROUPED[decimal].test(digits)) return `${negative ? "-" : ""}${digits.replace(",", ".")}`;
  if (!GROUPS[decimal].test(digits) || !/\d/.test(digits)) return null;
  const group = decimal === "." ? /[, ']/g : /[. ']/g;
  const [whole = "", rest = ""] = digits.replaceAll(group, "").split(decimal);
  return `${negative ? "-" : ""}${whole === "" ? "0" : whole}${rest === "" ? "" : `.${rest}`}`;
}

export type ReadCents = {
  cents: Cents;
  /** What rounding took or gave, in millionths of a cent; 0 where nothing was rounded. */
  rounded: number;
  /** Nobody has to be asked: less than a millionth of a cent. */
  noise: boolean;
};

/** So many digits beyond the cent are looked at: more than a binary fraction has. */
const TAIL = 15;
const HALF = "5".padEnd(TAIL, "0");

/** "2309.7899999999995" is 230979 cents and noise; "too-large" beyond 99,999,999,999.99. */
export function centsOf(plain: string, digits: number): ReadCents | "too-large" {
  const negative = plain.startsWith("-");
  const [whole = "0", rest = ""] = plain.replace("-", "").split(".");
  const kept = rest.slice(0, digits).padEnd(digits, "0");
  if (whole.length > 15) return "too-large";
  if (rest.length <= digits) return wholeCents(Number(whole + kept), negative);
  const tail = rest.slice(digits).slice(0, TAIL).padEnd(TAIL, "0");
  const down = BigInt(whole + kept);
  const up = tail >= HALF;
  const size = up ? down + 1n : down;
  if (size > BigInt(LARGEST_AMOUNT)) return "too-large";
  const off = BigInt(tail) - (up ? 10n ** BigInt(TAIL) : 0n);
  const millionths = Number(off) / 10 ** (TAIL - 6);
  return {
    cents: cents(Number(negative && size !== 0n ? -size : size)),
    rounded: negative || off === 0n ? millionths : -millionths,
    noise: Math.abs(millionths) <= 1,
  };
}

/** Nothing stands beyond the cent; of 15 and 3 digits, what isn't exact is too large anyway. */
const wholeCents = (size: number, negative: boolean): ReadCents | "too-large" =>
  size > LARGEST_AMOUNT
    ? "too-large"
    : { cents: cents(negative && size !== 0 ? -size : size), rounded: 0, noise: true };

/** How the amounts of a column are written, counted while its rows go by. */
export class AmountFacts {
  amounts = 0;
  either = 0;
  point = 0;
  comma = 0;

  add(cell: AmountCell | null): void {
    if (!cell) return;
    this.amounts += 1;
    const said = decimalSaid(cell);
    if (said === "either") this.either += 1;
    else if (said === ".") this.point += 1;
    else if (said === ",") this.comma += 1;
  }

  get mixed(): boolean {
    return this.point > 0 && this.comma > 0;
  }

  get decimal(): DecimalSign | null {
    if (this.mixed) return null;
    if (this.point > 0) return ".";
    return this.comma > 0 ? "," : null;
  }

  get needsDecimal(): boolean {
    return this.point + this.comma + this.either > 0;
  }
}
