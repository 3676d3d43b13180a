// A sale as it stands on the counter's screen: what was typed, read with the rules that the books go by, so that what
// is due, what is left and the change are right before anything is sent.
import { parseTyped, PRICE_DIGITS, QUANTITY_DIGITS } from "../values/decimal.ts";
import {
  LARGEST_AMOUNT,
  ZERO,
  larger,
  minorDigits,
  minus,
  parseAmount,
  smaller,
  sum,
  type AmountFault,
  type Cents,
} from "../values/money.ts";
import type { TaxRate } from "../values/tax.ts";
import { readPrice, type PriceFault, type TypedPrice } from "../values/priced-line.ts";
import { typedNumber, type Notation } from "../values/written-number.ts";
import { totalReceipt, type ReceiptTotal, type SoldLine, type Tendered } from "./receipt-total.ts";
import type { Tender } from "./receipt.ts";

export type TypedLine = TypedPrice & { description: string; taxable: boolean };

/** Of cash, what was handed over; of everything else, what it pays. Nothing typed is all that is left. */
export type TypedTender = { tender: Tender; amount: string };

export type TypedSale = {
  lines: readonly TypedLine[];
  onAccount: string;
  tenders: readonly TypedTender[];
};

export type LineFault = "description" | PriceFault;
export type ReadLine = {
  sold: SoldLine | null;
  grossCents: Cents;
  totalCents: Cents;
  fault: LineFault | null;
};
export type ReadTender = Tendered & {
  fault: AmountFault | "below-zero" | "more-than-left" | "nothing" | null;
};

export type Sale = {
  lines: ReadLine[];
  total: ReceiptTotal;
  onAccountFault: AmountFault | "below-zero" | null;
  tenders: ReadTender[];
  /** Still to be paid. */
  leftCents: Cents;
  changeCents: Cents;
  houseChargeCents: Cents;
  /** What the whole comes to is more than one document may carry. */
  isTooLarge: boolean;
  /** Nothing is wrong and nothing is left: it can be completed. */
  isReady: boolean;
};

type CounterSetting = Notation & { taxes: readonly TaxRate[] };

export function readSale(typed: TypedSale, { taxes, ...notation }: CounterSetting): Sale {
  const { currency } = notation;
  const lines = typed.lines.map((line) => readLine(line, notation));
  const { onAccountCents, onAccountFault } = readOnAccount(typed.onAccount, notation);
  const isTooLarge = sum(lines.map((line) => smaller(line.totalCents, LARGEST_AMOUNT))) > LARGEST_AMOUNT / 2;
  const sold = isTooLarge ? [] : lines.flatMap((line) => (line.sold ? [line.sold] : []));
  const total = totalReceipt(sold, { taxes, onAccountCents, currency });
  const tenders = readTenders(typed.tenders, total, notation);
  const paidCents = sum(tenders.map((tender) => tender.amountCents));
  const leftCents = minus(total.dueCents, paidCents);
  const faultless =
    !isTooLarge &&
    onAccountFault === null &&
    [...lines, ...tenders].every((each) => each.fault === null) &&
    (total.dueCents === ZERO || tenders.every((tender) => tender.amountCents > 0));
  return {
    lines,
    total,
    onAccountFault,
    tenders,
    leftCents,
    changeCents: sum(
      tenders.map(({ amountCents, givenCents = amountCents }) => minus(givenCents, amountCents)),
    ),
    houseChargeCents: sum(
      tenders.filter(({ tender }) => tender === "house-charge").map((each) => each.amountCents),
    ),
    isTooLarge,
    isReady: faultless && (total.dueCents > 0 || lines.length > 0) && leftCents === ZERO,
  };
}

function readLine(line: TypedLine, notation: Notation): ReadLine {
  const read = readPrice(line, LINE_DIGITS, notation);
  if ("fault" in read)
    return {
      sold: null,
      grossCents: read.fault === "discount-too-large" ? read.grossCents : ZERO,
      totalCents: ZERO,
      fault: read.fault,
    };
  const { priced, grossCents, discountCents, totalCents } = read;
  const sold = { ...priced, discountCents, taxable: line.taxable };
  const fault = line.description.trim() === "" ? "description" : null;
  return { sold, grossCents, totalCents, fault };
}

const LINE_DIGITS = { quantity: QUANTITY_DIGITS, price: PRICE_DIGITS };

function readOnAccount(text: string, { currency, locale }: Notation) {
  if (text.trim() === "") return { onAccountCents: ZERO, onAccountFault: null };
  const amount = parseAmount(text, currency, locale);
  if (typeof amount !== "number") return { onAccountCents: ZERO, onAccountFault: amount };
  if (amount < 0) return { onAccountCents: ZERO, onAccountFault: "below-zero" as const };
  if (amount > LARGEST_AMOUNT / 2) return { onAccountCents: ZERO, onAccountFault: "too-large" as const };
  return { onAccountCents: amount, onAccountFault: null };
}

/**
 * What was typed comes before what is to be the rest, and cash after the others: only cash may be more than what is left,
 * and gives change.
 */
function readTenders(
  typed: readonly TypedTender[],
  total: ReceiptTotal,
  { currency, locale }: Notation,
): ReadTender[] {
  let left = total.dueCents;
  const read: ReadTender[] = [];
  const take = (at: number, one: ReadTender) => {
    read[at] = one;
    left = minus(left, one.amountCents);
  };
  const open = typed.map((one, at) => ({ ...one, at, said: one.amount.trim() }));
  const rank = ({ tender, said }: (typeof open)[number]) =>
    (said === "" ? 2 : 0) + (tender === "cash" ? 1 : 0);
  for (const { tender, said, at } of open.sort((a, b) => rank(a) - rank(b) || a.at - b.at)) {
    const room = larger(ZERO, tender === "house-charge" ? smaller(left, total.totalCents) : left);
    const amount = said === "" ? room : parseAmount(said, currency, locale);
    const isNothing = amount === ZERO && total.dueCents > 0;
    if (isNothing) take(at, { tender, amountCents: ZERO, fault: "nothing" });
    else if (typeof amount !== "number") take(at, { tender, amountCents: ZERO, fault: amount });
    else if (amount < 0) take(at, { tender, amountCents: ZERO, fault: "below-zero" });
    else if (tender === "cash")
      take(at, { tender, amountCents: smaller(amount, room), givenCents: amount, fault: null });
    else take(at, { tender, amountCents: amount, fault: amount > room ? "more-than-left" : null });
  }
  return read;
}

/** "3*MUL-1" is three of MUL-1; what is scanned or typed alone is one. */
export function readQuick(text: string, locale: string): { quantity: string; said: string } {
  const match = /^\s*(\d[\d.,]*)\s*(?:\*|×|\sx\s)\s*(\S.*)$/i.exec(text);
  const many = match?.[1] ? parseTyped(match[1], QUANTITY_DIGITS, locale) : null;
  if (!match?.[1] || !match[2] || !many || many.units === 0n) return { quantity: "1", said: text.trim() };
  return { quantity: match[1], said: match[2].trim() };
}

/** "38.5" as people write a price: "38.50"; finer ones keep their digits. */
export function writtenPrice(price: string, { currency, locale }: Notation): string {
  const [whole = "0", fraction = ""] = price.split(".");
  const digits = fraction.padEnd(minorDigits(currency), "0");
  return digits === "" ? whole : typedNumber(`${whole}.${digits}`, locale);
}
