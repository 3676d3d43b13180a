// Looks at what Stripe says of one online payment, and books what isn't booked yet. It doesn't matter who asked for it, how often, or
// what we were told before: each part of it is a command of its own, under Stripe's own id.
import {
  bookPaid,
  endUnpaid,
  findOnlinePayment,
  noteFault,
  noteFee,
  noteIntent,
  notePayout,
  type KeptOnlinePayment,
} from "@/books/payments/online-booking.ts";
import {
  bookReturn,
  noteReturnFault,
  readReturns,
  type KeptReturn,
  type StripeReturn,
} from "@/books/payments/online-returns.ts";
import { readOnlineSettings } from "@/books/payments/online-settings.ts";
import { changeBooks, noteInBooks, readBooks } from "@/books/open.ts";
import type { OnlineTruth, PaidMoney } from "@/domain/payments/online-truth.ts";
import { REFUSALS, Refusal } from "@/domain/refusal.ts";
import { dayOfInstant, msOf } from "@/domain/values/instant.ts";
import type { SystemActor } from "../actor.ts";
import { now } from "../clock.ts";
import { log } from "../log.ts";
import { secretKeyOf } from "./keys.ts";
import { isUnknown, stripeWith, type Stripe } from "./stripe.ts";
import { askStripe } from "./truth.ts";

/** Within it, a page to pay on is left open; one that nobody was ever led to is over then, too. */
export const CHECKOUT_HOURS = 2;

/** null without keys: nothing can be asked. */
export async function stripeOf(actor: SystemActor): Promise<Stripe | null> {
  const key = secretKeyOf(actor, await readBooks(actor, readOnlineSettings));
  return key === null ? null : stripeWith(key);
}

export async function lookAtPayment(actor: SystemActor, onlinePaymentId: string): Promise<void> {
  const row = await readBooks(actor, (books) => findOnlinePayment(books, onlinePaymentId));
  if (!row) return;
  const stripe = await stripeOf(actor);
  if (!stripe) return stranded(actor, row, NO_KEY);
  const known = await readBooks(actor, (books) => readReturns(books, onlinePaymentId));
  const truth = await truthOf(actor, stripe, { ...row, hasReturns: known.length > 0 });
  if (truth === "unknown") return stranded(actor, row, OTHER_KEY);
  if (truth === null) return;
  const { underWayBy } = truth;
  if (underWayBy !== null && row.intentId === null)
    await noteInBooks(actor, (books) => noteIntent(books, onlinePaymentId, underWayBy));
  if (truth.state === "failed" || truth.state === "expired") await end(actor, row, truth.state);
  if (truth.money && (await paid(actor, row, truth.money))) await comeBack(actor, row, { truth, known });
}

async function truthOf(
  actor: SystemActor,
  stripe: Stripe,
  row: KeptOnlinePayment & { hasReturns: boolean },
): Promise<OnlineTruth | "unknown" | null> {
  try {
    return (await askStripe(stripe, row, actor.zone)) ?? nobodyLed(row);
  } catch (error) {
    if (await isUnknown(error)) return "unknown";
    throw error;
  }
}

const NO_KEY = "There is no Stripe key any more, so nobody can say whether it was paid. Enter it again.";
const OTHER_KEY =
  "Stripe doesn’t know it by the key that is there now. Look under the key before, and record what was paid by hand.";

/** A person sees why. What can't be asked about for ever isn't waited for; what can be, once the key is back, still is. */
async function stranded(actor: SystemActor, row: KeptOnlinePayment, fault: string): Promise<void> {
  if (now().getTime() - msOf(row.createdAt) < CHECKOUT_HOURS * 3_600_000) return;
  if (fault === OTHER_KEY) await end(actor, row, "expired");
  await noteInBooks(actor, (books) => noteFault(books, row.onlinePaymentId, fault));
}

/** A try of autopay isn't over by itself: it may have been asked for, and whoever goes on with it looks for that. */
function nobodyLed({ createdAt, linkId }: KeptOnlinePayment): OnlineTruth | null {
  const isOver = linkId !== null && now().getTime() - msOf(createdAt) > CHECKOUT_HOURS * 3_600_000;
  return isOver ? { state: "expired", money: null, underWayBy: null, refunds: [], chargebacks: [] } : null;
}

