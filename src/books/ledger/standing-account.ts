// An account as somebody reads it who is about to change it: without its lock, so what they saw of it goes along.
import type { StandingAccount } from "@/domain/ledger/standing-account.ts";
import type { Books } from "../open.ts";
import { readAccount, type Account } from "./accounts.ts";
import { readLiveEarmarks } from "./earmarks.ts";
import { readPostingMonths } from "./posting-months.ts";

/** By the customer's id, or by their number; refuses what isn't there with "not-found". */
export async function readStandingAccount(
  books: Books,
  customer: string,
  inCurrency?: string,
): Promise<StandingAccount> {
  const account = await readAccount(books, customer, inCurrency);
  const [earmarks, months] = await Promise.all([
    readLiveEarmarks(books, account.accountId),
    readPostingMonths(books),
  ]);
  return standingOf(account, { earmarks, months });
}

type Beside = Pick<StandingAccount, "earmarks" | "months">;

export function standingOf(account: Account, beside: Beside): StandingAccount {
  const { accountId, customerId, customerNumber, name, currency, figures, credit, headSeq } = account;
  const seenSeq = headSeq ?? 0;
  return { accountId, customerId, customerNumber, name, currency, figures, credit, seenSeq, ...beside };
}
