// What a return comes to as it is being typed, by the rules that the books go by.
import type { AccountSnapshot } from "@/domain/ledger/account-snapshot.ts";
import { parseDecimal, QUANTITY_DIGITS } from "@/domain/values/decimal.ts";
import { plainNumber } from "@/domain/values/written-number.ts";
import { ZERO, minus, parseAmount, smaller, type Cents } from "@/domain/values/money.ts";
import { bringBack, totalReturn, type ReturnableLine } from "@/domain/receipts/receipt-return.ts";
import { Refusal, REFUSALS } from "@/domain/refusal.ts";
import type { RouterOutputs } from "@/server/client.ts";

export type Sold = RouterOutputs["receipts"]["returnable"];
/** The customer's account as it is, to show what the return does to it. */
export type Account = Pick<AccountSnapshot, "figures" | "credit" | "currency" | "months">;
export type How = "account" | "cash" | "card" | "check";
export type Typed = { quantities: Readonly<Record<number, string>>; how: How; money: string };

export type Planned = {
  lines: { line: number; quantity: string; cents: Cents }[];
  /** By line. */
  faults: ReadonlyMap<number, string>;
  worthCents: Cents;
  moneyCents: Cents;
  toAccountCents: Cents;
  moneyFault: string | null;
};

export const mayCredit = ({ accountId, chargeReversed }: Sold): boolean =>
  accountId !== null && !chargeReversed;

export function planReturn(sold: Sold, { quantities, how, money }: Typed, locale: string): Planned {
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
  const { moneyCents, moneyFault } = moneyOf(sold, worthCents, { how, money, locale });
  return {
    lines: backs.map(({ line, quantity, totalCents, taxCents }) => ({
      line,
      quantity,
      cents: (totalCents + taxCents) as Cents,
    })),
    faults,
    worthCents,
    moneyCents,
    toAccountCents: minus(worthCents, moneyCents),
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
  sold: Sold,
  worthCents: Cents,
  { how, money, locale }: Pick<Typed, "how" | "money"> & { locale: string },
) {
  if (how === "account") return { moneyCents: ZERO, moneyFault: null };
  const most = smaller(worthCents, sold.mostMoneyCents);
  const typed = money.trim() === "" ? most : parseAmount(money, sold.currency, locale);
  if (typeof typed !== "number" || typed < 0) return { moneyCents: most, moneyFault: "Enter an amount." };
  if (typed > most) return { moneyCents: most, moneyFault: REFUSALS["more-than-money"] };
  const restStays = typed < worthCents && !mayCredit(sold);
  return { moneyCents: typed, moneyFault: restStays ? REFUSALS["not-what-comes-back"] : null };
}
