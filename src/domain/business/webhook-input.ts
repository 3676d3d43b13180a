// What is said to set up an endpoint of webhooks, and to send again what it was sent.
import { z } from "zod";
import { EVENT_KINDS } from "../ledger/account.ts";

export const WebhookUrl = z
  .string()
  .trim()
  .max(500)
  .refine((text) => isWebhookUrl(text), "Enter an address like https://shop.example/onaccount.");

/** One that names a server and no user; whether it may be sent to is judged when it is sent to. */
function isWebhookUrl(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.username === "" &&
    url.password === "" &&
    url.hash === ""
  );
}

/** None chosen: all of them, as whoever rebuilds accounts needs them. */
export const WebhookKinds = z
  .array(z.enum(EVENT_KINDS))
  .max(EVENT_KINDS.length)
  .transform((kinds) => EVENT_KINDS.filter((kind) => kinds.includes(kind)));

export const NewWebhook = z.strictObject({ url: WebhookUrl, kinds: WebhookKinds });

export const WebhookChange = z.strictObject({ endpointId: z.uuid(), url: WebhookUrl, kinds: WebhookKinds });

export const EndpointId = z.strictObject({ endpointId: z.uuid() });

export const OneDelivery = z.strictObject({ endpointId: z.uuid(), eventId: z.number().int().positive() });

export const ReplayFrom = z.strictObject({
  endpointId: z.uuid(),
  /** The first that is sent again; left out, the first of the books. */
  eventId: z.number().int().positive().optional(),
});
