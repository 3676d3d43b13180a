// Where Stripe tells what happened at a business. Only what the business's own secret signed, and lately, is taken, each event once;
// and all it does is make us look: what is so is asked of Stripe.
import { z } from "zod";
import { noteInBooks, readBooks, type Books } from "@/books/open.ts";
import { findAutopay } from "@/books/payments/autopay.ts";
import { findByIntent, findOnlinePayment } from "@/books/payments/online-booking.ts";
import { readOnlineSettings } from "@/books/payments/online-settings.ts";
import { keepStripeEvent } from "@/books/payments/stripe-events.ts";
import { Refusal } from "@/domain/refusal.ts";
import { systemActor, tenantOf } from "../actor.ts";
import { limitBadWebhook } from "../auth/limits.ts";
import { now } from "../clock.ts";
import { enqueueOnline } from "../jobs/queue.ts";
import { logSecurity } from "../log.ts";
import { fromHeaders } from "../wire/request.ts";
import { isStorable } from "../wire/storable-text.ts";
import { withinLimit } from "../wire/within-limit.ts";
import { webhookSecretOf } from "./keys.ts";
import { verifiedEvent } from "./stripe.ts";

const LARGEST_EVENT = 512 * 1024;

const told = (status: number) =>
  new Response(null, { status, headers: { "cache-control": "private, no-store" } });

/** `business`: its id, as the settings show the address. 404 for none, and for one that takes no payments online. */
export async function takeStripeEvent(request: Request, business: string): Promise<Response> {
  const from = fromHeaders(request.headers);
  if (!z.uuid().safeParse(business).success) return told(404);
  const actor = await systemActor(business, from.requestId);
  const settings = actor && (await readBooks(actor, readOnlineSettings));
  const secret = settings && webhookSecretOf(actor, settings);
  if (!actor || !secret) return told(404);
  const sized = await withinLimit(request, LARGEST_EVENT);
  if (!sized) return told(413);
  const signature = request.headers.get("stripe-signature") ?? "";
  const body = Buffer.from(await sized.arrayBuffer());
  const event = await verifiedEvent({ body, signature, secret, at: now() });
  if (!event) {
    logSecurity("webhook-refused", { requestId: from.requestId, ip: from.ip, tenant: tenantOf(actor) });
    return told((await isOneTooMany(from.ip)) ? 429 : 400);
  }
  const read = Told.safeParse(event);
  if (!read.success || !isStorable(read.data)) return told(400);
  await noteInBooks(actor, (books) => keep(books, tenantOf(actor), read.data));
  return told(200);
}

async function isOneTooMany(ip: string): Promise<boolean> {
  try {
    await limitBadWebhook(ip);
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

const Text = z.string().max(255);
const Told = z.object({
  id: Text.regex(/^evt_/),
  type: Text,
  data: z.object({
    object: z.looseObject({
      id: Text.optional(),
      object: Text,
      payment_intent: z.union([Text, z.looseObject({ id: Text })]).nullish(),
      client_reference_id: Text.nullish(),
      metadata: z.record(z.string(), z.string()).nullish(),
    }),
  }),
});
type Told = z.output<typeof Told>;

async function keep(books: Books, tenant: string, { id, type, data: { object } }: Told): Promise<void> {
  const about = await whatIsMeant(books, object);
  const named = about === null ? null : (Object.values(about)[0] ?? null);
  // Told twice is told once; asked for twice, a look is one look.
  if (!(await keepStripeEvent(books, { id, type, about: named }))) return;
  if (about === null) return;
  await enqueueOnline(books, { tenant, ...about });
}

type About = { payment: string } | { payout: string } | { autopay: string };

/** Our payment's id or autopay's, or the payout's; null for what is none of ours. */
async function whatIsMeant(books: Books, object: Told["data"]["object"]): Promise<About | null> {
  if (object.object === "payout") return object.id ? { payout: object.id } : null;
  const agreed = z.uuid().safeParse(object.metadata?.["autopay"]);
  if (agreed.success && (await findAutopay(books, agreed.data))) return { autopay: agreed.data };
  const named = z.uuid().safeParse(object.client_reference_id ?? object.metadata?.["payment"]);
  if (named.success && (await findOnlinePayment(books, named.data))) return { payment: named.data };
  const intent = object.object === "payment_intent" ? object.id : object.payment_intent;
  const intentId = typeof intent === "object" ? intent?.id : intent;
  const payment = intentId ? await findByIntent(books, intentId) : null;
  return payment === null ? null : { payment };
}
