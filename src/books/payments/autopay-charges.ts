// What is taken by autopay: told, taken on its day, tried again as often as was said, and given up. Each day of each is one row, and
// each try of it one online payment.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import {
  isToBeTold,
  nextCharge,
  nextTry,
  planAutopay,
  takenOn,
  ANNOUNCED_DAYS,
  type AutopayState,
  type ChargeState,
} from "@/domain/payments/autopay.ts";
import { addDays, type Day } from "@/domain/values/day.ts";
import { ZERO, cents, minus, smaller, type Cents } from "@/domain/values/money.ts";
import type { OnlineState } from "@/domain/payments/online-state.ts";
import type { PlannedItem } from "@/domain/payments/online.ts";
import type { Books } from "../open.ts";
import { endUnpaid } from "./online-booking.ts";
import { readFreeCredit, readPayable } from "./pay-offer.ts";
import { readOnlineSettings } from "./online-settings.ts";

/** Those whose next day is to be told now. */
export async function readToTell({ tx, today }: Books): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from books.autopays where state = 'active' and next_on <= ${addDays(today, ANNOUNCED_DAYS)}::date
    order by next_on limit 500`);
  return rows.map(({ id }) => id);
}

type ActiveRow = {
  account_id: string;
  currency: string;
  state: AutopayState;
  on_day: number;
  most: number | null;
  next_on: Day;
  stripe_customer: string;
  stripe_method: string;
};

async function lockAutopay({ tx }: Books, autopayId: string): Promise<ActiveRow> {
  const [row] = await tx.execute<ActiveRow>(sql`
    select account_id, currency, state, on_day, most, next_on, stripe_customer, stripe_method
    from books.autopays where id = ${autopayId}::uuid for update`);
  return present(row, "what was agreed to is there");
}

async function planDue(books: Books, row: ActiveRow, chargeOn: Day) {
  const [items, creditCents, settings] = await Promise.all([
    readPayable(books, row.account_id),
    readFreeCredit(books, row.account_id),
    readOnlineSettings(books),
  ]);
  const mostCents = row.most === null ? null : cents(row.most);
  const plan = planAutopay({ items, creditCents, chargeOn, mostCents });
  return plan && settings.inUse && plan.payCents >= settings.smallestCents ? plan : null;
}

/** null: nothing is due on that day; the next day is looked at in its turn. Nothing is taken before `noteTold`. */
export async function announceCharge(books: Books, autopayId: string): Promise<{ chargeId: string } | null> {
  const row = await lockAutopay(books, autopayId);
  const { next_on: chargeOn } = row;
  if (row.state !== "active" || !isToBeTold(chargeOn, books.today)) return null;
  const plan = await planDue(books, row, chargeOn);
  const after = nextCharge(row.on_day, chargeOn > books.today ? chargeOn : books.today);
  await books.tx.execute(sql`
    update books.autopays set next_on = ${after}::date where id = ${autopayId}::uuid`);
  // What nobody could be told of by now is due with this one.
  await books.tx.execute(sql`
    update books.autopay_charges set state = 'skipped'
    where autopay_id = ${autopayId}::uuid and state = 'announced' and told_at is null`);
  if (plan === null) return null;
  const [charge] = await books.tx.execute<{ id: string }>(sql`
    insert into books.autopay_charges (autopay_id, charge_on, amount, try_on)
    values (${autopayId}::uuid, ${chargeOn}::date, ${plan.payCents}::bigint, ${takenOn(chargeOn, books.today)}::date)
    on conflict (org_id, autopay_id, charge_on) do nothing returning id`);
  return charge ? { chargeId: charge.id } : null;
}

/** Those of which no mail went out yet. */
export async function readUntold({ tx }: Books): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select h.id from books.autopay_charges h join books.autopays a on a.id = h.autopay_id
    where h.state = 'announced' and h.told_at is null and a.state = 'active' order by h.try_on, h.id limit 500`);
  return rows.map(({ id }) => id);
}

/** Its mail went out, and said that it is taken on that day. */
export async function noteTold({ tx }: Books, chargeId: string, tryOn: Day): Promise<null> {
  await tx.execute(sql`
    update books.autopay_charges set told_at = clock_timestamp(), try_on = ${tryOn}::date, fault = ''
    where id = ${chargeId}::uuid and told_at is null and state = 'announced'`);
  return null;
}

/** Why nobody could be told of it yet. */
export async function noteUntold({ tx }: Books, chargeId: string, why: string): Promise<void> {
  await tx.execute(sql`
    update books.autopay_charges set fault = ${why.slice(0, 500)}
    where id = ${chargeId}::uuid and told_at is null and state = 'announced'`);
}

