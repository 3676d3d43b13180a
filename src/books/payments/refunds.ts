// Hands open credit back. Earmarks give way first, newest first, and the answer says which.
import { z } from "zod";
import { Day } from "@/domain/values/day.ts";
import { ZERO, minus, smaller, type Cents } from "@/domain/values/money.ts";
import { PositiveCents } from "@/domain/values/money-shapes.ts";
import { postRefund } from "@/domain/payments/payment.ts";
import { PAYMENT_METHODS, REFUND_WORDS, type PaymentMethod } from "@/domain/ledger/payment-method.ts";
import { Refusal } from "@/domain/refusal.ts";
import { SeenSeq } from "@/domain/corrections/reversal-input.ts";
import { makeRoom } from "../ledger/earmarks.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import { readOpenCredits, type OpenCredit } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { reserveEvent } from "../ledger/event-header.ts";
import { post } from "../ledger/post.ts";

export const NewRefund = z.strictObject({
  accountId: z.uuid(),
  amountCents: PositiveCents,
  refundedOn: Day,
  /** One payment's credit; left out, the oldest first. */
  creditId: z.number().int().positive().optional(),
  /** How the money went. */
  method: z.enum(Object.keys(PAYMENT_METHODS) as PaymentMethod[]).default("record-only"),
  reference: z.string().trim().max(60).default(""),
  reason: z.string().trim().max(500).default(""),
  seenSeq: SeenSeq,
});
export type NewRefund = z.input<typeof NewRefund>;

export type Refunded = { eventId: number; releasedEarmarks: string[] };

export async function refundCredit(books: Books, input: NewRefund): Promise<Refunded> {
  const { accountId, amountCents, refundedOn, creditId, reason, ...given } = NewRefund.parse(input);
  const [account, credits, place] = await Promise.all([
    lockAccount(books, accountId, given.seenSeq),
    readOpenCredits(books, accountId),
    reserveEvent(books, { accountId, on: refundedOn, memo: reason }),
  ]);
  const usable = credits.filter(
    (credit) => credit.countsFrom <= refundedOn && (creditId ?? credit.creditId) === credit.creditId,
  );
  const from = oldestFirst(amountCents, usable);
  const releasedEarmarks = await makeRoom(books, account, minus(account.openCreditCents, amountCents));
  const label = ["Refund", REFUND_WORDS[given.method], given.reference].filter(Boolean).join(" ");
  await post(books, [postRefund(place, { from, label })]);
  return { eventId: place.number, releasedEarmarks };
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
