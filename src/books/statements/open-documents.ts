// What accounts consist of today, document by document: what is to be paid, and the credit beside it. They come to their net.
import type { Entry } from "@/domain/reconcile/match.ts";
import { negative } from "@/domain/values/money.ts";
import { now } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { readUnpaidOf } from "../receivables/unpaid.ts";
import { readOpenCredits } from "./statement-credit.ts";

/** A credit is below nothing. One without a number of its own goes by its name in the books, in English: "Check 4471". */
export async function readOpenDocuments(books: Books, accountIds: readonly string[]): Promise<Entry[]> {
  const moment = now(books);
  const [unpaid, credits] = await Promise.all([
    readUnpaidOf(books, moment, accountIds),
    readOpenCredits(books, moment, { accountIds }),
  ]);
  const owed = [...unpaid.values()].flat().map(({ number, issuedOn, openCents }) => ({
    number,
    onDay: issuedOn,
    cents: openCents,
  }));
  const theirs = [...credits.values()].flat().map(({ memoNumber, label, onDay, openCents }) => ({
    number: memoNumber ?? label,
    onDay,
    cents: negative(openCents),
  }));
  return [...owed, ...theirs];
}
