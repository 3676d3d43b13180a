// Autopay as it runs: what is due soon is told, and what was told is taken on its day. Each step is a command of its own and can be
// taken up by whoever comes next, however the last one ended: told once, taken once.
import {
  announceCharge,
  beginTry,
  endTry,
  readDueCharges,
  readToTell,
  readUntold,
  skipTry,
  type Try,
  type TryEnd,
} from "@/books/payments/autopay-charges.ts";
import { noteIntent } from "@/books/payments/online-booking.ts";
import { changeBooks, noteInBooks, readBooks } from "@/books/open.ts";
import { toStripeAmount } from "@/domain/payments/stripe-amount.ts";
import { tenantOf, type SystemActor } from "../actor.ts";
import { log } from "../log.ts";
import { mailAboutCharge } from "./autopay-mail.ts";
import { lookAtPayment, stripeOf } from "./look.ts";
import { refusedCard, type Stripe } from "./stripe.ts";

/** For a business on its own day: tells and takes what is due. One customer's trouble is not the others'. */
export async function runAutopay(actor: SystemActor): Promise<void> {
  for (const autopayId of await readBooks(actor, readToTell))
    await apart(actor, autopayId, () => announce(actor, autopayId));
  for (const chargeId of await readBooks(actor, readUntold))
    await apart(actor, chargeId, () => tell(actor, chargeId));
  const due = await readBooks(actor, readDueCharges);
  if (due.length === 0) return;
  const stripe = await stripeOf(actor);
  if (!stripe) return;
  for (const chargeId of due) await apart(actor, chargeId, () => take(actor, stripe, chargeId));
}

async function apart(actor: SystemActor, id: string, work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) =>
    log().error({ err: error, tenant: tenantOf(actor), id }, "autopay failed"),
  );
}

const announce = (actor: SystemActor, autopayId: string) =>
  changeBooks(
    actor,
    {
      key: `autopay-tell:${autopayId}:${actor.today}:${actor.requestId}`,
      procedure: "autopay.tell",
      input: { autopayId },
    },
    (books) => announceCharge(books, autopayId),
  );

/** Once a day, until the mail went out. */
const tell = (actor: SystemActor, chargeId: string) =>
  changeBooks(
    actor,
    { key: `autopay-mail:${chargeId}:${actor.today}`, procedure: "autopay.mail", input: { chargeId } },
    async (books) => {
      await mailAboutCharge(books, actor, { chargeId, tells: "announce" });
      return null;
    },
  );

const step = (name: string, actor: SystemActor, chargeId: string) => ({
  key: `autopay-${name}:${chargeId}:${actor.requestId}`,
  procedure: `autopay.${name}`,
  input: { chargeId },
});

async function take(actor: SystemActor, stripe: Stripe, chargeId: string): Promise<void> {
  const begun = await changeBooks(actor, step("begin", actor, chargeId), (books) =>
    beginTry(books, chargeId),
  );
  if (begun === null) return;
  const refused = (await isToBeAsked(actor, stripe, chargeId, begun))
    ? await charge(actor, stripe, begun)
    : "";
  await lookAtPayment(actor, begun.onlinePaymentId);
  await changeBooks(actor, step("end", actor, chargeId), async (books): Promise<TryEnd> => {
    const end = await endTry(books, chargeId, refused);
    if (end === "again" || end === "given-up") await mailAboutCharge(books, actor, { chargeId, tells: end });
    return end;
  });
}

/**
 * Whether nothing was asked for this try yet, and may be. A lost answer is looked for first: Stripe knows a key that was used for a
 * day, and money from a bank account is on the way for longer.
 */
async function isToBeAsked(
  actor: SystemActor,
  stripe: Stripe,
  chargeId: string,
  begun: Try,
): Promise<boolean> {
  const { onlinePaymentId, customer, intentId, state, isTakenUp, isActive } = begun;
  if (!isTakenUp) return true;
  if (intentId !== null) return false;
  const { data } = await stripe.paymentIntents.list({ customer, limit: 100 });
  const asked = data.find(({ metadata }) => metadata["payment"] === onlinePaymentId);
  if (asked) {
    await note(actor, onlinePaymentId, asked.id);
    return false;
  }
  if (isActive) return state === "started";
  await changeBooks(actor, step("skip", actor, chargeId), (books) => skipTry(books, chargeId));
  return false;
}

const note = (actor: SystemActor, onlinePaymentId: string, intentId: string) =>
  noteInBooks(actor, (books) => noteIntent(books, onlinePaymentId, intentId));

/** Asked twice for the same try, Stripe takes it once. Returns why not, where the bank says no. */
async function charge(actor: SystemActor, stripe: Stripe, begun: Try): Promise<string> {
  const { onlinePaymentId, amountCents, currency, customer, method } = begun;
  try {
    const intent = await stripe.paymentIntents.create(
      {
        amount: toStripeAmount(amountCents, currency),
        currency: currency.toLowerCase(),
        customer,
        payment_method: method,
        off_session: true,
        confirm: true,
        metadata: { payment: onlinePaymentId },
      },
      { idempotencyKey: `onaccount-${onlinePaymentId}` },
    );
    await note(actor, onlinePaymentId, intent.id);
    return "";
  } catch (error) {
    const no = await refusedCard(error);
    if (no === null) throw error;
    await note(actor, onlinePaymentId, no.intentId);
    return no.says;
  }
}
