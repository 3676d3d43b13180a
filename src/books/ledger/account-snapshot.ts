// An account as somebody reads it who is about to change it: without its lock, so what they saw of it goes along.
import type { AccountSnapshot } from "@/domain/ledger/account-snapshot.ts";
import type { Books } from "../open.ts";
import { readAccount, type Account } from "./accounts.ts";
import { readLiveEarmarks } from "./earmarks.ts";
import { readPostingMonths } from "./posting-months.ts";

/** By the customer's id, or by their number; refuses what isn't there with "not-found". */
export async function readAccountSnapshot(
  books: Books,
  customer: string,
  inCurrency?: string,
): Promise<AccountSnapshot> {
  const account = await readAccount(books, customer, inCurrency);
  const [earmarks, months] = await Promise.all([
    readLiveEarmarks(books, account.accountId),
    readPostingMonths(books),
  ]);
  return snapshotOf(account, { earmarks, months });
}

type Beside = Pick<AccountSnapshot, "earmarks" | "months">;

export function snapshotOf(account: Account, beside: Beside): AccountSnapshot {
  const { accountId, customerId, customerNumber, name, currency, figures, credit, headSeq } = account;
  const seenSeq = headSeq ?? 0;
  return { accountId, customerId, customerNumber, name, currency, figures, credit, seenSeq, ...beside };
}
