// How the API says what it can't read, what isn't there and who may not; and how amounts and moments come and go.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { setClock } from "../clock.ts";
import { queue } from "../jobs/queue.ts";
import { MONEY_NAMED } from "@/books/ledger/currency-named.ts";
import { answerOf, asMember, booksOf } from "../testing/fixture-caller.ts";
import { openShop, prepare, type Shop } from "../testing/fixture-shop.ts";
import { ask, commandsOf, keyOfShop, problemOf, sentTo } from "../testing/rest-caller.ts";
import { answerRest } from "./door.ts";
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

const commands = () => commandsOf(shop);

test("a revoked key is refused with the next request", async () => {
  const key = await keyOfShop(shop);
  const entry = entryAt("GET /customers");
  expect((await ask(entry, sentTo(entry, shop), { key })).status).toBe(200);
  const owner = await asMember(shop, "owner");
  const listed = (await answerOf(owner, "apiKeys.list", {})) as {
    answer: { keyId: string; beginsWith: string }[];
  };
  const { keyId } = listed.answer.find(({ beginsWith }) => key.startsWith(beginsWith)) ?? { keyId: "" };
  await answerOf(owner, "apiKeys.revoke", { commandKey: randomUUID(), keyId });
  expect((await ask(entry, sentTo(entry, shop), { key })).status).toBe(401);
});

test("what can't be read is told by its field, and money never comes as a number", async () => {
  const entry = entryAt("POST /payments");
  const sent = sentTo(entry, shop);
  const before = await commands();
  const wrong: [Record<string, unknown>, string][] = [
    [{ amount: 12.5 }, "amount"],
    [{ amount: "12.505" }, "amount"],
    [{ amount: "1,250.00" }, "amount"],
    [{ amount: "-1" }, "amount"],
    [{ received_on: "2026-02-30" }, "received_on"],
    [{ applied: [{ item_id: 1, amount: "x" }] }, "applied.0.amount"],
    [{ amountCents: 5 }, "amount_cents"],
    [{ currency: "EUR" }, "currency"],
    [{ currency: "XXL" }, "currency"],
  ];
  for (const [changed, field] of wrong) {
    const answer = await ask(entry, { ...sent, body: { ...sent.body, ...changed } }, { key: all });
    const told = await problemOf(answer);
    expect([changed, told]).toMatchObject([changed, { status: 400, errors: [{ field }] }]);
  }
  expect(await commands()).toBe(before);
});

test("who shows key after key that opens nothing waits, and shuts out no program beside them", async () => {
  const entry = entryAt("GET /customers");
  const sent = sentTo(entry, shop);
  const beside = { "x-client-address": "203.0.113.7" };
  const running = { key: all, headers: beside };
  expect((await ask(entry, sent, running)).status).toBe(200);
  const statuses = new Set<number>();
  for (let n = 0; n < 80; n++) {
    const guess = `onaccount_${"x".repeat(41)}${String(n).padStart(2, "0")}`;
    statuses.add((await ask(entry, sent, { key: guess, headers: beside })).status);
  }
  expect([...statuses]).toEqual([401, 429]);
  expect((await ask(entry, sent, running)).status).toBe(200);
  const late = await ask(entry, sent, { key: `onaccount_${"y".repeat(43)}`, headers: beside });
  expect([late.status, Number(late.headers.get("retry-after")) > 0]).toEqual([429, true]);
  const elsewhere = await ask(entry, sent, { key: null, headers: { "x-client-address": "198.51.100.7" } });
  expect(elsewhere.status).toBe(401);
});

