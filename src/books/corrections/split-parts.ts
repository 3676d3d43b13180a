// The payments that one check is made of, each on the account of another customer: what undoes one of them undoes all.
import { sql } from "drizzle-orm";
import { lockAccounts } from "../ledger/post.ts";
import type { Books } from "../open.ts";

export type SplitPart = { eventId: number; accountId: string };
export type Split = {
  /** Whose check it is. */
  payerAccountId: string;
  /** They were merged into another since. */
  isPayerGone: boolean;
  /** In the order in which they were posted. */
  parts: readonly SplitPart[];
};

/** The check that the payment of an event is a part of; null for one of its own. */
export async function readSplitOf({ tx }: Books, eventId: number): Promise<Split | null> {
  const rows = await tx.execute<{
    payer: string;
    gone: boolean;
    account_id: string;
    event_number: number;
  }>(sql`
    select s.account_id as payer, a.merged_away as gone, p.account_id, p.event_number
    from books.payments o join books.split_payments s on s.id = o.split_id join books.accounts a on a.id = s.account_id
    join books.payments p on p.split_id = s.id
    where o.event_number = ${eventId} order by p.event_number`);
  const [first] = rows;
  if (!first) return null;
  const parts = rows.map((row) => ({ eventId: row.event_number, accountId: row.account_id }));
  return { payerAccountId: first.payer, isPayerGone: first.gone, parts };
}

/** All accounts of the check, in the order that everybody uses; the payment that was asked for comes first. */
export async function lockSplit(books: Books, split: Split, eventId: number): Promise<SplitPart[]> {
  await lockAccounts(books, [split.payerAccountId, ...split.parts.map((part) => part.accountId)]);
  return [...split.parts].sort((a, b) => Number(b.eventId === eventId) - Number(a.eventId === eventId));
}
