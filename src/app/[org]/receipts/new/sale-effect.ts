// What a sale does to the account, before it is done: what is paid on account comes first, since it frees credit, and
// the house charge is judged by what is then left of the limit.
import type { AccountFigures } from "@/domain/ledger/account.ts";
import { chargeRefusedWords } from "@/domain/credit/charging-words.ts";
import type { Sale } from "@/domain/receipts/counter.ts";
import { cents, plus, smaller, type Cents } from "@/domain/values/money.ts";
import { afterPaying } from "@/domain/payments/paying.ts";
import type { Customer } from "./use-customer.ts";

export type SaleEffect = {
  /** The account once the payment on account is in, and before the charge. */
  before: AccountFigures;
  after: AccountFigures;
  /** Why the house charge doesn't go through; null when it does, or when there is none. */
  refused: string | null;
  /** Why none would, however small. */
  barred: string | null;
};

export function effectOfSale(customer: Customer, sale: Sale, write: (amount: Cents) => string): SaleEffect {
  const { figures, credit } = customer;
  const paidCents = sale.total.onAccountCents;
  const paid = afterPaying(figures, { paidCents, appliedCents: smaller(paidCents, figures.balanceCents) });
  const charge = sale.houseChargeCents;
  const after = {
    ...paid,
    balanceCents: plus(paid.balanceCents, charge),
    netCents: plus(paid.netCents, charge),
  };
  const refused = (amount: Cents) => chargeRefusedWords({ figures: paid, credit }, amount, write);
  return {
    before: paid,
    after,
    refused: charge > 0 ? refused(charge) : null,
    barred: refused(cents(1)),
  };
}
