// An account as somebody reads it who is about to change it: without its lock, so what they saw of it goes along.
import type { LiveEarmark } from "@/domain/ledger/released-earmarks.ts";
import type { AccountSnapshot } from "@/domain/ledger/account-snapshot.ts";
import type { Books } from "../open.ts";
import { readAccount, type Account } from "./accounts.ts";
import { readLiveEarmarks } from "./earmarks.ts";

/** By the customer's id, or by their number; refuses what isn't there with "not-found". */
export async function readAccountSnapshot(
  books: Books,
  customer: string,
  inCurrency?: string,
): Promise<AccountSnapshot> {
  const account = await readAccount(books, customer, inCurrency);
  return snapshotOf(account, await readLiveEarmarks(books, account.accountId));
}

export function snapshotOf(account: Account, earmarks: LiveEarmark[]): AccountSnapshot {
  const { accountId, customerId, customerNumber, name, currency, figures, credit, headSeq } = account;
  const seenSeq = headSeq ?? 0;
  return { accountId, customerId, customerNumber, name, currency, figures, credit, earmarks, seenSeq };
}
