// A business's own keys at Stripe, sealed for that business alone.
import type { SealedOnlineSettings } from "@/books/payments/online-settings.ts";
import { tenantOf, type Actor } from "../actor.ts";
import { openSealed, seal } from "../sealed.ts";

type Which = "secret" | "webhook";

export const forKey = (actor: Actor, which: Which) => ({
  purpose: "stripe key" as const,
  boundTo: [tenantOf(actor), which],
});

export const sealKey = (actor: Actor, which: Which, key: string): Buffer => seal(forKey(actor, which), key);

/** By what a person tells it from another: "sk_test_…4242". */
export const hintOf = (key: string): string => `${/^[a-z]+_[a-z]+_/.exec(key)?.[0] ?? ""}…${key.slice(-4)}`;

/** null where there is none, or where it was sealed elsewhere. */
export const secretKeyOf = (actor: Actor, { secretKey }: SealedOnlineSettings): string | null =>
  secretKey && openSealed(forKey(actor, "secret"), secretKey);

export const webhookSecretOf = (actor: Actor, { webhookSecret }: SealedOnlineSettings): string | null =>
  webhookSecret && openSealed(forKey(actor, "webhook"), webhookSecret);
