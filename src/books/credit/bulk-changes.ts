// Changes the credit terms of many accounts with one reason, all of them or none: what was seen of each must stand.
import { bulkTerms } from "@/domain/credit/bulk-terms.ts";
import type { BulkCreditChange } from "@/domain/credit/bulk-change.ts";
import { sameTerms } from "@/domain/credit/credit-terms.ts";
import { Refusal } from "@/domain/refusal.ts";
import { lockAccounts } from "../ledger/post.ts";
import type { Books } from "../open.ts";
import { changeCredit } from "./credit-changes.ts";

/** How many changed at once, and the requests that wait for a second person. */
export type BulkChanged = { changed: number; requests: string[] };

/** Refuses what a change of one refuses; who stands so already is left alone, and "nothing-changed" where all do. */
export async function changeMany(
  books: Books,
  { accounts, change, reason }: BulkCreditChange,
): Promise<BulkChanged> {
  await lockAccounts(
    books,
    accounts.map(({ accountId }) => accountId),
  );
  let changed = 0;
  const requests: string[] = [];
  for (const { accountId, seen } of accounts) {
    const terms = bulkTerms(seen, change);
    if (sameTerms(seen, terms)) continue;
    const { requestId } = await changeCredit(books, { accountId, terms, reason, seen });
    if (requestId === null) changed += 1;
    else requests.push(requestId);
  }
  if (changed + requests.length === 0) throw new Refusal("nothing-changed");
  return { changed, requests };
}