/** Those whose day has come, and those that were begun and whose end isn't known. */
export async function readDueCharges({ tx, today }: Books): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from books.autopay_charges
    where state in ('announced', 'charging', 'retrying') and told_at is not null and try_on <= ${today}::date order by try_on, id limit 500`);
  return rows.map(({ id }) => id);
}

type ChargeRow = {
  id: string;
  autopay_id: string;
  charge_on: Day;
  amount: number;
  state: ChargeState;
  tries: number;
  try_on: Day;
  told_at: string | null;
  online_payment_id: string | null;
};

async function lockCharge({ tx }: Books, chargeId: string): Promise<ChargeRow> {
  const [row] = await tx.execute<ChargeRow>(sql`
    select id, autopay_id, charge_on, amount, state, tries, try_on, told_at, online_payment_id
    from books.autopay_charges where id = ${chargeId}::uuid for update`);
  return present(row, "what was told is there");
}

export type Try = {
  onlinePaymentId: string;
  amountCents: Cents;
  currency: string;
  customer: string;
  method: string;
  state: OnlineState;
  /** Stripe's, once we know that it was asked. */
  intentId: string | null;
  /** Of an earlier night: it may have been asked for, and its answer lost. */
  isTakenUp: boolean;
  /** Else nothing more may be asked for. */
  isActive: boolean;
};

/**
 * Begins a try, or goes on with the one that was begun: never a second before the first is over. Taken is what is due of what was
 * told, and never more. null where it isn't its day, it was stopped, or nothing is due any more.
 */
export async function beginTry(books: Books, chargeId: string): Promise<Try | null> {
  const charge = await lockCharge(books, chargeId);
  const row = await lockAutopay(books, charge.autopay_id);
  const { stripe_customer: customer, stripe_method: method, currency } = row;
  if (charge.state === "charging") {
    const onlinePaymentId = present(charge.online_payment_id, "a try is an online payment");
    const [begun] = await books.tx.execute<{ amount: number; state: OnlineState; intent_id: string | null }>(
      sql`select amount, state, intent_id from books.online_payments where id = ${onlinePaymentId}::uuid`,
    );
    const { amount, state, intent_id: intentId } = present(begun, "it is there");
    const stands = { state, intentId, isTakenUp: true, isActive: row.state === "active" };
    return { onlinePaymentId, amountCents: cents(amount), currency, customer, method, ...stands };
  }
  if (charge.state !== "announced" && charge.state !== "retrying") return null;
  if (charge.told_at === null || charge.try_on > books.today) return null;
  const plan = row.state === "active" ? await planDue(books, row, charge.charge_on) : null;
  if (plan === null) {
    await books.tx.execute(
      sql`update books.autopay_charges set state = 'skipped' where id = ${chargeId}::uuid`,
    );
    return null;
  }
  const amountCents = smaller(plan.payCents, cents(charge.amount));
  const [made] = await books.tx.execute<{ id: string }>(sql`
    insert into books.online_payments (account_id, currency, amount, surcharge, planned)
    values (${row.account_id}::uuid, ${currency}, ${amountCents}::bigint, 0,
      ${JSON.stringify(upTo(plan.items, amountCents))}) returning id`);
  const onlinePaymentId = present(made, "it was begun").id;
  await books.tx.execute(sql`
    update books.autopay_charges set state = 'charging', tries = tries + 1, online_payment_id = ${onlinePaymentId}::uuid,
      try_on = ${books.today}::date where id = ${chargeId}::uuid`);
  const stands = { state: "started", intentId: null, isTakenUp: false, isActive: true } as const;
  return { onlinePaymentId, amountCents, currency, customer, method, ...stands };
}

/** Stopped before anything was asked for: nothing is. */
export async function skipTry(books: Books, chargeId: string): Promise<null> {
  const charge = await lockCharge(books, chargeId);
  if (charge.state !== "charging" || charge.online_payment_id === null) return null;
  await endUnpaid(books, charge.online_payment_id, "expired");
  await books.tx.execute(sql`
    update books.autopay_charges set state = 'skipped' where id = ${chargeId}::uuid`);
  return null;
}

/** What is paid of a plan by less than all of it, in its order. */
function upTo(items: readonly PlannedItem[], amountCents: Cents): PlannedItem[] {
  let left = amountCents;
  return items.flatMap((item) => {
    const payCents = smaller(item.payCents, left);
    left = minus(left, payCents);
    return payCents === ZERO && item.creditCents === ZERO ? [] : [{ ...item, payCents }];
  });
}

/** What became of a try. "again" and "given-up" are told to the customer; null while nothing is known. */
export type TryEnd = "paid" | "again" | "given-up" | null;

/** `refused`: why, in Stripe's words. Given up, autopay is stopped. */
export async function endTry(books: Books, chargeId: string, refused: string): Promise<TryEnd> {
  const charge = await lockCharge(books, chargeId);
  if (charge.state !== "charging") return null;
  const [payment] = await books.tx.execute<{ state: OnlineState }>(sql`
    select state from books.online_payments where id = ${charge.online_payment_id}::uuid`);
  const { state } = present(payment, "a try is an online payment");
  if (state === "started") return null;
  if (state === "paid") {
    await books.tx.execute(sql`update books.autopay_charges set state = 'paid' where id = ${chargeId}::uuid`);
    return "paid";
  }
  const again = nextTry(charge.tries, books.today);
  await books.tx.execute(sql`
    update books.autopay_charges set state = ${again === null ? "failed" : "retrying"}, fault = ${refused.slice(0, 500)},
      try_on = coalesce(${again}::date, try_on) where id = ${chargeId}::uuid`);
  if (again !== null) return "again";
  await books.tx.execute(sql`
    update books.autopays set state = 'stopped', stopped_at = clock_timestamp(), stopped_by = 'Could not be taken'
    where id = ${charge.autopay_id}::uuid and state = 'active'`);
  return "given-up";
}
