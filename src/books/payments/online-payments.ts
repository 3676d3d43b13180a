// A payment that is begun from behind a link, and what its payer sees of it. Nothing is booked until the money is there.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { surchargeOf, type PayChoice } from "@/domain/payments/online.ts";
import type { OnlineState } from "@/domain/payments/online-state.ts";
import type { SeenPayment } from "@/domain/payments/pay-offer.ts";
import { Refusal } from "@/domain/refusal.ts";
import { ZERO, cents, larger, minus, type Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
import { readOnlineSettings } from "./online-settings.ts";
import { planNow } from "./pay-offer.ts";

/** `createdAt` as the database writes it. */
export type StartedPayment = {
  onlinePaymentId: string;
  amountCents: Cents;
  surchargeCents: Cents;
  currency: string;
  createdAt: string;
};

type Started = { accountId: string; currency: string; linkId: string | null };

/** Refuses with "online-off" and "amount-too-small", and as the plan does. */
export async function startOnlinePayment(
  books: Books,
  { accountId, currency, linkId }: Started,
  choice: PayChoice,
): Promise<StartedPayment> {
  const settings = await readOnlineSettings(books);
  if (!settings.inUse) throw new Refusal("online-off");
  const plan = await planNow(books, accountId, choice);
  if (plan.payCents < settings.smallestCents) throw new Refusal("amount-too-small");
  const surchargeCents = surchargeOf(plan.payCents, settings.surcharge);
  const [row] = await books.tx.execute<{ id: string; created_at: string }>(sql`
    insert into books.online_payments (account_id, currency, link_id, amount, surcharge, planned)
    values (${accountId}::uuid, ${currency}, ${linkId}::uuid, ${plan.payCents}::bigint, ${surchargeCents}::bigint,
      ${JSON.stringify(plan.items)})
    returning id, created_at`);
  const { id: onlinePaymentId, created_at: createdAt } = present(row, "it was begun");
  return { onlinePaymentId, amountCents: plan.payCents, surchargeCents, currency, createdAt };
}

/** Where the customer pays. The first session of a payment stays its session. */
export async function noteSession(
  { tx }: Books,
  { onlinePaymentId, sessionId, url }: { onlinePaymentId: string; sessionId: string; url: string },
): Promise<void> {
  await tx.execute(sql`
    update books.online_payments set session_id = ${sessionId}, session_url = ${url}
    where id = ${onlinePaymentId}::uuid and session_id is null and state = 'started'`);
}

/** Of that account, or begun from that link; another's isn't there. */
export async function readSeenPayment(
  { tx }: Books,
  of: { accountId: string } | { linkId: string },
  onlinePaymentId: string,
): Promise<SeenPayment> {
  const [row] = await tx.execute<{
    state: OnlineState;
    amount: number;
    surcharge: number;
    currency: string;
    credit: number;
    meant: number;
    kept: number;
    ever_kept: number;
    session_url: string | null;
  }>(sql`
    select o.state, o.amount, o.surcharge, o.currency, o.session_url,
      coalesce(c.amount - c.applied - c.refunded - c.reversed, 0) as credit,
      (select coalesce(sum((m ->> 'discountCents')::bigint), 0)
        from json_array_elements(o.planned::json) m)::bigint as meant,
      early.kept, early.ever_kept
    from books.online_payments o left join books.payments p on p.id = o.payment_id
    left join books.credits c on c.id = p.event_number
    cross join lateral (
      select coalesce(sum(k.amount), 0)::bigint as ever_kept,
        coalesce(sum(k.amount) filter (where not exists (
          select from books.events r where r.reverses = d.number)), 0)::bigint as kept
      from books.events d join books.credits k on k.id = d.number
      where d.kind = 'discount' and d.document_id = p.id and d.account_id = p.account_id) early
    where o.id = ${onlinePaymentId}::uuid and ${
      "linkId" in of ? sql`o.link_id = ${of.linkId}::uuid` : sql`o.account_id = ${of.accountId}::uuid`
    }`);
  if (!row) throw new Refusal("not-found");
  return {
    state: row.state,
    amountCents: cents(row.amount),
    surchargeCents: cents(row.surcharge),
    currency: row.currency,
    creditCents: cents(row.credit),
    keptCents: cents(row.kept),
    lostCents: row.state === "paid" ? larger(ZERO, minus(cents(row.meant), cents(row.ever_kept))) : ZERO,
    sessionUrl: row.session_url,
  };
}
