// How a webhook says that it is ours: the scheme of Standard Webhooks (standardwebhooks.com), whose libraries check it. Signed
// are the id, the time and the body; while two secrets are in use, with both.
import { createHmac, randomBytes } from "node:crypto";
import { tenantOf, type Actor } from "../actor.ts";
import { openSealed, seal } from "../sealed.ts";

const PREFIX = "whsec_";

export const newSecret = (): string => PREFIX + randomBytes(32).toString("base64");

export const forEndpoint = (actor: Actor, endpointId: string) => ({
  purpose: "webhook secret" as const,
  boundTo: [tenantOf(actor), endpointId],
});

export const sealSecret = (actor: Actor, endpointId: string, secret: string): Buffer =>
  seal(forEndpoint(actor, endpointId), secret);

/** null where it was sealed with a key that is gone. */
export const openSecret = (actor: Actor, endpointId: string, sealed: Uint8Array): string | null =>
  openSealed(forEndpoint(actor, endpointId), sealed);

type Message = { id: string; atSeconds: number; body: string };

export function signedHeaders(
  { id, atSeconds, body }: Message,
  secrets: readonly string[],
): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${atSeconds}.${body}`).digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": String(atSeconds),
    "webhook-signature": signatures.join(" "),
  };
}
