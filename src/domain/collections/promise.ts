// A customer's promise to pay: a day, and an amount or all that was owed when it was given. Whether it was kept is worked out
// from what was paid since, so that nobody has to remember to say so.
import { addDays, type Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";

/** No promise is for later than that. */
export const PROMISE_DAYS = 90;

export type PaymentPromise = {
  promiseId: string;
  promisedOn: Day;
  /** What was promised; null for all that was owed. */
  amountCents: Cents | null;
  /** What was owed when it was given. */
  owedCents: Cents;
  madeOn: Day;
  madeAt: string;
  madeBy: string;
  /** Another one was given since. */
  isReplaced: boolean;
};

export type PromiseState = "waiting" | "kept" | "broken" | "replaced";

export const PROMISE_STATE_WORDS: Readonly<Record<PromiseState, string>> = {
  waiting: "Promised",
  kept: "Kept",
  broken: "Broken",
  replaced: "Replaced",
};

/** The amount that keeps it. */
export const promisedCents = ({
  amountCents,
  owedCents,
}: Pick<PaymentPromise, "amountCents" | "owedCents">): Cents => amountCents ?? owedCents;

/** `paidCents`: money that came in since the promise, until the end of its day. The day itself still counts. */
export function promiseState(
  promise: Pick<PaymentPromise, "promisedOn" | "amountCents" | "owedCents" | "isReplaced">,
  { paidCents, today }: { paidCents: Cents; today: Day },
): PromiseState {
  if (paidCents >= promisedCents(promise)) return "kept";
  if (promise.isReplaced) return "replaced";
  return promise.promisedOn < today ? "broken" : "waiting";
}

export const mayPromise = (promisedOn: Day, today: Day): boolean =>
  promisedOn >= today && promisedOn <= addDays(today, PROMISE_DAYS);
