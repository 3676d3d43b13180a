// Corrections of what is owed: more or less of it, given up, come back after all, interest, a discount for paying
// promptly. Each is one event with its reason.
import { z } from "zod";
import {
  postAdjustmentDown,
  postAdjustmentUp,
  postFinanceCharge,
  postRecovery,
  postWriteOff,
} from "@/domain/corrections/adjustment.ts";
import { Day } from "@/domain/values/day.ts";
import { postOpeningCredit, postOpeningItem } from "@/domain/invoices/invoice.ts";
import { PositiveCents } from "@/domain/values/money-shapes.ts";
import { postDiscount } from "@/domain/payments/payment.ts";
import type { EventHeader, Posting } from "@/domain/ledger/posting.ts";
import { Refusal } from "@/domain/refusal.ts";
import { SeenSeq } from "@/domain/corrections/reversal-input.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import { readOpenItems, type OpenDebt } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";

const Reason = z.string().trim().max(500).default("");
const Correction = z.strictObject({
  accountId: z.uuid(),
  amountCents: PositiveCents,
  on: Day,
  reason: Reason,
  seenSeq: SeenSeq,
});
const Debt = Correction.extend({ dueOn: Day.optional() });
const OfItem = Correction.extend({ itemId: z.number().int().positive() });
const Opening = Debt.extend({ issuedOn: Day });

export type NewCorrection = z.input<typeof Correction>;
export type NewDebt = z.input<typeof Debt>;
export type NewItemCorrection = z.input<typeof OfItem>;
export type NewOpening = z.input<typeof Opening>;
export type Corrected = { eventId: number };

type CorrectionInput = z.output<typeof Correction>;

async function correct(
  books: Books,
  given: CorrectionInput,
  posting: (place: EventHeader) => Posting,
): Promise<Corrected> {
  const { accountId, on, reason: memo, seenSeq } = given;
  const [, place] = await Promise.all([
    lockAccount(books, accountId, seenSeq),
    reserveEvent(books, { accountId, on, memo }),
  ]);
  await post(books, [posting(place)]);
  return { eventId: place.number };
}

type PostDebt = (
  place: EventHeader,
  debt: { amountCents: CorrectionInput["amountCents"]; dueOn: Day },
) => Posting;

const debtVerb =
  (postDebt: PostDebt) =>
  (books: Books, input: NewDebt): Promise<Corrected> => {
    const { dueOn, ...given } = Debt.parse(input);
    return correct(books, given, (place) =>
      postDebt(place, { amountCents: given.amountCents, dueOn: dueOn ?? given.on }),
    );
  };

/** The customer owes more than the documents say. */
export const adjustUp = debtVerb(postAdjustmentUp);
/** A debt that was written off is paid after all: it is owed again, and the payment settles it. */
export const recoverDebt = debtVerb(postRecovery);
/** Interest on what is late, worked out by the caller. */
export const chargeFinance = debtVerb(postFinanceCharge);

/** The customer owes less: open credit, to be applied. */
export function adjustDown(books: Books, input: NewCorrection): Promise<Corrected> {
  const given = Correction.parse(input);
  return correct(books, given, (place) => postAdjustmentDown(place, given));
}

/** A debt from before the books. `on` is the day it counts from, `issuedOn` the document's own. */
export function openWithDebt(books: Books, input: NewOpening): Promise<Corrected> {
  const { dueOn, issuedOn, ...given } = Opening.parse(input);
  const debt = { documentId: null, issuedOn, dueOn: dueOn ?? given.on, amountCents: given.amountCents };
  return correct(books, given, (place) => postOpeningItem(place, debt));
}

/** Credit from before the books. */
export function openWithCredit(books: Books, input: NewOpening): Promise<Corrected> {
  const { dueOn: _none, issuedOn, ...given } = Opening.parse(input);
  return correct(books, given, (place) =>
    postOpeningCredit(place, { issuedOn, amountCents: given.amountCents }),
  );
}

const itemVerb =
  (postOnItem: typeof postWriteOff) =>
  async (books: Books, input: NewItemCorrection): Promise<Corrected> => {
    const { itemId, ...given } = OfItem.parse(input);
    const [, items] = await Promise.all([
      lockAccount(books, given.accountId),
      readOpenItems(books, given.accountId),
    ]);
    mustBeOpen(items, { itemId, amountCents: given.amountCents });
    return correct(books, given, (place) => postOnItem(place, { itemId, amountCents: given.amountCents }));
  };

/** An item, or part of it, is given up. */
export const writeOff = itemVerb(postWriteOff);
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
