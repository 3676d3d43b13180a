// Refunds open credit. Earmarks are released first, newest first, and the answer says which.
import { ZERO, minus, smaller, type Cents } from "@/domain/values/money.ts";
import { postRefund } from "@/domain/payments/payment.ts";
import { REFUND_WORDS } from "@/domain/ledger/payment-method.ts";
import type { Day } from "@/domain/values/day.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { RefundToPost } from "@/domain/payments/refund-input.ts";
import { assertWithinOwnLimit } from "../ledger/own-limits.ts";
import { makeRoom } from "../ledger/earmarks.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import { readOpenCredits, type OpenCredit } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { keepCustomerNote } from "../ledger/event-notes.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";

export type Refunded = { eventId: number; period: Day; releasedEarmarks: string[] };

export async function refundCredit(books: Books, input: RefundToPost): Promise<Refunded> {
  const { accountId, amountCents, refundedOn, creditId, reason, ...given } = input;
  const [account, credits, place] = await Promise.all([
    lockAccount(books, accountId, given.seenSeq),
    readOpenCredits(books, accountId),
    reserveEvent(books, { accountId, on: refundedOn, memo: reason, period: given.period }),
  ]);
  assertWithinOwnLimit(books, "refund", { amountCents, currency: account.currency });
  const usable = credits.filter(
    (credit) => credit.countsFrom <= refundedOn && (creditId ?? credit.creditId) === credit.creditId,
  );
  const from = oldestFirst(amountCents, usable);
  const releasedEarmarks = await makeRoom(
    books,
    account,
    minus(account.figures.openCreditCents, amountCents),
  );
  const label = ["Refund", REFUND_WORDS[given.method], given.reference].filter(Boolean).join(" ");
  await post(books, [postRefund(place, { from, label })]);
  await keepCustomerNote(books, [place.number], given.customerNote);
  return { eventId: place.number, period: place.period, releasedEarmarks };
}

function oldestFirst(wanted: Cents, credits: readonly OpenCredit[]) {
  const from: { creditId: number; amountCents: Cents }[] = [];
  let left = wanted;
  for (const { creditId, openCents } of credits) {
    if (left === ZERO) break;
    const amountCents = smaller(left, openCents);
    from.push({ creditId, amountCents });
    left = minus(left, amountCents);
  }
  if (left > ZERO) throw new Refusal("more-than-credit", { freeCents: minus(wanted, left) });
  return from;
}
