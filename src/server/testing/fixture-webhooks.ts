// For tests of the doors: an endpoint of webhooks of the stand-in shop, and an event that was sent to it.
import { sql } from "drizzle-orm";
import { noteTry } from "@/books/business/webhook-deliveries.ts";
import type { Permission } from "@/domain/permission.ts";
import { asMember, booksOf, call } from "./fixture-caller.ts";
import { key } from "./fixture-documents.ts";
import type { Shop } from "./shop.ts";

const SETTINGS = "settings:change";

export const WEBHOOK_DOORS: Record<string, Permission> = {
  "webhooks.list": SETTINGS,
  "webhooks.read": SETTINGS,
  "webhooks.make": SETTINGS,
  "webhooks.change": SETTINGS,
  "webhooks.pause": SETTINGS,
  "webhooks.resume": SETTINGS,
  "webhooks.remove": SETTINGS,
  "webhooks.rotate": SETTINGS,
  "webhooks.endSecretBefore": SETTINGS,
  "webhooks.replayOne": SETTINGS,
  "webhooks.replayFrom": SETTINGS,
};

// Nobody listens there.
const wanted = { url: "http://127.0.0.1:9/hook", kinds: ["payment"] };
const one = ({ endpointId }: Shop) => ({ ...key(), endpointId });

export const WEBHOOK_INPUTS: Record<string, (shop: Shop) => unknown> = {
  "webhooks.list": () => ({}),
  "webhooks.read": ({ endpointId }) => ({ endpointId }),
  "webhooks.make": () => ({ ...key(), ...wanted }),
  "webhooks.change": (shop) => ({ ...one(shop), ...wanted }),
  "webhooks.pause": one,
  "webhooks.resume": one,
  "webhooks.remove": one,
  "webhooks.rotate": one,
  "webhooks.endSecretBefore": one,
  "webhooks.replayOne": (shop) => ({ ...one(shop), eventId: shop.eventId }),
  "webhooks.replayFrom": (shop) => ({ ...one(shop), eventId: shop.eventId }),
};

/** There is room for another one. */
async function roomAnew(shop: Shop): Promise<void> {
  const books = await booksOf(shop);
  await books.change(({ tx }) => tx.execute(sql`update books.webhook_endpoints set removed_at = now()`));
}

async function endpointAnew(shop: Shop): Promise<void> {
  if (shop.endpointId !== "")
    await call(await asMember(shop, "owner"), "webhooks.remove", one(shop)).catch(() => null);
  const owner = await asMember(shop, "owner");
  const made = await call(owner, "webhooks.make", WEBHOOK_INPUTS["webhooks.make"]?.(shop));
  const { endpointId } = made as { endpointId: string };
  shop.endpointId = endpointId;
  const tried = { eventId: shop.eventId, body: "{}", code: 200, fault: "", tookMs: 5 };
  await (await booksOf(shop)).change((books) => noteTry(books, endpointId, tried));
}

export const WEBHOOKS_ANEW: Record<string, (shop: Shop) => Promise<void>> = Object.fromEntries(
  Object.keys(WEBHOOK_DOORS).map((path) => [path, path === "webhooks.make" ? roomAnew : endpointAnew]),
);
