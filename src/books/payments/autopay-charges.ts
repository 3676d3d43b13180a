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
import { readRecipient } from "./autopay.ts";
import { readFreeCredit, readPayable } from "./online-payments.ts";
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

/** null: nothing is due on that day, or there is nobody to tell; the next day is looked at in its turn. */
export async function announceCharge(books: Books, autopayId: string): Promise<{ chargeId: string } | null> {
  const row = await lockAutopay(books, autopayId);
  const { next_on: chargeOn } = row;
  if (row.state !== "active" || !isToBeTold(chargeOn, books.today)) return null;
  const plan = await planDue(books, row, chargeOn);
  const isHeard = (await readRecipient(books, row.account_id)) !== null;
  const after = nextCharge(row.on_day, chargeOn > books.today ? chargeOn : books.today);
  await books.tx.execute(sql`
    update books.autopays set next_on = ${after}::date where id = ${autopayId}::uuid`);
  if (plan === null || !isHeard) return null;
  const [charge] = await books.tx.execute<{ id: string }>(sql`
    insert into books.autopay_charges (autopay_id, charge_on, amount, try_on)
    values (${autopayId}::uuid, ${chargeOn}::date, ${plan.payCents}::bigint, ${takenOn(chargeOn, books.today)}::date)
    on conflict (org_id, autopay_id, charge_on) do nothing returning id`);
  return charge ? { chargeId: charge.id } : null;
}

/** Those whose day has come, and those that were begun and whose end isn't known. */
export async function readDueCharges({ tx, today }: Books): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from books.autopay_charges
    where state in ('announced', 'charging', 'retrying') and try_on <= ${today}::date order by try_on, id limit 500`);
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
  online_payment_id: string | null;
};

async function lockCharge({ tx }: Books, chargeId: string): Promise<ChargeRow> {
  const [row] = await tx.execute<ChargeRow>(sql`
    select id, autopay_id, charge_on, amount, state, tries, try_on, online_payment_id
    from books.autopay_charges where id = ${chargeId}::uuid for update`);
  return present(row, "what was told is there");
}

export type Try = {
  onlinePaymentId: string;
  amountCents: Cents;
  currency: string;
  customer: string;
  method: string;
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
    const [begun] = await books.tx.execute<{ amount: number }>(sql`
      select amount from books.online_payments where id = ${onlinePaymentId}::uuid`);
    return {
      onlinePaymentId,
      amountCents: cents(present(begun, "it is there").amount),
      currency,
      customer,
      method,
    };
  }
  if ((charge.state !== "announced" && charge.state !== "retrying") || charge.try_on > books.today)
    return null;
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
  return { onlinePaymentId, amountCents, currency, customer, method };
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

export async function noteIntent({ tx }: Books, onlinePaymentId: string, intentId: string): Promise<void> {
  await tx.execute(sql`
    update books.online_payments set intent_id = ${intentId}
    where id = ${onlinePaymentId}::uuid and intent_id is null`);
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
