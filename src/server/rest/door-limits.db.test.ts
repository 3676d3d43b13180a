// What limits hold a program, too: the business's policy for invoices above a customer's limit, and how often one key may ask.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { setClock } from "../clock.ts";
import { queue } from "../jobs/queue.ts";
import { answerOf, asMember, booksOf } from "../testing/fixture-caller.ts";
import { openShop, prepare, type Shop } from "../testing/fixture-shop.ts";
import { ask, keyOfShop, problemOf, sentTo } from "../testing/rest-caller.ts";
import { countRequest, PER_WINDOW } from "./rate-limit.ts";
import { table, type Entry } from "./table.ts";

let shop = undefined as unknown as Shop;
let all = "";
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
  all = await keyOfShop(shop);
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const entryAt = (name: string): Entry =>
  present(
    table().find(({ route }) => `${route.method} ${route.path}` === name),
    name,
  );

test("what the business's policy stops isn't issued by a program either, but by an override", async () => {
  const entry = entryAt("POST /invoice-drafts/{draft_id}/issue");
  const meets = async (policy: string) =>
    (await booksOf(shop)).change(({ tx }) =>
      tx.execute(sql`update books.settings set invoice_policy = ${policy}`),
    );
  await prepare(shop, "invoiceDrafts.issue");
  const { body, ...sent } = sentTo(entry, shop);
  const { override_id: _, ...alone } = body;
  const [approved] = await (
    await booksOf(shop)
  ).change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      insert into books.overrides (account_id, amount, reason, requested_by, approved_by, expires_at)
      values (${shop.accountId}::uuid, 500000, 'Known for years', 'Carl', 'Olive', clock_timestamp() + interval '1 day')
      returning id`),
  );
  const withIt = { ...sent, body: { ...alone, override_id: approved?.id } };
  await meets("block");
  const blocked = await problemOf(await ask(entry, withIt, { key: all }));
  expect(blocked).toMatchObject({ status: 422, code: "invoice-blocked" });
  await meets("ask");
  const asked = await problemOf(await ask(entry, { ...sent, body: alone }, { key: all }));
  expect(asked).toMatchObject({ status: 422, code: "invoice-needs-override" });
  const passed = await ask(entry, withIt, { key: all });
  expect([passed.status, await passed.json()]).toEqual([201, expect.anything()]);
  await meets("warn");
  await prepare(shop, "invoiceDrafts.issue");
  const again = sentTo(entry, shop);
  expect((await ask(entry, again, { key: all })).status).toBe(201);
});

test("a key that asks too often is told when to come back, and another one is answered", async () => {
  const [busy, other] = [await keyOfShop(shop), await keyOfShop(shop)];
  const entry = entryAt("GET /customers");
  const first = await ask(entry, sentTo(entry, shop), { key: busy });
  const left = Number(/r=(\d+)/.exec(first.headers.get("ratelimit") ?? "")?.[1]);
  expect([first.status, left]).toEqual([200, PER_WINDOW - 1]);
  const owner = await asMember(shop, "owner");
  const listed = (await answerOf(owner, "apiKeys.list", {})) as {
    answer: { keyId: string; beginsWith: string }[];
  };
  const { keyId } = listed.answer.find(({ beginsWith }) => busy.startsWith(beginsWith)) ?? { keyId: "" };
  for (let n = 1; n < PER_WINDOW; n++) countRequest(keyId);
  const refused = await ask(entry, sentTo(entry, shop), { key: busy });
  expect(await problemOf(refused)).toMatchObject({ status: 429, code: "too-many-requests" });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await ask(entry, sentTo(entry, shop), { key: other })).status).toBe(200);
});
