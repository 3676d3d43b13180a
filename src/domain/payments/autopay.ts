// Autopay: a customer lets the business take what is due from them, on a day of each month, told before and never more than they said.
// The day is told so many days before; what is due is reckoned again on the day itself, and is never more than was told.
import { addDays, addMonths, day, later, monthOf, type Day } from "../values/day.ts";
import { ZERO, smaller, type Cents } from "../values/money.ts";
import { planOnlinePayment, type PayableItem, type PayPlan } from "./online.ts";

export const AUTOPAY_STATES = ["asked", "active", "stopped"] as const;
export type AutopayState = (typeof AUTOPAY_STATES)[number];

/** "failed": it couldn't be taken, and isn't tried again. "skipped": nothing was due any more. */
export const CHARGE_STATES = ["announced", "charging", "retrying", "paid", "failed", "skipped"] as const;
export type ChargeState = (typeof CHARGE_STATES)[number];

/** What a mail about a charge says. */
export const CHARGE_MAILS = ["announce", "again", "given-up"] as const;
export type ChargeMail = (typeof CHARGE_MAILS)[number];

/** So many days before it is told. */
export const ANNOUNCED_DAYS = 3;
/** After each try that failed, so many days to the next; then it is told and stopped. */
const RETRY_DAYS = [3, 4] as const;

/** A day that every month has. */
export const isAutopayDay = (of: number): boolean => Number.isInteger(of) && of >= 1 && of <= 28;

const onDay = (month: Day, of: number): Day => day(`${month.slice(0, 8)}${String(of).padStart(2, "0")}`);

/** The next day on which it is taken, told in time; from `from` on, the day it was agreed or the day after the last. */
export function nextCharge(of: number, from: Day): Day {
  const told = addDays(from, ANNOUNCED_DAYS);
  const thisMonth = onDay(monthOf(told), of);
  return thisMonth >= told ? thisMonth : onDay(addMonths(monthOf(told), 1), of);
}

/** Whether it is to be told today: from so many days before it on, also where that was missed. */
export const isToBeTold = (chargeOn: Day, today: Day): boolean => addDays(today, ANNOUNCED_DAYS) >= chargeOn;

/** When it is taken, told today: on its day, or as many days from now as it has to be told before. */
export const takenOn = (chargeOn: Day, toldOn: Day): Day => later(chargeOn, addDays(toldOn, ANNOUNCED_DAYS));

/** null where it isn't tried again. `tries`: with the one that failed. */
export function nextTry(tries: number, today: Day): Day | null {
  const days = RETRY_DAYS[tries - 1];
  return days === undefined ? null : addDays(today, days);
}

type Due = { items: readonly PayableItem[]; creditCents: Cents; chargeOn: Day; mostCents: Cents | null };

/** All that is due by its day, less the open credit; at most what was agreed to, oldest first. null for nothing. What is due isn't early: nothing is kept. */
export function planAutopay({ items, creditCents, chargeOn, mostCents }: Due): PayPlan | null {
  const due = items
    .filter((item) => item.dueOn <= chargeOn && item.issuedOn <= chargeOn && !item.isDisputed)
    .map((item) => ({ ...item, offer: null }));
  const open = due.reduce((all, item) => all + item.openCents, 0);
  if (open <= creditCents) return null;
  const given = { items: due, creditCents, today: chargeOn };
  const whole = planOnlinePayment({ kind: "all" }, given);
  if (mostCents === null || whole.payCents <= mostCents) return whole;
  return mostCents === ZERO
    ? null
    : planOnlinePayment({ kind: "amount", amountCents: smaller(whole.payCents, mostCents) }, given);
}
