// What a sale does to the account, before it is done: what is paid on account comes first, since it frees credit, and
// the house charge is judged by what is then left of the limit.
import type { AccountFigures, CreditTerms } from "../ledger/account.ts";
import { chargeRefusedWords } from "../credit/charging-words.ts";
import { figuresAfter, paying } from "../ledger/figures-after.ts";
import { cents, smaller, type Cents } from "../values/money.ts";
import type { Sale } from "./counter.ts";

export type SaleEffect = {
  after: AccountFigures;
  /** Why the house charge doesn't go through; null when it does, or when there is none. */
  refused: string | null;
  /** Why none would, however small. */
  barred: string | null;
};

type Sold = { total: Pick<Sale["total"], "onAccountCents">; houseChargeCents: Cents };

export function effectOfSale(
  { figures, credit }: { figures: AccountFigures; credit: CreditTerms },
  { total: { onAccountCents: paidCents }, houseChargeCents }: Sold,
  write: (amount: Cents) => string,
): SaleEffect {
  const appliedCents = smaller(paidCents, figures.balanceCents);
  const { after: paid } = figuresAfter(figures, paying({ paidCents, appliedCents }));
  const refused = (amount: Cents) => chargeRefusedWords({ figures: paid, credit }, amount, write);
  return {
    after: figuresAfter(paid, { openItemsCents: houseChargeCents }).after,
    refused: houseChargeCents > 0 ? refused(houseChargeCents) : null,
    barred: refused(cents(1)),
  };
}
