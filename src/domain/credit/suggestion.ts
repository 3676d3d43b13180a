// What a limit could be, by how the account pays. A rule and nothing else: the same figures always give the same answer,
// and each answer names the figures behind it. A person decides.
import { formatPercent } from "../values/percent-words.ts";
import type { CreditStatus } from "../ledger/account.ts";
import { cents, type Cents } from "../values/money.ts";
import { HABIT_DAYS, type PayingHabit } from "./paying-habit.ts";

export type Suggestion =
  | { kind: "raise" | "lower"; limitCents: Cents; because: string[] }
  | { kind: "look" | "keep"; because: string[] };

export type Suggested = {
  habit: PayingHabit;
  status: CreditStatus;
  /** The standing limit; null where none is set or there is none. */
  limitCents: Cents | null;
  usedCents: Cents;
};

/** So few say nothing of a habit. */
const FEWEST_PAID = 5;
/** In time, as the trade sees it. */
const SOON_DAYS = 5;
/** So late on average, or so long past due, is a reason to give less. */
const LATE_DAYS = 30;
const TOO_LATE_DAYS = 60;
/** Whoever uses more than this part of the limit could use more of one. */
const FULL = 0.7;
/** Beside what is usual, room for a busy month. */
const ROOM = 1.5;
const MOST_TIMES = 2;

type Written = { write: (amount: Cents) => string; locale: string };

export function suggestLimit(
  { habit, status, limitCents, usedCents }: Suggested,
  { write, locale }: Written,
): Suggestion {
  const { oldestDaysPastDue, paidInvoices, daysToPay, daysLate, invoicedCents } = habit;
  const oldest = oldestDaysPastDue ?? 0;
  if (status === "charge-off" || status === "closed")
    return { kind: "keep", because: ["The account is closed to charges."] };
  if (oldest >= TOO_LATE_DAYS)
    return {
      kind: "look",
      because: [`Its oldest debt is ${oldest} days past due.`, "Hold it, or agree on payments."],
    };
  if (limitCents === null) return { kind: "keep", because: ["No limit is set that could be more or less."] };
  if (paidInvoices < FEWEST_PAID || daysToPay === null || daysLate === null)
    return {
      kind: "keep",
      because: [`${paidInvoices} invoices were paid in a year; a habit takes ${FEWEST_PAID}.`],
    };
  if (invoicedCents === null)
    return { kind: "keep", because: ["What was invoiced in a year is too much to add up."] };
  const usual = usualUse(invoicedCents, daysToPay);
  const said = [
    `Pays ${write(invoicedCents)} a year in ${daysToPay} days, ${habit.paidLate} of ${paidInvoices} invoices late.`,
    `That is usually ${write(usual)} owed at a time.`,
  ];
  if (daysLate > LATE_DAYS) {
    const less = roundedUp(usual);
    return less < limitCents
      ? { kind: "lower", limitCents: less, because: [...said, `${daysLate} days late on average.`] }
      : { kind: "look", because: [...said, `${daysLate} days late on average.`] };
  }
  const wanted = Math.min(roundedUp(cents(Math.round(usual * ROOM))), limitCents * MOST_TIMES);
  const isFull = usedCents >= limitCents * FULL;
  if (daysLate <= SOON_DAYS && oldest <= SOON_DAYS && isFull && wanted > limitCents)
    return {
      kind: "raise",
      limitCents: cents(wanted),
      because: [
        ...said,
        `${formatPercent(Math.round((usedCents / limitCents) * 100), locale)} of the limit is in use.`,
      ],
    };
  return { kind: "keep", because: said };
}

/** Whether there is more to say than that the terms can stay. */
export const isSuggested = (given: Suggested): boolean =>
  suggestLimit(given, { write: String, locale: "en-US" }).kind !== "keep";

/** "Raise to 4,500.00", "Look at it"; null where the terms can stay. */
export function suggestionWords(suggestion: Suggestion, write: Written["write"]): string | null {
  if ("limitCents" in suggestion)
    return `${suggestion.kind === "raise" ? "Raise" : "Lower"} to ${write(suggestion.limitCents)}`;
  return suggestion.kind === "look" ? "Look at it" : null;
}

/** What is owed at a time by who buys so much a year and takes so many days to pay. */
const usualUse = (invoicedCents: Cents, daysToPay: number): Cents =>
  cents(Math.round((invoicedCents * daysToPay) / HABIT_DAYS));

/** To two figures, as limits are: 12,345.67 is 13,000.00. */
function roundedUp(amount: Cents): Cents {
  if (amount <= 0) return cents(0);
  const step = Math.max(100, 10 ** (Math.floor(Math.log10(amount)) - 1));
  return cents(Math.ceil(amount / step) * step);
}
