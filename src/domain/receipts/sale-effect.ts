// What a sale does to the account, before it is done: what is paid on account comes first, since it frees credit, and
// the house charge is judged by what is then left of the limit.
import type { AccountFigures, CreditTerms } from "../ledger/account.ts";
import { chargeRefusedWords } from "../credit/charging-words.ts";
import { figuresAfter, paying } from "../ledger/figures-after.ts";
import { cents, smaller, sum, type Cents } from "../values/money.ts";
import type { Sale } from "./counter.ts";

export type SaleEffect = {
  /** The account once the payment on account is in, and before the charge. */
  before: AccountFigures;
  after: AccountFigures;
  /** Why the house charge doesn't go through; null when it does, or when there is none. */
  refused: string | null;
  /** Why none would, however small. */
  barred: string | null;
};

type Sold = {
  total: Pick<Sale["total"], "onAccountCents">;
  houseChargeCents: Cents;
  /** What the payment on account settles. */
  applied: "oldest-first" | readonly { amountCents: Cents }[];
};

export function effectOfSale(
  { figures, credit }: { figures: AccountFigures; credit: CreditTerms },
  { total: { onAccountCents: paidCents }, houseChargeCents, applied }: Sold,
  write: (amount: Cents) => string,
): SaleEffect {
  const appliedCents =
    applied === "oldest-first"
      ? smaller(paidCents, figures.balanceCents)
      : sum(applied.map((each) => each.amountCents));
  const { after: paid } = figuresAfter(figures, paying({ paidCents, appliedCents }));
  const refused = (amount: Cents) => chargeRefusedWords({ figures: paid, credit }, amount, write);
  return {
    before: paid,
    after: figuresAfter(paid, { openItemsCents: houseChargeCents }).after,
    refused: houseChargeCents > 0 ? refused(houseChargeCents) : null,
    barred: refused(cents(1)),
  };
}
