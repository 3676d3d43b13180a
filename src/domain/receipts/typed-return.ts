// A return as it stands on the screen: what was typed, read with the rules that the books go by, so that what it is worth,
// how it is made good and what it settles are right before anything is sent.
import { Refusal, REFUSALS } from "../refusal.ts";
import { parseDecimal, QUANTITY_DIGITS } from "../values/decimal.ts";
import { ZERO, minus, parseAmount, plus, smaller, type Cents } from "../values/money.ts";
import { plainNumber } from "../values/written-number.ts";
import { bringBack, settlesOfSale, totalReturn, type ReturnableLine } from "./receipt-return.ts";

/** What the return is of. */
export type SoldReceipt = {
  currency: string;
  /** Where credit would go; null for somebody who just walked in. */
  accountId: string | null;
  /** What its house charge paid for is nobody's debt any more. */
  chargeReversed: boolean;
  /** The invoice of its house charge. */
  invoice: { openCents: Cents } | null;
  /** Paid for what was bought, and not given back yet. */
  mostMoneyCents: Cents;
  lines: readonly ReturnableLine[];
};

/** How it is made good: by credit on the account, or in money. */
export type RefundMethod = "account" | "cash" | "card" | "check";
export type TypedReturn = {
  quantities: Readonly<Record<number, string>>;
  method: RefundMethod;
  money: string;
};

export type ReadReturn = {
  lines: { line: number; quantity: string; cents: Cents }[];
  /** By line. */
  faults: ReadonlyMap<number, string>;
  worthCents: Cents;
  moneyCents: Cents;
  toAccountCents: Cents;
  /** What the credit settles of the sale's own invoice. */
  appliedCents: Cents;
  moneyFault: string | null;
};

export const mayCredit = ({ accountId, chargeReversed }: SoldReceipt): boolean =>
  accountId !== null && !chargeReversed;

export function readReturn(
  sold: SoldReceipt,
  { quantities, method, money }: TypedReturn,
  locale: string,
): ReadReturn {
  const faults = new Map<number, string>();
  const backs = sold.lines.flatMap((line) => {
    const typed = (quantities[line.line] ?? "").trim();
    const quantity = plainNumber(typed, locale) ?? typed;
    if (quantity === "" || Number(quantity) === 0) return [];
    const back = tried(line, quantity, sold.currency);
    if (typeof back !== "string") return [{ line: line.line, ...back }];
    faults.set(line.line, back);
    return [];
  });
  const { totalCents: worthCents } = totalReturn(backs);
  const { moneyCents, moneyFault } = moneyOf(sold, worthCents, { method, money, locale });
  const toAccountCents = minus(worthCents, moneyCents);
  return {
    lines: backs.map(({ line, quantity, totalCents, taxCents }) => ({
      line,
      quantity,
      cents: plus(totalCents, taxCents),
    })),
    faults,
    worthCents,
    moneyCents,
    toAccountCents,
    appliedCents: settlesOfSale(sold.invoice, toAccountCents),
    moneyFault,
  };
}

function tried(line: ReturnableLine, quantity: string, currency: string) {
  const read = parseDecimal(quantity, QUANTITY_DIGITS);
  if (!read || read.units === 0n) return "Enter a quantity, such as 1 or 2.5.";
  try {
    return bringBack(line, quantity, currency);
  } catch (error) {
    if (error instanceof Refusal) return REFUSALS[error.code];
    throw error;
  }
}

/** All of it in money unless less was typed or less was paid; the rest is credit where there is an account. */
function moneyOf(
  sold: SoldReceipt,
  worthCents: Cents,
  { method, money, locale }: Pick<TypedReturn, "method" | "money"> & { locale: string },
) {
  if (method === "account") return { moneyCents: ZERO, moneyFault: null };
  const most = smaller(worthCents, sold.mostMoneyCents);
  const typed = money.trim() === "" ? most : parseAmount(money, sold.currency, locale);
  if (typeof typed !== "number" || typed < 0) return { moneyCents: most, moneyFault: "Enter an amount." };
  if (typed > most) return { moneyCents: most, moneyFault: REFUSALS["more-than-money"] };
  const restStays = typed < worthCents && !mayCredit(sold);
  return { moneyCents: typed, moneyFault: restStays ? REFUSALS["not-what-comes-back"] : null };
}
