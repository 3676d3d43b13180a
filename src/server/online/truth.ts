// An online payment as Stripe has it now, read whole.
import type { KeptOnlinePayment } from "@/books/payments/online-booking.ts";
import type { OnlineTruth, PaidMoney } from "@/domain/payments/online-truth.ts";
import { fromStripeAmount } from "@/domain/payments/stripe-amount.ts";
import { dayOfInstant } from "@/domain/values/instant.ts";
import type { Stripe } from "./stripe.ts";

/** `hasReturns`: something went back of it before. */
type Row = Pick<KeptOnlinePayment, "sessionId" | "intentId" | "currency"> & { hasReturns: boolean };

const NOTHING = { money: null, underWayBy: null, refunds: [], chargebacks: [] } as const;

/** null where nothing was ever asked of Stripe for it. `zone`: the business's, in which days are. */
export async function askStripe(stripe: Stripe, row: Row, zone: string): Promise<OnlineTruth | null> {
  const found = await findIntent(stripe, row);
  if (found === null || "state" in found) return found;
  const { intent } = found;
  if (intent.status !== "succeeded") {
    const underWayBy = intent.status === "processing" ? intent.id : null;
    return { ...NOTHING, state: unpaidState(intent), underWayBy };
  }
  const charge = typeof intent.latest_charge === "object" ? intent.latest_charge : null;
  const amount = (of: number) => fromStripeAmount(of, row.currency);
  const money: PaidMoney = {
    intentId: intent.id,
    amountCents: amount(intent.amount_received),
    paidOn: dayOfInstant(new Date((charge?.created ?? intent.created) * 1000).toISOString(), zone),
    by: paidBy(charge),
    feeCents: feeOf(charge, row.currency),
  };
  const [refunds, disputes] = await Promise.all([
    // A refund that failed is no longer part of what its charge says.
    row.hasReturns || (charge && charge.amount_refunded > 0) ? listed(stripe.refunds, intent.id) : [],
    charge?.disputed ? listed(stripe.disputes, intent.id) : [],
  ]);
  return {
    state: "paid",
    money,
    underWayBy: null,
    refunds: refunds.flatMap(({ id, status, amount: of }) =>
      status === "succeeded" || status === "failed" || status === "canceled"
        ? [{ stripeId: id, amountCents: amount(of), failed: status !== "succeeded" }]
        : [],
    ),
    chargebacks: disputes.flatMap(({ id, status, amount: of }) =>
      NOT_TAKEN.has(status) ? [] : [{ stripeId: id, amountCents: amount(of), won: status === "won" }],
    ),
  };
}

/** A bank only asks, or was content before any money moved. */
const NOT_TAKEN: ReadonlySet<string> = new Set([
  "warning_needs_response",
  "warning_under_review",
  "warning_closed",
  "prevented",
]);

const CHARGE = "latest_charge.balance_transaction";

type Found = { intent: Stripe.PaymentIntent } | OnlineTruth | null;

async function findIntent(stripe: Stripe, { sessionId, intentId }: Row): Promise<Found> {
  if (intentId !== null)
    return { intent: await stripe.paymentIntents.retrieve(intentId, { expand: [CHARGE] }) };
  if (sessionId === null) return null;
  const session = await stripe.checkout.sessions.retrieve(sessionId, {
    expand: [`payment_intent.${CHARGE}`],
  });
  const { status, payment_intent: intent } = session;
  if (status === "complete" && intent !== null && typeof intent === "object") return { intent };
  return { state: status === "expired" ? "expired" : "open", ...NOTHING };
}

/** Money from a bank account is on the way for days. */
const unpaidState = ({ status }: Stripe.PaymentIntent): "open" | "failed" =>
  status === "canceled" || status === "requires_payment_method" ? "failed" : "open";

/** "Visa 4242"; "" for what has no such name. */
function paidBy(charge: Stripe.Charge | null): string {
  return charge?.payment_method_details ? methodWords(charge.payment_method_details) : "";
}

type Means = {
  card?: { brand: string | null; last4: string | null } | null;
  us_bank_account?: { bank_name: string | null; last4: string | null } | null;
};

/** "Visa 4242"; "" for what has no such name. */
export function methodWords({ card, us_bank_account: bank }: Means): string {
  const [name, last4] = card ? [card.brand ?? "card", card.last4] : [bank?.bank_name ?? "", bank?.last4];
  return [name.slice(0, 1).toUpperCase() + name.slice(1, 40), last4 ?? ""].filter(Boolean).join(" ");
}

function feeOf(charge: Stripe.Charge | null, currency: string): PaidMoney["feeCents"] {
  const paid = charge?.balance_transaction;
  if (typeof paid !== "object" || paid === null) return null;
  // In the currency of their bank account, where that is another one, it is no part of this amount.
  return paid.currency.toUpperCase() === currency ? fromStripeAmount(paid.fee, currency) : null;
}

type OfIntent<T> = { list: (of: { payment_intent: string; limit: number }) => Promise<{ data: T[] }> };

const listed = async <T>(resource: OfIntent<T>, intent: string): Promise<T[]> =>
  (await resource.list({ payment_intent: intent, limit: 100 })).data;
