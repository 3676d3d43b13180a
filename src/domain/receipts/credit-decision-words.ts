// What a till is told of a no: why not, and what would make it pass.
import { cantChargeWords, overJobWords, overLimitWords } from "../credit/charging-words.ts";
import type { AccountFigures, BoundBy, WhyNot } from "../ledger/account.ts";
import { REFUSALS } from "../refusal.ts";
import { ZERO, minus, smaller, type Cents } from "../values/money.ts";
import type { Decided, DecidedNo } from "./credit-decision.ts";

const WOULD_PASS: Record<WhyNot | "archived", string> = {
  archived: "Bring the customer back from the archive.",
  hold: "Take the account off hold.",
  "held-for-age": "Pay what is overdue, or exempt the account from holds for age.",
  "held-over": "Pay what is above the limit, or raise it.",
  "not-allowed": "Allow charging in the account’s credit terms.",
  "no-limit": "Set a credit limit.",
  "no-address": "Add an address.",
  "charge-off": "Put the account back in good standing.",
  closed: "Open the account again.",
  "parent-on-hold": "Take the parent’s account off hold.",
  "no-shared-limit": "Set a limit for the parent.",
};

/** By who may charge and on what order; its reasons are the counter's. */
const NAME_OTHERWISE = {
  "buyer-needed": "Name one of the people who may charge to this account.",
  "buyer-not-authorised": "Name somebody else who may charge here, or have them put on the account.",
  "over-buyer-limit": "Charge less, or name somebody who may charge more.",
  "po-needed": "Give the number of the purchase order.",
  "order-needed": "Name a blanket purchase order of the account.",
  "order-ended": "Name another purchase order.",
  "over-order": "Charge less, or name a purchase order with more left.",
} as const;

/** Whoever stands there may not, though the account could. */
export type NotThey = Extract<DecidedNo, keyof typeof NAME_OTHERWISE>;

export const isNotThey = (because: string): because is NotThey => Object.hasOwn(NAME_OTHERWISE, because);

type Write = (amount: Cents) => string;

/** For whoever stands at the till: why not, and what to do about it. */
export function decisionWords(
  { because, figures, can }: Decided,
  { amountCents, account, write }: { amountCents: Cents; account: AccountFigures; write: Write },
): { reason: string | null; wouldPass: string | null } {
  if (because === null) return { reason: null, wouldPass: null };
  if (isNotThey(because)) return { reason: REFUSALS[because], wouldPass: NAME_OTHERWISE[because] };
  if (because === "archived") return { reason: "This customer is archived.", wouldPass: WOULD_PASS[because] };
  if (can.kind === "refused")
    return { reason: cantChargeWords(can, account, write), wouldPass: WOULD_PASS[can.because] };
  if (because === "over-job-limit") return overJob(figures.jobRoomCents ?? ZERO, amountCents, write);
  const amount = can.kind === "amount" ? can.amountCents : ZERO;
  const bound: BoundBy | undefined = can.kind === "amount" ? can.bound : undefined;
  const job = figures.jobRoomCents;
  const most = job === null ? amount : smaller(amount, job);
  const short = write(minus(amountCents, amount));
  const whose = bound ? `the limit of ${bound.name} and its children` : "the limit";
  return {
    reason: overLimitWords(amountCents, { amountCents: amount, bound }, write),
    wouldPass: `A payment of ${short}, ${short} more on ${whose}${most > 0 ? `, or a charge of ${write(most)} at most` : ""}.`,
  };
}

function overJob(room: Cents, amountCents: Cents, write: Write) {
  const short = write(minus(amountCents, room));
  return {
    reason: overJobWords(amountCents, room, write),
    wouldPass: `A payment of ${short} towards the job’s invoices, ${short} more on the job’s limit${room > 0 ? `, or a charge of ${write(room)} at most` : ""}.`,
  };
}
