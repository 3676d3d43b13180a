// What a sale does to the account, before it is done: what is paid on account comes first, since it frees credit, and
// the house charge is judged by what is then left of the limit.
import type { AccountFigures, CreditTerms } from "../ledger/account.ts";
import { chargeRefusedWords, overJobWords } from "../credit/charging-words.ts";
import { allocateOldestFirst, type Applied, type OpenItem } from "../ledger/allocation.ts";
import { heldForAgeOnceSettled } from "../ledger/holds.ts";
import type { Day } from "../values/day.ts";
import { figuresAfter, paying } from "../ledger/figures-after.ts";
import { cents, smaller, sum, type Cents } from "../values/money.ts";
import type { Sale } from "./counter.ts";

export type SaleEffect = {
  /** Its terms by then: what held it for age may be settled. */
  credit: CreditTerms;
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
  applied: "oldest-first" | readonly Applied[];
  /** What is open, by the day on which it is due; null where not all of it is known: then a hold for age stays. */
  debts: readonly OpenItem[] | null;
  /** What the job of the charge has left by then; null where only the account's limit counts, or nobody knows yet. */
  jobRoomCents: Cents | null;
  /** The day of the sale. */
  on: Day;
};

export function effectOfSale(
  { figures, credit }: { figures: AccountFigures; credit: CreditTerms },
  { total: { onAccountCents: paidCents }, houseChargeCents, applied, debts, jobRoomCents, on }: Sold,
  write: (amount: Cents) => string,
): SaleEffect {
  const appliedCents =
    applied === "oldest-first"
      ? smaller(paidCents, figures.balanceCents)
      : sum(applied.map((each) => each.amountCents));
  const { after: paid } = figuresAfter(figures, paying({ paidCents, appliedCents }));
  const heldForAge =
    paidCents > 0 && debts
      ? heldForAgeOnceSettled(
          credit.heldForAge,
          {
            debts,
            applied: applied === "oldest-first" ? allocateOldestFirst(paidCents, on, debts).applied : applied,
          },
          on,
        )
      : credit.heldForAge;
  const then = { figures: paid, credit: { ...credit, heldForAge } };
  const refused = (amount: Cents) => chargeRefusedWords(then, amount, write);
  return {
    credit: then.credit,
    before: paid,
    after: figuresAfter(paid, { openItemsCents: houseChargeCents }).after,
    refused:
      houseChargeCents > 0
        ? (refused(houseChargeCents) ?? overJobWords(houseChargeCents, jobRoomCents, write))
        : null,
    barred: refused(cents(1)),
  };
}