test("what is in another currency than the business's is said in it, in and out", async () => {
  const [made] = await (
    await booksOf(shop)
  ).change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      insert into books.accounts (customer_id, currency, charging_allowed, unlimited)
      values (${shop.customerId}::uuid, 'JPY', true, true) returning id`),
  );
  const account_id = made?.id ?? "";
  const told = async (name: string, body: Record<string, unknown>, of: Record<string, string> = {}) => {
    const entry = entryAt(name);
    const path = entry.route.path.replace(/\{(\w+)\}/g, (_, field: string) => of[field] ?? account_id);
    const answer = await ask(entry, { path, query: {}, body }, { key: all });
    return (await answer.json()) as Record<string, unknown>;
  };
  const payment = { account_id, amount: "1250", method: "check", received_on: "2026-06-01", applied: [] };
  expect(await told("POST /payments", payment)).toMatchObject({ credit: "1250", currency: "JPY" });
  const half = await told("POST /payments", { ...payment, amount: "12.50" });
  expect(half).toMatchObject({ status: 400, errors: [{ field: "amount" }] });
  const { earmark_id } = await told("POST /accounts/{account_id}/earmarks", { amount: "100", note: "Stone" });
  const released = await told("POST /earmarks/{earmark_id}/release", {}, { earmark_id: String(earmark_id) });
  expect(released).toEqual({ released: "100", currency: "JPY" });
  const statement = { customer: shop.customerId, currency: "JPY", as_of: "2026-06-30" };
  expect(await told("POST /statements", statement)).toMatchObject({ closing: "-1250", currency: "JPY" });
  const asked = { customer: shop.customerId, currency: "JPY", amount: "300" };
  const { decision_id, amount } = await told("POST /credit/decisions", asked);
  expect(amount).toBe("300");
  const live = await told("GET /accounts/{account_id}/reservations", {});
  expect(live).toMatchObject([{ amount: "300", currency: "JPY" }]);
  const of = { decision_id: String(decision_id) };
  const captured = await told("POST /credit/decisions/{decision_id}/capture", { amount: "200" }, of);
  expect(captured).toMatchObject({ captured: "200", released: "100", currency: "JPY" });
});

test("whatever doesn't say the currency of its amounts names something that does, or is of the business itself", () => {
  const ofTheBusiness = ["products.list", "products.read", "reports.aging", "imports.list", "imports.read"];
  const names: readonly string[] = MONEY_NAMED;
  const unknown = table().filter(({ route, input, answer }) => {
    const said = [...Object.keys(input.properties ?? {}), ...Object.keys(answer?.shape.properties ?? {})];
    const saysWithin = Object.values(answer?.shape.properties ?? {}).some(
      (each) => typeof each === "object" && "currency" in (each.properties ?? {}),
    );
    const isKnown = saysWithin || said.some((name) => names.includes(name));
    return answer?.leavesCurrency && !isKnown && !ofTheBusiness.includes(route.procedure);
  });
  expect(unknown.map(({ route }) => route.path)).toEqual([]);
});

test("a body that isn't JSON, or is too large, and an address that isn't there", async () => {
  const entry = entryAt("POST /customers");
  const sent = sentTo(entry, shop);
  const plain = await ask(entry, sent, { key: all, headers: { "content-type": "text/plain" } });
  expect(await problemOf(plain)).toMatchObject({ status: 415 });
  const large = await ask(entry, { ...sent, body: { name: "x".repeat(1024 * 1024) } }, { key: all });
  expect(await problemOf(large)).toMatchObject({ status: 413 });
  const headers = {
    authorization: `Bearer ${all}`,
    "idempotency-key": randomUUID(),
    "content-type": "application/json",
  };
  const at = (method: string, path: string[], body?: string) =>
    answerRest(new Request("http://till.example/api/v1", { method, headers, ...(body && { body }) }), path);
  expect(await problemOf(await at("POST", ["customers"], "[1]"))).toMatchObject({
    status: 400,
    code: "unreadable",
  });
  expect(await problemOf(await at("GET", ["nothing"]))).toMatchObject({ status: 404, code: "no-route" });
  const method = await at("DELETE", ["customers"]);
  expect([method.status, method.headers.get("allow")]).toEqual([405, "GET, POST"]);
});

test("amounts are text in a currency, and come back as they went in", async () => {
  const made = await ask(
    entryAt("POST /products"),
    {
      path: "/products",
      query: {},
      body: { name: "Slate", price: "12.50", cost: "7.05" },
    },
    { key: all },
  );
  const { product_id: id } = (await made.json()) as { product_id: string };
  const read = await ask(
    entryAt("GET /products/{product_id}"),
    { path: `/products/${id}`, query: {}, body: {} },
    { key: all },
  );
  expect(await read.json()).toMatchObject({ name: "Slate", price: "12.5", cost: "7.05", currency: "USD" });
});

test("an account is read on a day, as it was known at an instant", async () => {
  const entry = entryAt("GET /customers/{customer_id}/account");
  const at = async (query: Record<string, string>) => {
    const answer = await ask(
      entry,
      { path: `/customers/${shop.customerId}/account`, query, body: {} },
      { key: all },
    );
    return (await answer.json()) as { as_of: string; known_at: string | null; figures: { balance: string } };
  };
  expect(await at({ as_of: "2026-01-31" })).toMatchObject({
    as_of: "2026-01-31",
    known_at: null,
    figures: { balance: "100.00" },
  });
  const before = await at({ as_of: "2026-01-31", known_at: "2020-01-01T00:00:00Z" });
  expect(before).toMatchObject({ figures: { balance: "0.00", currency: "USD" } });
});

const ofMoments = table()
  .filter(({ isChange, input }) => !isChange && "asOf" in (input.properties ?? {}))
  .map((entry) => [entry.route.path, entry] as const);

test.each(ofMoments)("%s has nothing of before there was anything, on either axis", async (_path, entry) => {
  await prepare(shop, entry.route.procedure);
  const { query, ...sent } = sentTo(entry, shop);
  for (const moment of [{ as_of: "2001-01-01" }, { known_at: "2001-01-01T00:00:00Z" }]) {
    const answer = await ask(entry, { ...sent, query: { ...query, ...moment } }, { key: all });
    const body = await answer.text();
    expect([200, 404]).toContain(answer.status);
    // Who the customers and jobs are is told all the same, but none of what they owe; a limit is a decision, and so is a contract.
    const amounts = [...body.matchAll(/"(\w+)":"(-?\d+\.\d\d)"/g)]
      .filter(([, name]) => !/^(limit|contract|amount)$/.test(name ?? ""))
      .map(([, , amount]) => amount);
    expect([moment, amounts.filter((amount) => amount !== "0.00")]).toEqual([moment, []]);
    expect(
      (await ask(entry, { ...sent, query: { ...query, as_of: "2001-02-30" } }, { key: all })).status,
    ).toBe(400);
  }
});

test("a list as it was known has its documents with what was open of them then", async () => {
  const entry = entryAt("GET /invoices");
  const rowsOn = async (query: Record<string, string>) => {
    const answer = await ask(
      entry,
      { path: "/invoices", query: { search: "A-1", ...query }, body: {} },
      { key: all },
    );
    return ((await answer.json()) as { rows: { open: string; state: string }[] }).rows;
  };
  const told = async (query: Record<string, string>) =>
    (await rowsOn(query)).map(({ open, state }) => [open, state]);
  expect(await told({ as_of: "2026-02-09" })).toEqual([["100.00", "open"]]);
  expect(await told({ as_of: "2026-02-10" })).toEqual([["40.00", "part-paid"]]);
  expect(await told({})).toEqual([["40.00", "overdue"]]);
  expect(await told({ as_of: "2026-02-09", state: "overdue" })).toEqual([]);
});

function entryAt(name: string): Entry {
  const found = table().find(({ route }) => `${route.method} ${route.path}` === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
}