async function end(
  actor: SystemActor,
  { onlinePaymentId, state }: KeptOnlinePayment,
  to: "failed" | "expired",
) {
  if (state !== "started") return;
  const command = {
    key: `online-${to}:${onlinePaymentId}`,
    procedure: "onlinePayments.end",
    input: { onlinePaymentId, to },
  };
  await changeBooks(actor, command, (books) => endUnpaid(books, onlinePaymentId, to));
}

/** Whether it is booked now. What keeps it from the books is said on it, and it is tried again. */
async function paid(actor: SystemActor, row: KeptOnlinePayment, money: PaidMoney): Promise<boolean> {
  const { onlinePaymentId } = row;
  const { intentId, amountCents, feeCents } = money;
  if (row.state === "paid") {
    if (row.feeCents === null && feeCents !== null)
      await noteInBooks(actor, (books) => noteFee(books, onlinePaymentId, feeCents));
    return true;
  }
  const command = {
    key: `online-payment:${intentId}`,
    procedure: "onlinePayments.book",
    input: { onlinePaymentId, intentId, amountCents },
  };
  try {
    await changeBooks(actor, command, (books) => bookPaid(books, onlinePaymentId, money));
    return true;
  } catch (error) {
    const fault = faultIn(error);
    await noteInBooks(actor, (books) => noteFault(books, onlinePaymentId, fault));
    return false;
  }
}

type Heard = { truth: OnlineTruth; known: readonly KeptReturn[] };

async function comeBack(
  actor: SystemActor,
  { onlinePaymentId }: KeptOnlinePayment,
  { truth, known }: Heard,
): Promise<void> {
  const stuck = new Set<string>();
  for (const each of wentBack(truth, known)) {
    const { kind, stripeId } = each;
    // Money is there again only after it was gone.
    if (stuck.has(stripeId) || known.some((of) => of.booked && of.stripeId === stripeId && of.kind === kind))
      continue;
    const input: StripeReturn = { ...each, onlinePaymentId };
    const command = { key: `online-${kind}:${stripeId}`, procedure: "onlinePayments.bookReturn", input };
    try {
      await changeBooks(actor, command, (books) => bookReturn(books, input));
    } catch (error) {
      const fault = faultIn(error);
      stuck.add(stripeId);
      await noteInBooks(actor, (books) => noteReturnFault(books, input, fault));
    }
  }
}

/** In the order in which it happened. Of a refund that failed before we heard of it, nothing did. */
function wentBack(
  { refunds, chargebacks }: OnlineTruth,
  known: readonly KeptReturn[],
): Omit<StripeReturn, "onlinePaymentId">[] {
  return [
    ...refunds.flatMap(({ failed, ...each }) => {
      const isNews = !known.some(({ stripeId }) => stripeId === each.stripeId);
      const refund = { ...each, kind: "refund" as const };
      if (!failed) return [refund];
      return isNews ? [] : [refund, { ...each, kind: "refund-failed" as const }];
    }),
    ...chargebacks.flatMap(({ won, ...each }) => [
      { ...each, kind: "chargeback" as const },
      ...(won ? [{ ...each, kind: "chargeback-won" as const }] : []),
    ]),
  ];
}

/** A mistake of ours goes on to the worker, which tries again and logs it. */
function faultIn(error: unknown): string {
  if (!(error instanceof Refusal)) throw error;
  log().warn({ code: error.code }, "online payment can't be booked");
  return REFUSALS[error.code];
}

/** Which of our payments came to the bank with a payout. */
export async function lookAtPayout(actor: SystemActor, payoutId: string): Promise<void> {
  const stripe = await stripeOf(actor);
  if (!stripe) return;
  const payout = await stripe.payouts.retrieve(payoutId);
  if (payout.status !== "paid") return;
  const intentIds: string[] = [];
  for await (const { source } of stripe.balanceTransactions.list({
    payout: payoutId,
    limit: 100,
    expand: ["data.source"],
  })) {
    if (source === null || typeof source === "string" || source.object !== "charge") continue;
    const intent = source.payment_intent;
    if (intent !== null) intentIds.push(typeof intent === "string" ? intent : intent.id);
  }
  const on = dayOfInstant(new Date(payout.arrival_date * 1000).toISOString(), "UTC");
  await noteInBooks(actor, (books) => notePayout(books, { intentIds, payoutId, on }));
}
