// Money of an online payment that Stripe gave back to the customer, or that their bank took back. It happened, so it is booked: what the
// payment settled is owed again as far as it has to be, and never more than went back.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import type { ReturnKind } from "@/domain/payments/online-state.ts";
import { ZERO, cents, minus, plus, smaller, type Cents } from "@/domain/values/money.ts";
import { returnPayment } from "../corrections/returned-payments.ts";
import { reverseEvent } from "../corrections/reversals.ts";
import { applyCredit, readStanding, unApplyCredit } from "../ledger/applications.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import { readOpenCredits } from "../ledger/open-balances.ts";
import type { Books } from "../open.ts";
import { accountNow, chargeSurcharge, findOnlinePayment, type KeptOnlinePayment } from "./online-booking.ts";
import { recordPayment } from "./payments.ts";
import { refundCredit } from "./refunds.ts";

export type StripeReturn = {
  onlinePaymentId: string;
  kind: ReturnKind;
  stripeId: string;
  amountCents: Cents;
};

const REASONS: Record<ReturnKind, string> = {
  refund: "Refunded online",
  chargeback: "Chargeback",
  "chargeback-won": "Chargeback won",
};

/** Once by Stripe's id. null: it is booked already. */
export async function bookReturn(books: Books, given: StripeReturn): Promise<{ eventId: number } | null> {
  const row = present(await findOnlinePayment(books, given.onlinePaymentId), "what comes back was paid");
  const before = await readReturns(books, given.onlinePaymentId);
  if (before.some((each) => each.stripeId === given.stripeId && each.kind === given.kind && each.booked))
    return null;
  const backCents = before.reduce((all, each) => (each.booked ? plus(all, each.netCents) : all), ZERO);
  const eventId = await post(books, row, { ...given, backCents });
  await books.tx.execute(sql`
    insert into books.online_returns (online_payment_id, kind, stripe_id, amount, event_number)
    values (${given.onlinePaymentId}::uuid, ${given.kind}, ${given.stripeId}, ${given.amountCents}::bigint, ${eventId})
    on conflict (org_id, stripe_id, kind) do update set event_number = excluded.event_number, fault = null,
      noted_at = clock_timestamp()`);
  return { eventId };
}

/** `backCents`: what went back of it before. */
type Given = StripeReturn & { backCents: Cents };

async function post(books: Books, row: KeptOnlinePayment, given: Given): Promise<number> {
  const { amountCents, kind, stripeId, backCents } = given;
  const [payment] = await books.tx.execute<{
    event_number: number;
    amount: number;
    to_chart: string | null;
  }>(sql`
    select event_number, amount, to_chart from books.payments where id = ${row.paymentId}::uuid`);
  const {
    event_number: eventId,
    amount,
    to_chart: toAccount,
  } = present(payment, "what comes back was booked");
  const reason = `${REASONS[kind]} ${stripeId}`;
  const on = books.today;
  if (kind === "chargeback-won") {
    const accountId = await accountNow(books, row.accountId);
    // It went with the whole of the payment, and comes back with it.
    if (row.surchargeEvent !== null && backCents >= amount)
      await chargeSurcharge(books, accountId, on, row.surchargeCents);
    const money = { accountId, amountCents, receivedOn: on, toAccount, method: "online" } as const;
    const words = { reference: "chargeback won", memo: reason };
    const made = await recordPayment(books, { ...money, ...words, applied: "oldest-first", discounts: [] });
    return made.eventId;
  }
  const isWhole = plus(backCents, amountCents) >= cents(amount);
  const made =
    kind === "chargeback" && isWhole && backCents === ZERO
      ? (await returnPayment(books, { eventId, returnedOn: on, reason })).eventId
      : await giveBack(books, { row, eventId, amountCents, reason });
  if (isWhole && row.surchargeEvent !== null)
    await reverseEvent(books, { eventId: row.surchargeEvent, on, reason });
  return made;
}

type Back = { row: KeptOnlinePayment; eventId: number; amountCents: Cents; reason: string };

/** Out of its own open credit, and for the rest out of what it settled last. */
async function giveBack(books: Books, { row, eventId, amountCents, reason }: Back): Promise<number> {
  const accountId = await accountNow(books, row.accountId);
  await lockAccount(books, accountId);
  const on = books.today;
  // Where a merge moved it, it is part of the credit of the account that stays.
  const isOwn = accountId === row.accountId;
  if (isOwn) await freeUp(books, { accountId, creditId: eventId, amountCents });
  const refunded = await refundCredit(books, {
    accountId,
    amountCents,
    refundedOn: on,
    ...(isOwn ? { creditId: eventId } : {}),
    method: "online",
    reference: "",
    reason,
  });
  return refunded.eventId;
}

type Freed = { accountId: string; creditId: number; amountCents: Cents };

async function freeUp(books: Books, { accountId, creditId, amountCents }: Freed): Promise<void> {
  const [open, standing] = await Promise.all([
    readOpenCredits(books, accountId),
    readStanding(books, accountId, { creditId }),
  ]);
  let wanted = minus(amountCents, open.find((each) => each.creditId === creditId)?.openCents ?? ZERO);
  for (const { itemId, amountCents: applied } of standing.toReversed()) {
    if (wanted <= 0) return;
    await unApplyCredit(books, { accountId, unAppliedOn: books.today, creditId, itemId });
    const stays = minus(applied, smaller(applied, wanted));
    if (stays > ZERO)
      await applyCredit(books, {
        accountId,
        appliedOn: books.today,
        applied: [{ creditId, itemId, amountCents: stays }],
        useEarmarked: true,
      });
    wanted = minus(wanted, minus(applied, stays));
  }
}

/** Why the books don't have it yet; it is tried again, and a person sees it until then. */
export async function noteReturnFault({ tx }: Books, given: StripeReturn, fault: string): Promise<void> {
  await tx.execute(sql`
    insert into books.online_returns (online_payment_id, kind, stripe_id, amount, fault)
    values (${given.onlinePaymentId}::uuid, ${given.kind}, ${given.stripeId}, ${given.amountCents}::bigint, ${fault})
    on conflict (org_id, stripe_id, kind) do update set fault = excluded.fault where online_returns.event_number is null`);
}

/** `netCents`: what is away by it, negative where it came back. */
type KeptReturn = { kind: ReturnKind; stripeId: string; netCents: Cents; booked: boolean };

export async function readReturns({ tx }: Books, onlinePaymentId: string): Promise<KeptReturn[]> {
  const rows = await tx.execute<{ kind: ReturnKind; stripe_id: string; amount: number; booked: boolean }>(sql`
    select kind, stripe_id, amount, event_number is not null as booked from books.online_returns
    where online_payment_id = ${onlinePaymentId}::uuid order by noted_at`);
  return rows.map((row) => ({
    kind: row.kind,
    stripeId: row.stripe_id,
    netCents: cents(row.kind === "chargeback-won" ? -row.amount : row.amount),
    booked: row.booked,
  }));
}
