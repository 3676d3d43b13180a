// Paying online from behind a link: what there is to pay, and a payment that is begun. Nothing is booked until the money is there.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { freeCreditOf } from "@/domain/ledger/earmark.ts";
import {
  planOnlinePayment,
  surchargeOf,
  type PayableItem,
  type PayChoice,
  type PayPlan,
} from "@/domain/payments/online.ts";
import type { OnlineState } from "@/domain/payments/online-state.ts";
import type { PayOffer, SeenPayment } from "@/domain/payments/pay-offer.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, cents, larger, minus, type Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
import { readOnlineSettings } from "./online-settings.ts";

/** So many can be chosen one by one, what was due first; the others are paid with "all". */
const CHOOSABLE = 50;

type OfferRow = {
  id: number;
  name: string;
  due_on: Day;
  open: number;
  payable: number;
  past_due: number;
  disputed: number;
  is_disputed: boolean;
};

/** null where nothing can be paid online: it is off, or nothing is left to pay and nothing is under way. */
export async function readPayOffer(books: Books, accountId: string): Promise<PayOffer | null> {
  const settings = await readOnlineSettings(books);
  if (!settings.inUse) return null;
  const [rows, credit, underWayCents] = await Promise.all([
    readOffered(books, accountId),
    readCredit(books, accountId),
    readUnderWay(books, accountId),
  ]);
  const first = rows[0] ?? { payable: 0, past_due: 0, disputed: 0 };
  const left = (open: number) => larger(ZERO, minus(cents(open), credit.freeCents));
  const payableCents = left(first.payable);
  const isPayable = payableCents >= settings.smallestCents;
  if (!isPayable && underWayCents === ZERO) return null;
  const allCents = isPayable ? payableCents : ZERO;
  return {
    allCents,
    underWayCents,
    pastDueCents: left(first.past_due),
    creditCents: minus(cents(first.payable), payableCents),
    setAsideCents: credit.earmarkedCents,
    disputedCents: cents(first.disputed),
    surcharge: settings.surcharge,
    smallestCents: settings.smallestCents,
    items: rows.flatMap((row) =>
      row.is_disputed
        ? []
        : [{ itemId: row.id, name: row.name, dueOn: row.due_on, openCents: cents(row.open) }],
    ),
  };
}

/** By an item: what of it a payment is meant for that the payer is done with and whose money isn't there yet. */
const UNDER_WAY = (accountId: string) => sql`
  select (p ->> 'itemId')::bigint as item_id, sum((p ->> 'payCents')::bigint + (p ->> 'creditCents')::bigint)::bigint as cents,
    sum((p ->> 'creditCents')::bigint)::bigint as credit_cents
  from books.online_payments o cross join lateral json_array_elements(o.planned::json) p
  where o.account_id = ${accountId}::uuid and o.state = 'started' and o.intent_id is not null group by 1`;

const OPEN = sql`greatest(i.amount - i.applied - i.reversed - coalesce(u.cents, 0), 0)`;

async function readUnderWay({ tx }: Books, accountId: string): Promise<Cents> {
  const [row] = await tx.execute<{ cents: number }>(sql`
    select coalesce(sum(amount), 0)::bigint as cents from books.online_payments
    where account_id = ${accountId}::uuid and state = 'started' and intent_id is not null`);
  return cents(row?.cents ?? 0);
}

async function readOffered({ tx, today }: Books, accountId: string): Promise<OfferRow[]> {
  return tx.execute<OfferRow>(sql`
    select o.*, coalesce(sum(open) filter (where not is_disputed) over (), 0)::bigint as payable,
      coalesce(sum(open) filter (where not is_disputed and due_on < ${today}::date) over (), 0)::bigint as past_due,
      coalesce(sum(open) filter (where is_disputed) over (), 0)::bigint as disputed
    from (
      select i.id, coalesce(v.number, e.label) as name, i.due_on, ${OPEN} as open,
        coalesce(v.disputed, false) as is_disputed
      from books.items i join books.events e on e.number = i.id left join books.invoices v on v.id = i.document_id
        left join (${UNDER_WAY(accountId)}) u on u.item_id = i.id
      where i.account_id = ${accountId}::uuid and ${OPEN} > 0 and i.effective_on <= ${today}::date) o
    order by is_disputed, due_on, name collate books.natural, id limit ${CHOOSABLE}`);
}

async function readCredit({ tx }: Books, accountId: string) {
  const [row] = await tx.execute<{ open_credit: number; earmarked: number; used: number }>(sql`
    select open_credit, earmarked,
      (select coalesce(sum(u.credit_cents), 0) from (${UNDER_WAY(accountId)}) u)::bigint as used
    from books.accounts where id = ${accountId}::uuid`);
  const { open_credit: open, earmarked, used } = present(row, "the account is there");
  const free = freeCreditOf({ openCreditCents: cents(open), earmarkedCents: cents(earmarked) });
  return { freeCents: larger(ZERO, minus(free, cents(used))), earmarkedCents: cents(earmarked) };
}

/** What can be used of it: the rest is set aside. */
export const readFreeCredit = async (books: Books, accountId: string): Promise<Cents> =>
  (await readCredit(books, accountId)).freeCents;

export async function readPayable({ tx }: Books, accountId: string): Promise<PayableItem[]> {
  const rows = await tx.execute<{
    id: number;
    number: string;
    effective_on: Day;
    due_on: Day;
    open: number;
    is_disputed: boolean;
  }>(sql`
    select i.id, coalesce(v.number, '') as number, i.effective_on, i.due_on, ${OPEN} as open,
      coalesce(v.disputed, false) as is_disputed
    from books.items i left join books.invoices v on v.id = i.document_id
      left join (${UNDER_WAY(accountId)}) u on u.item_id = i.id
    where i.account_id = ${accountId}::uuid and ${OPEN} > 0`);
  return rows.map((row) => ({
    itemId: row.id,
    number: row.number,
    issuedOn: row.effective_on,
    dueOn: row.due_on,
    openCents: cents(row.open),
    isDisputed: row.is_disputed,
  }));
}

/** What a choice comes to as things stand now. Refuses as `planOnlinePayment` does. */
export async function planNow(books: Books, accountId: string, choice: PayChoice): Promise<PayPlan> {
  const [items, creditCents] = await Promise.all([
    readPayable(books, accountId),
    readFreeCredit(books, accountId),
  ]);
  return planOnlinePayment(choice, { items, creditCents, today: books.today });
}

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

/** Of that account; another's isn't there. */
export async function readSeenPayment(
  { tx }: Books,
  accountId: string,
  onlinePaymentId: string,
): Promise<SeenPayment> {
  const [row] = await tx.execute<{
    state: OnlineState;
    amount: number;
    surcharge: number;
    currency: string;
    credit: number;
    session_url: string | null;
  }>(sql`
    select o.state, o.amount, o.surcharge, o.currency, o.session_url,
      coalesce(c.amount - c.applied - c.refunded - c.reversed, 0) as credit
    from books.online_payments o left join books.payments p on p.id = o.payment_id
    left join books.credits c on c.id = p.event_number
    where o.id = ${onlinePaymentId}::uuid and o.account_id = ${accountId}::uuid`);
  if (!row) throw new Refusal("not-found");
  return {
    state: row.state,
    amountCents: cents(row.amount),
    surchargeCents: cents(row.surcharge),
    currency: row.currency,
    creditCents: cents(row.credit),
    sessionUrl: row.session_url,
  };
}
