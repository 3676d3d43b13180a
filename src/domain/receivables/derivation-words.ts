// How each figure of an account is made, in a sentence above its sum.
import type { CanCharge, CreditLimit } from "../ledger/account.ts";
import type { Figure } from "./derivation.ts";
import type { Cents } from "../values/money.ts";

export const FIGURE_NAMES: Record<Figure, string> = {
  balance: "Account balance",
  credit: "Open credit",
  net: "Net receivable",
  charge: "Can charge",
  limit: "Credit limit",
};

const SAYS: Record<Exclude<Figure, "charge" | "limit">, string> = {
  balance:
    "Everything that is owed and not paid yet: what is left of each invoice, charge and fee. The figure is their sum.",
  credit: "Payments and credits that haven’t been applied to an invoice, refunded or reversed.",
  net: "What would be left to collect if the open credit were applied. It is where the account history ends.",
};

const LIMIT_SAYS: Record<CreditLimit["kind"], string> = {
  limit:
    "The most that may be charged to the account before something is paid. People decide it; payments don’t change it.",
  none: "No limit is set, so nothing can be charged at the counter.",
  unlimited: "The account may be charged without an upper limit.",
};

/** `charge` is the sentence that derives what can be charged. */
export function derivationWords(figure: Figure, limit: CreditLimit, charge: string): string {
  if (figure === "limit") return LIMIT_SAYS[limit.kind];
  return figure === "charge" ? charge : SAYS[figure];
}

/** Where the sum isn't the figure that is shown: below zero, or forbidden whatever the sum. */
export function apartFromSum(
  figure: Figure,
  result: Cents,
  { canCharge, write }: { canCharge: CanCharge; write: (amount: Cents) => string },
): string | null {
  if (figure !== "charge") return null;
  if (canCharge.kind === "refused") return "Nothing can be charged, whatever the limit leaves.";
  if (canCharge.kind === "amount" && canCharge.bound)
    return `The shared limit leaves less: ${write(canCharge.amountCents)}.`;
  return result < 0
    ? `The limit leaves ${write(result)}: nothing can be charged until that is made up.`
    : null;
}
