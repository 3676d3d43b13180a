// Money of an online payment that Stripe gave back to the customer, or that their bank took back, and what of it came again. Each is
// booked once, by Stripe's id.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { isBackAgain, type ReturnKind } from "@/domain/payments/online-state.ts";
import { ZERO, cents, plus, type Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
import { findOnlinePayment } from "./online-booking.ts";
import { takeAgain, takeBack } from "./online-money.ts";

export type StripeReturn = {
  onlinePaymentId: string;
  kind: ReturnKind;
  stripeId: string;
  amountCents: Cents;
};

const REASONS: Record<ReturnKind, string> = {
  refund: "Refunded online",
  "refund-failed": "Refund came back",
  chargeback: "Chargeback",
  "chargeback-won": "Chargeback won",
};

/** Once by Stripe's id. null: it is booked already. */
export async function bookReturn(books: Books, given: StripeReturn): Promise<{ eventId: number } | null> {
  const { onlinePaymentId, kind, stripeId, amountCents } = given;
  const row = present(await findOnlinePayment(books, onlinePaymentId), "what comes back was paid");
  const before = await readReturns(books, onlinePaymentId);
  if (before.some((each) => each.stripeId === stripeId && each.kind === kind && each.booked)) return null;
  const backCents = before.reduce((all, each) => (each.booked ? plus(all, each.netCents) : all), ZERO);
  const moved = { row, kind, amountCents, backCents, reason: `${REASONS[kind]} ${stripeId}` };
  const eventId = await (isBackAgain(kind) ? takeAgain(books, moved) : takeBack(books, moved));
  await books.tx.execute(sql`
    insert into books.online_returns (online_payment_id, kind, stripe_id, amount, event_number)
    values (${onlinePaymentId}::uuid, ${kind}, ${stripeId}, ${amountCents}::bigint, ${eventId})
    on conflict (org_id, stripe_id, kind) do update set event_number = excluded.event_number, fault = null,
      noted_at = clock_timestamp()`);
  return { eventId };
}

/** Why the books don't have it yet; it is tried again, and a person sees it until then. */
export async function noteReturnFault({ tx }: Books, given: StripeReturn, fault: string): Promise<void> {
  await tx.execute(sql`
    insert into books.online_returns (online_payment_id, kind, stripe_id, amount, fault)
    values (${given.onlinePaymentId}::uuid, ${given.kind}, ${given.stripeId}, ${given.amountCents}::bigint, ${fault})
    on conflict (org_id, stripe_id, kind) do update set fault = excluded.fault where online_returns.event_number is null`);
}

/** `netCents`: what is away by it, negative where it came back. */
export type KeptReturn = { kind: ReturnKind; stripeId: string; netCents: Cents; booked: boolean };

export async function readReturns({ tx }: Books, onlinePaymentId: string): Promise<KeptReturn[]> {
  const rows = await tx.execute<{ kind: ReturnKind; stripe_id: string; amount: number; booked: boolean }>(sql`
    select kind, stripe_id, amount, event_number is not null as booked from books.online_returns
    where online_payment_id = ${onlinePaymentId}::uuid order by noted_at`);
  return rows.map((row) => ({
    kind: row.kind,
    stripeId: row.stripe_id,
    netCents: cents(isBackAgain(row.kind) ? -row.amount : row.amount),
    booked: row.booked,
  }));
}
