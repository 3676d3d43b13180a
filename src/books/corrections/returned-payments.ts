// A payment that the bank gave back, with the fee charged on. It always posts: what was done with the money since is
// taken into account, on the account where it is now.
import { present } from "@/domain/assert.ts";
import { debtOf, planReturn, type Paying, type ReturnPlan } from "@/domain/corrections/return-plan.ts";
import { mustBeReturnable, postReturn } from "@/domain/corrections/returned-payment.ts";
import type { NewReversal } from "@/domain/corrections/reversal-input.ts";
import { transferItem } from "@/domain/corrections/transfer.ts";
import { postApplication, postUnApplication } from "@/domain/ledger/application.ts";
import type { EventHeader, Posting } from "@/domain/ledger/posting.ts";
import { postReturnedPaymentFee } from "@/domain/payments/payment.ts";
import { Refusal } from "@/domain/refusal.ts";
import { later, type Day } from "@/domain/values/day.ts";
import { ZERO, type Cents } from "@/domain/values/money.ts";
import { keepCustomerNote } from "../ledger/event-notes.ts";
import { reserveEvent, reserveEvents } from "../ledger/event-header.ts";
import { isBack, lockAccount } from "../ledger/locked-account.ts";
import { post } from "../ledger/post.ts";
import type { Books } from "../open.ts";
import { readEventState } from "./event-state.ts";
import { moveAlong, movesOf, type Move } from "./merged-chain.ts";
import { lockWhere, makeRoomFor, readWhose, reverseDiscounts, together, type Reversed } from "./reversals.ts";
import { lockSplit, readSplitOf, type Split } from "./split-parts.ts";
import { readUsedCredits } from "./used-credits.ts";

/** `eventId` is the payment's. */
export type NewReturn = Omit<NewReversal, "on"> & { returnedOn: Day; feeCents?: Cents | undefined };

export type Returned = Reversed & { feeEventId: number | null };

/**
 * What the payment had settled is owed again, what was refunded of it is a debt of its own, and so is the fee, both due
 * at once. Where the customer was merged into another, all of it stands on the one that stays. Refuses a payment that
 * was reversed before, and a day before it came in. A part of a check takes its other parts along.
 */
export async function returnPayment(books: Books, input: NewReturn): Promise<Returned> {
  const split = await readSplitOf(books, input.eventId);
  return split ? returnSplit(books, split, input) : returnOne(books, input);
}

/** The bank gives a check back whole: each part comes back on its account, and the fee is charged to who wrote it. */
async function returnSplit(books: Books, split: Split, { feeCents, ...input }: NewReturn): Promise<Returned> {
  const [, ...others] = await lockSplit(books, split, input.eventId);
  const first = await returnOne(books, input);
  const parts: Returned[] = [first];
  for (const { eventId } of others) {
    const { seenSeq: _seen, ...same } = input;
    parts.push(await returnOne(books, { ...same, eventId }));
  }
  const { eventIds, releasedEarmarks } = together(parts);
  if (feeCents === undefined) return { ...first, eventIds, releasedEarmarks };
  const { returnedOn: on, reason: memo, period } = input;
  const { stays } = await lockWhere(books, split.payerAccountId, split.isPayerGone);
  const place = await reserveEvent(books, { accountId: stays, on, memo, period });
  await post(books, [postReturnedPaymentFee(place, { amountCents: feeCents, dueOn: on })]);
  return { ...first, releasedEarmarks, eventIds: [...eventIds, place.number], feeEventId: place.number };
}

