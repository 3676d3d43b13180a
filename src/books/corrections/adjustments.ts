// Corrections of what is owed: more or less of it, given up, come back after all, interest, a discount for paying
// promptly. Each is one event with its reason.
import {
  postAdjustmentDown,
  postAdjustmentUp,
  postFinanceCharge,
  postRecovery,
  postWriteOff,
} from "@/domain/corrections/adjustment.ts";
import type { NewAdjustment, NewWriteOff } from "@/domain/corrections/adjustment-input.ts";
import type { Day } from "@/domain/values/day.ts";
import { postOpeningCredit, postOpeningItem } from "@/domain/invoices/invoice.ts";
import { postDiscount } from "@/domain/payments/payment.ts";
import type { Cents } from "@/domain/values/money.ts";
import type { EventHeader, Posting } from "@/domain/ledger/posting.ts";
import { Refusal } from "@/domain/refusal.ts";
import { isBack, lockAccount } from "../ledger/locked-account.ts";
import { assertWithinOwnLimit } from "../ledger/own-limits.ts";
import { readOpenItems, type OpenDebt } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { keepCustomerNote } from "../ledger/event-notes.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";

/** Left out, it is due on the day that it counts from. */
export type NewDebt = NewAdjustment & { dueOn?: Day | undefined };
export type NewOpening = NewDebt & { issuedOn: Day };
/** `unarchived`: the customer was archived, and is back in the lists. */
export type Corrected = { eventId: number; period: Day; unarchived: boolean };

async function correct(
  books: Books,
  given: NewAdjustment,
  posting: (place: EventHeader) => Posting,
  { givesUp = false } = {},
): Promise<Corrected> {
  const { accountId, amountCents, on, reason: memo, seenSeq, period } = given;
  const [account, place] = await Promise.all([
    lockAccount(books, accountId, seenSeq),
    reserveEvent(books, { accountId, on, memo, period }),
  ]);
  if (givesUp) assertWithinOwnLimit(books, "write-off", { amountCents, currency: account.currency });
  await post(books, [posting(place)]);
  await keepCustomerNote(books, [place.number], given.customerNote);
  return { eventId: place.number, period: place.period, unarchived: await isBack(books, account) };
}

type PostDebt = (place: EventHeader, debt: { amountCents: Cents; dueOn: Day }) => Posting;

const debtVerb =
  (postDebt: PostDebt) =>
  (books: Books, given: NewDebt): Promise<Corrected> =>
    correct(books, given, (place) =>
      postDebt(place, { amountCents: given.amountCents, dueOn: given.dueOn ?? given.on }),
    );

/** The customer owes more than the documents say. */
export const adjustUp = debtVerb(postAdjustmentUp);
/** A debt that was written off is paid after all: it is owed again, and the payment settles it. */
export const recoverDebt = debtVerb(postRecovery);
/** Interest on what is late, worked out by the caller. */
export const chargeFinance = debtVerb(postFinanceCharge);

/** The customer owes less: open credit, to be applied. It gives up as much as a write-off does, so it has the same limit. */
export function adjustDown(books: Books, given: NewAdjustment): Promise<Corrected> {
  return correct(books, given, (place) => postAdjustmentDown(place, given), GIVES_UP);
}

/** A debt from before the books. `on` is the day it counts from, `issuedOn` the document's own. */
export function openWithDebt(books: Books, given: NewOpening): Promise<Corrected> {
  const { issuedOn, amountCents, on, dueOn = on } = given;
  const debt = { documentId: null, issuedOn, dueOn, amountCents };
  return correct(books, given, (place) => postOpeningItem(place, debt));
}

/** Credit from before the books. */
export function openWithCredit(books: Books, given: NewOpening): Promise<Corrected> {
  const { issuedOn, amountCents } = given;
  return correct(books, given, (place) => postOpeningCredit(place, { issuedOn, amountCents }));
}

const GIVES_UP = { givesUp: true };

const itemVerb =
  (postOnItem: typeof postWriteOff, how = {}) =>
  async (books: Books, given: NewWriteOff): Promise<Corrected> => {
    const { itemId, amountCents } = given;
    const [, items] = await Promise.all([
      lockAccount(books, given.accountId),
      readOpenItems(books, given.accountId),
    ]);
    mustBeOpen(items, { itemId, amountCents });
    return correct(books, given, (place) => postOnItem(place, { itemId, amountCents }), how);
  };

/** An item, or part of it, is given up. */
export const writeOff = itemVerb(postWriteOff, GIVES_UP);
/** A discount that was earned by paying promptly. */
export const takeDiscount = itemVerb(postDiscount);

function mustBeOpen(
  items: readonly OpenDebt[],
  { itemId, amountCents }: { itemId: number; amountCents: number },
): void {
  const item = items.find((each) => each.itemId === itemId);
  if (!item) throw new Refusal("not-found", { itemId });
  if (amountCents > item.openCents) throw new Refusal("more-than-open", { itemId });
}
