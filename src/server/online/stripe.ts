// Stripe's own library, and the only file that loads it: with a business's key, when somebody pays or something is asked, and never
// before.
import type Stripe from "stripe";
import { env } from "@/env.ts";

export type { Stripe };

const load = async () => (await import("stripe")).default;

/** Each call is tried three times in all, by one idempotency key. */
export async function stripeWith(secretKey: string): Promise<Stripe> {
  const Client = await load();
  const { protocol, hostname, port } = new URL(env().STRIPE_API_URL);
  return new Client(secretKey, {
    host: hostname,
    protocol: protocol === "http:" ? "http" : "https",
    ...(port === "" ? {} : { port }),
    maxNetworkRetries: 2,
    timeout: 15_000,
    telemetry: false,
    appInfo: { name: "Onaccount" },
  });
}

/** How old what Stripe signed may be. */
const TOLERANCE_SECONDS = 300;

type Signed = { body: Buffer; signature: string; secret: string; at: Date };

/** null for what this secret didn't sign, or signed too long ago. */
export async function verifiedEvent({ body, signature, secret, at }: Signed): Promise<Stripe.Event | null> {
  const Client = await load();
  try {
    return Client.webhooks.constructEvent(
      body,
      signature,
      secret,
      TOLERANCE_SECONDS,
      undefined,
      at.getTime(),
    );
  } catch {
    return null;
  }
}

/** A bank's no to a charge that was tried, with the intent that it was of; null for anything else. */
export async function refusedCard(error: unknown): Promise<{ intentId: string; says: string } | null> {
  const Client = await load();
  if (!(error instanceof Client.errors.StripeCardError) || !error.payment_intent) return null;
  return { intentId: error.payment_intent.id, says: error.message };
}

/** Stripe doesn't know what was asked about: it is another account's, or of the other of test and live. */
export async function isUnknown(error: unknown): Promise<boolean> {
  const Client = await load();
  return error instanceof Client.errors.StripeInvalidRequestError && error.code === "resource_missing";
}

/** What Stripe said no with, in its words; null for what is no answer of its. */
export async function saidByStripe(error: unknown): Promise<string | null> {
  const Client = await load();
  if (!(error instanceof Client.errors.StripeError)) return null;
  return error instanceof Client.errors.StripeConnectionError ? "Stripe can’t be reached." : error.message;
}
