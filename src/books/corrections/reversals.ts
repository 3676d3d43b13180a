// Reverses an event by its exact opposite.
import { sql } from "drizzle-orm";
import type { EventKind } from "@/domain/ledger/account.ts";
import { assert, present } from "@/domain/assert.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, cents, sum } from "@/domain/values/money.ts";
import { effectOf, type Posting } from "@/domain/ledger/posting.ts";
import { freeOrder } from "../credit/who-may-charge.ts";
import { Refusal } from "@/domain/refusal.ts";
import { isOneSide, postReversal } from "@/domain/corrections/reversal.ts";
import type { NewReversal } from "@/domain/corrections/reversal-input.ts";
import { readDiscountsWith } from "../ledger/discounts.ts";
import { makeRoom } from "../ledger/earmarks.ts";
import { isBack, lockAccount } from "../ledger/locked-account.ts";
import { lockChain, moveOn } from "./merged-chain.ts";
import type { Books } from "../open.ts";
import { keepCustomerNote } from "../ledger/event-notes.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";
import { lockReceipt } from "../receipts/receipt-lock.ts";
import { readEventState } from "./event-state.ts";
import { lockSplit, readSplitOf, type Split } from "./split-parts.ts";
import { payReturned } from "./returned-debts.ts";

export type Reversed = {
  eventId: number;
  /** All events of the command, in the order of posting. */
  eventIds: number[];
  period: Day;
  releasedEarmarks: string[];
  /** The customer was archived, and is back in the lists. */
  unarchived: boolean;
};

/**
 * Refuses what was reversed before, what is final, and what was used since; a charge over the credit of a return of its
 * goods, and the credit of a return that was given back in money, too. A part of a check takes its other parts along.
 */
export async function reverseEvent(books: Books, input: NewReversal): Promise<Reversed> {
  const split = await readSplitOf(books, input.eventId);
  if (!split) return reverseOne(books, input);
  return reverseSplit(books, split, input);
}

/** One part of a check isn't wrong alone: all are reversed, in one command. */
async function reverseSplit(books: Books, split: Split, input: NewReversal): Promise<Reversed> {
  const [asked, ...others] = await lockSplit(books, split, input.eventId);
  assert(asked?.eventId === input.eventId, "a payment is a part of its check");
  const first = await reverseOne(books, input);
  const parts = [first];
  for (const { eventId } of others) {
    const { seenSeq: _seen, ...same } = input;
    parts.push(await reverseOne(books, { ...same, eventId }));
  }
  return { ...first, ...together(parts) };
}

/** What is told of all parts: every event, and whatever is no longer set aside, on whichever account. */
export const together = (parts: readonly Reversed[]): Pick<Reversed, "eventIds" | "releasedEarmarks"> => ({
  eventIds: parts.flatMap((part) => part.eventIds),
  releasedEarmarks: parts.flatMap((part) => part.releasedEarmarks),
});

async function reverseOne(books: Books, input: NewReversal): Promise<Reversed> {
  const { eventId, on, reason, customerNote, seenSeq, period } = input;
  const { accountId, kind, soldOn, mergedAway } = await readWhose(books, eventId);
  if (isOneSide(kind)) throw new Refusal("reversed-in-pairs");
  if (soldOn !== null) await lockReceipt(books, soldOn);
  const { chain, stays } = await lockWhere(books, accountId, mergedAway);
  const [account, event, place] = await Promise.all([
    lockAccount(books, stays, seenSeq),
    readEventState(books, accountId, eventId),
    reserveEvent(books, { accountId, on, memo: reason, period }),
  ]);
  const reversal = postReversal(place, event);
  const postings = [reversal, ...(await moveOn(books, chain, reversal))];
  const releasedEarmarks = await makeRoomFor(books, account, postings);
  await post(books, postings);
  if (kind === "invoice" && soldOn !== null) await freeOrder(books, eventId);
  const settled = await payReturned(books, postings);
  const discounts = await reverseDiscounts(books, input);
  await keepCustomerNote(books, [place.number], customerNote);
  return {
    eventId: place.number,
    period: place.period,
    eventIds: [...[...postings, ...settled].map((each) => each.number), ...discounts],
    releasedEarmarks,
    unarchived: await isBack(books, account),
  };
}

/** What was kept for paying early goes with the payment: `eventId` is its event. Answers with the new events. */
export async function reverseDiscounts(
  books: Books,
  { eventId, on, reason, period }: Pick<NewReversal, "eventId" | "on" | "reason" | "period">,
): Promise<number[]> {
  const made: number[] = [];
  for (const discount of await readDiscountsWith(books, eventId)) {
    const { eventIds } = await reverseEvent(books, { eventId: discount, on, reason, period });
    made.push(...eventIds);
  }
  return made;
}

/** The account, and those that it leads to when it was merged away; `stays` is the last. */
export async function lockWhere(books: Books, accountId: string, mergedAway: boolean) {
  const chain = mergedAway ? await lockChain(books, accountId) : [accountId];
  return { chain, stays: present(chain.at(-1), "one account stays") };
}

/** What is set aside may not outlast the credit that it was set aside from. */
export function makeRoomFor(
  books: Books,
  account: Awaited<ReturnType<typeof lockAccount>>,
  postings: readonly Posting[],
): Promise<string[]> {
  const theirs = postings.filter((posting) => posting.accountId === account.accountId);
  const openCreditCents = sum(theirs.map((posting) => effectOf(posting).openCreditCents));
  if (openCreditCents >= ZERO) return Promise.resolve([]);
  return makeRoom(books, account, cents(account.figures.openCreditCents + openCreditCents));
}

/** `soldOn`: the receipt of the sale that it charged, or of which it credits goods that were brought back. */
type Whose = { accountId: string; kind: EventKind; soldOn: string | null; mergedAway: boolean };
type WhoseRow = { account_id: string; kind: EventKind; sold_on: string | null; merged_away: boolean };

export async function readWhose({ tx }: Books, eventId: number): Promise<Whose> {
  const [row] = await tx.execute<WhoseRow>(sql`
    select e.account_id, e.kind, a.merged_away, coalesce(
      (select v.receipt_id from books.invoices v where v.event_number = e.number),
      (select b.return_of from books.credit_memos m join books.receipts b on b.id = m.receipt_id
        where m.event_number = e.number)) as sold_on
    from books.events e join books.accounts a on a.id = e.account_id where e.number = ${eventId}`);
  if (!row) throw new Refusal("not-found");
  const { account_id: accountId, kind, sold_on: soldOn, merged_away: mergedAway } = row;
  return { accountId, kind, soldOn, mergedAway };
}
