// A person's own limits at the doors: what is above one is refused with the limit, by the books, and posts nothing; a
// limit that is set or lifted counts from the next request on.
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { NO_OWN_LIMITS, type OwnLimits } from "@/domain/ledger/own-limits.ts";
import type { Role } from "@/domain/permission.ts";
import { cents } from "@/domain/values/money.ts";
import { setClock } from "./clock.ts";
import { queue } from "./jobs/queue.ts";
import { answerOf } from "./testing/fixture-caller.ts";
import { key } from "./testing/fixture-documents.ts";
import { mailbox } from "./testing/fixtures.ts";
import { asMember, INPUTS, openShop, prepare, type Shop } from "./testing/fixture-shop.ts";

let shop: Shop;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  mailbox();
  shop = await openShop();
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

/** Set by the owner, as the page sets it. */
async function limit(role: Role, limits: Partial<OwnLimits>) {
  const input = { ...key(), userId: shop.people[role].id, limits: { ...NO_OWN_LIMITS, ...limits } };
  return answerOf(await asMember(shop, "owner"), "people.changeLimits", input);
}

async function tried(role: Role, path: string, more: object = {}) {
  await prepare(shop, path);
  return answerOf(await asMember(shop, role), path, { ...(INPUTS[path]?.(shop) as object), ...more });
}

const RETURNED = { toAccountCents: 0, tenders: [{ tender: "cash", amountCents: 4_50 }] };

test.each<[string, Role, keyof OwnLimits, number, object]>([
  ["openCredit.refund", "bookkeeper", "refund", 1_00, {}],
  ["receipts.recordReturn", "bookkeeper", "refund", 4_50, RETURNED],
  ["adjustments.writeOff", "admin", "write-off", 1, {}],
  ["adjustments.down", "admin", "write-off", 1, {}],
])("%s by a %s: up to their limit, and not a cent more", async (path, role, what, amount, more) => {
  await limit(role, { [what]: cents(amount - 1) });
  expect(await tried(role, path, more)).toMatchObject({
    code: "UNPROCESSABLE_CONTENT",
    refusal: ["over-own-limit", { what, limitCents: amount - 1, currency: "USD" }],
  });
  await limit(role, { [what]: cents(amount) });
  expect(await tried(role, path, more)).toHaveProperty("answer");
  await limit(role, {});
  expect(await tried(role, path, more)).toHaveProperty("answer");
});

test("a limit on refunds leaves write-offs alone, and goods that come back to the account", async () => {
  await limit("admin", { refund: cents(0) });
  expect(await tried("admin", "adjustments.writeOff")).toHaveProperty("answer");
  expect(await tried("admin", "receipts.recordReturn")).toHaveProperty("answer");
});

test("a limit that the role has no use for isn't kept, and nobody sets their own", async () => {
  expect(await limit("clerk", { refund: cents(1) })).toHaveProperty("answer");
  expect((await asMember(shop, "clerk")).member).toMatchObject({ ownLimits: NO_OWN_LIMITS });
  expect(await limit("owner", { refund: cents(1) })).toMatchObject({ refusal: ["own-membership", {}] });
});
