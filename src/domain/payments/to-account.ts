// Where money that comes in goes: to Undeposited Funds, where it waits for a deposit, or straight to a bank account.
import type { PaymentMethod } from "../ledger/payment-method.ts";

export type BankAccount = { code: string; name: string };

/** What can be chosen. */
export type ToAccounts = {
  /** What the business calls Undeposited Funds. */
  undeposited: string;
  /** In use, by number. */
  banks: BankAccount[];
  /** The number of the bank account that the business began with. */
  first: string;
  /** Where the last payment of a method went; null for Undeposited Funds, left out where there was none of late. */
  last: Partial<Record<PaymentMethod, string | null>>;
};

/** What never lies in a drawer: it is at the bank when one hears of it. */
const STRAIGHT = new Set<PaymentMethod>(["direct-deposit", "online", "record-only"]);

/** Where a payment of that method goes, unless one says otherwise: where the last one went. null: Undeposited Funds. */
export function usualAccount(method: PaymentMethod, { banks, first, last }: ToAccounts): string | null {
  const before = last[method];
  if (before === null || banks.some(({ code }) => code === before)) return before ?? null;
  return STRAIGHT.has(method) ? first : null;
}