async function returnOne(books: Books, input: NewReturn): Promise<Returned> {
  const { eventId, returnedOn, feeCents, reason: memo, customerNote, seenSeq, period } = input;
  const { accountId, kind, mergedAway } = await readWhose(books, eventId);
  if (kind !== "payment") throw new Refusal("not-found");
  const { chain, stays } = await lockWhere(books, accountId, mergedAway);
  const [account, event, credits] = await Promise.all([
    lockAccount(books, stays, seenSeq),
    readEventState(books, accountId, eventId),
    readUsedCredits(books, eventId, chain),
  ]);
  mustBeReturnable(event);
  const plan = planReturn(credits, { on: returnedOn, last: chain.length - 1 });
  const where = { accountId, on: returnedOn, memo, period };
  const returned = postReturn(await reserveEvent(books, where), event, plan);
  const fee =
    feeCents === undefined
      ? []
      : [
          postReturnedPaymentFee(await reserveEvent(books, { ...where, accountId: stays }), {
            amountCents: feeCents,
            dueOn: returnedOn,
          }),
        ];
  const postings = await around(books, { plan, chain, returned, fee });
  const releasedEarmarks = await makeRoomFor(books, account, postings);
  await post(books, postings);
  await keepCustomerNote(books, [returned.number], customerNote);
  const discounts = await reverseDiscounts(books, { eventId, on: returnedOn, reason: memo, period });
  return {
    eventId: returned.number,
    eventIds: [...postings.map((each) => each.number), ...discounts],
    feeEventId: fee[0]?.number ?? null,
    period: returned.period,
    releasedEarmarks,
    unarchived: await isBack(books, account),
  };
}

type Around = { plan: ReturnPlan; chain: readonly string[]; returned: Posting; fee: readonly Posting[] };

/** In an order in which, on the axis of what was known, no more than there is is used of anything at any instant. */
async function around(books: Books, { plan, chain, returned, fee }: Around): Promise<Posting[]> {
  const unApplied = await unApply(books, { plan, chain, memo: returned.memo });
  const freed = await settle(books, {
    debt: returned,
    paying:
      plan.freeCents === ZERO
        ? []
        : [
            {
              creditId: present(returned.reverses, "a return is of a payment"),
              amountCents: plan.freeCents,
              on: plan.freeOn,
            },
          ],
  });
  const { postings: moved, debt, paying } = await moveOn(books, { plan, chain, returned });
  const settled = await settle(books, { debt, paying: [...plan.paying, ...paying] });
  return [...unApplied, returned, ...fee, ...freed, ...moved, ...settled];
}

/** One event per account and day. */
async function unApply(
  books: Books,
  { plan, chain, memo }: Pick<Around, "plan" | "chain"> & { memo: string },
): Promise<Posting[]> {
  const places = await reserveEvents(
    books,
    plan.unApplied.map(({ at, on }) => ({ accountId: present(chain[at], "it is of the chain"), on, memo })),
  );
  return plan.unApplied.map(({ allocations }, n) =>
    postUnApplication(present(places[n], "a place per event"), allocations),
  );
}

type Debt = Pick<EventHeader, "number" | "accountId" | "effectiveOn" | "memo">;

/** Credit of the payment pays for the debt that its return left, on the day from which all of it is free. */
async function settle(
  books: Books,
  {
    debt: { number: itemId, accountId, effectiveOn, memo },
    paying,
  }: { debt: Debt; paying: readonly Paying[] },
): Promise<Posting[]> {
  if (paying.length === 0) return [];
  const on = paying.map((each) => each.on).reduce(later, effectiveOn);
  const place = await reserveEvent(books, { accountId, on, memo });
  return [
    postApplication(
      place,
      paying.map(({ creditId, amountCents }) => ({ creditId, itemId, amountCents })),
    ),
  ];
}

/** From accounts that were merged away, everything that is open again moves on to the one that stays. */
async function moveOn(books: Books, { plan, chain, returned }: Omit<Around, "fee">) {
  const { number: id, effectiveOn: on, documentId, memo } = returned;
  const debtCents = debtOf(plan);
  const debt: Move = {
    on,
    from: 0,
    transfer: (ends, made) =>
      transferItem(ends, { id: made ?? id, openCents: debtCents, issuedOn: on, dueOn: on, documentId }),
  };
  const moves = [...(debtCents === ZERO ? [] : [debt]), ...(await movesOf(books, plan.moving))];
  const { postings, made } = await moveAlong(books, chain, { moves, memo });
  const ofPlan = made.slice(moves.length - plan.moving.length);
  const paying = plan.moving.flatMap(({ pays, openCents: amountCents, on: freeOn }, n) =>
    pays ? [{ creditId: present(ofPlan[n], "it came to stay"), amountCents, on: freeOn }] : [],
  );
  const stays = present(chain.at(-1), "one account stays");
  return { postings, paying, debt: { ...returned, number: made[0] ?? id, accountId: stays } };
}
