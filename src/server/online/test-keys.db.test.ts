// A test key at Stripe itself: whoever has a link could settle real debts with a made-up card.
import { afterAll, expect, test, vi } from "vitest";
import { readOnlineSettings } from "@/books/payments/online-settings.ts";
import { closePool } from "@/db/client.ts";
import { answerOf, asMember, booksOf } from "../testing/fixture-caller.ts";
import { openShop } from "../testing/fixture-shop.ts";

vi.stubEnv("STRIPE_API_URL", "https://api.stripe.com");
afterAll(closePool);

test("a test key, new or kept, isn't used at Stripe itself, and a live one is", async () => {
  const shop = await openShop();
  const owner = await asMember(shop, "owner");
  const books = await booksOf(shop);
  const change = (commandKey: string, fields: object) =>
    answerOf(owner, "onlineSettings.change", {
      commandKey,
      version: 0,
      inUse: true,
      secretKey: null,
      webhookSecret: null,
      toAccount: null,
      surchargePercent: "0",
      smallestCents: 100,
      ...fields,
    });
  const keys = { secretKey: "sk_test_a0a0a0a0a0", webhookSecret: "whsec_a0a0a0a0" };
  const refused = { refusal: ["test-key", { field: "secretKey" }] };
  expect(await change("test-key-new", keys)).toMatchObject(refused);
  expect(await change("test-key-off", { ...keys, inUse: false })).toMatchObject({ answer: { version: 1 } });
  expect(await change("test-key-kept", { version: 1 })).toMatchObject(refused);
  expect(await books.read(readOnlineSettings)).toMatchObject({ inUse: false, version: 1 });
  const live = { version: 1, secretKey: "rk_live_a0a0a0a0a0" };
  expect(await change("live-key", live)).toMatchObject({ answer: { version: 2 } });
});
