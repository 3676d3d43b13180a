// The list of all events: whoever adds it up has every account as the API's own reads have it; page by page, filtered, from
// where one has come, and told alike by a webhook.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readEventsAfter } from "@/books/business/webhook-events.ts";
import type { Account } from "@/books/story/ledger-dsl.ts";
import { verbsOf } from "@/books/testing/desk.ts";
import { steps } from "@/books/testing/model-plan.ts";
import { live } from "@/books/testing/model-run.ts";
import { newWorld, type World } from "@/books/testing/model-world.ts";
import { closePool } from "@/db/client.ts";
import { API_SCOPES } from "@/domain/business/api-scopes.ts";
import { present } from "@/domain/assert.ts";
import { as, call } from "../testing/fixture-caller.ts";
import { everythingFinal } from "../testing/everything-final.ts";
import { expectChains, inCents, rebuilt, type Told } from "../testing/rebuilt.ts";
import { CLIENT_ADDRESS } from "../wire/headers.ts";
import { webhookBody } from "../webhooks/webhook-body.ts";
import { answerRest } from "./door.ts";

let world: World;
let key = "";
let all: Told[] = [];
beforeAll(async () => {
  world = await newWorld(new Map());
  const [history] = fc.sample(steps(120), { numRuns: 1, seed: 20_261_130 });
  await live(world, present(history, "one was asked for"), { comparing: false });
  key = await keyOf(world.business);
  await everythingFinal();
  all = (await pages("/events", { limit: "7" })) as Told[];
}, 60_000);
afterAll(closePool);

async function keyOf({ slug, ownerId }: { slug: string; ownerId: string }): Promise<string> {
  const owner = await as({ id: ownerId, name: "Olive Owner", email: "olive@people.example" }, slug);
  const made = await call(owner, "apiKeys.make", {
    commandKey: randomUUID(),
    name: "Till",
    scopes: API_SCOPES,
  });
  return (made as { key: string }).key;
}

async function get(path: string, query: Record<string, string> = {}) {
  const request = new Request(`http://till.example/api/v1${path}?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${key}`, [CLIENT_ADDRESS]: "10.1.2.3" },
  });
  const answer = await answerRest(request, path.split("/").slice(1));
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

type Page = { rows: unknown[]; next: string | null };

/** All pages, one behind the other; `of`: where in the answer they lie. */
async function pages(path: string, query = {}, of = (body: unknown) => body as Page): Promise<unknown[]> {
  const rows: unknown[] = [];
  let cursor: string | null | undefined;
  do {
    const { status, body } = await get(path, { ...query, ...(cursor && { cursor }) });
    expect(status, JSON.stringify(body)).toBe(200);
    rows.push(...of(body).rows);
    cursor = of(body).next;
  } while (cursor !== null);
  return rows;
}

type Open = { item_id: number; open: string };
type Credit = { credit_id: number; open: string };
type Application = { credit_id: number; item_id: number; amount: string };

/** What the reads of an account say, of now or of another moment. */
async function told(customerId: string, at: Record<string, string> = {}) {
  const { body: account } = await get(`/customers/${customerId}/account`, at);
  const unpaid = (await pages(`/customers/${customerId}/account/unpaid`, at)) as Open[];
  const credits = `/customers/${customerId}/credits`;
  const { body } = await get(credits, at);
  const rows = await pages(credits, at, (each) => (each as { applications: Page }).applications);
  return {
    balances: [[account["account_id"], inCents((account["figures"] as { net: string }).net)]],
    open: [
      ...unpaid.map(({ item_id, open }) => [`item ${item_id}`, inCents(open)]),
      ...(body["credits"] as Credit[]).map(({ credit_id, open }) => [`credit ${credit_id}`, inCents(open)]),
    ],
    applied: (rows as Application[]).map(({ credit_id, item_id, amount }) => [
      `${credit_id} to ${item_id}`,
      inCents(amount),
    ]),
  };
}

/** The same of all accounts. */
async function toldOfAll(at = {}) {
  const accounts = await Promise.all(world.accounts.map(({ customerId }) => told(customerId, at)));
  const of = (name: "balances" | "open" | "applied") =>
    Object.fromEntries(accounts.flatMap((each) => each[name] as [string, number][]));
  return { balances: of("balances"), open: of("open"), applied: of("applied") };
}

test("added up, it is what the API says of every account: balance, open items and credits, and applications", async () => {
  expect(all.length).toBeGreaterThan(30);
  expectChains(all);
  const now = await toldOfAll();
  expect(rebuilt(all)).toEqual(now);
  expect([Object.keys(now.applied).length > 0, Object.keys(now.open).length > 5]).toEqual([true, true]);
});

test("and so it is of any day, as it was known at any instant", async () => {
  for (const [part, day] of [
    [0.4, "2026-06-10"],
    [0.7, "2026-05-30"],
    [1, "2026-06-20"],
  ] as const) {
    const at = { as_of: day, known_at: instantAt(part) };
    const events = (await pages("/events", at)) as Told[];
    const { open, applied, balances } = await toldOfAll(at);
    const then = rebuilt(events, { isWhole: false });
    expect([at, then.open, then.applied]).toEqual([at, open, applied]);
    for (const [account, net] of Object.entries(balances)) expect(then.balances[account] ?? 0).toBe(net);
  }
});

/** The instant when so much of the history had been lived, as an address says it. */
function instantAt(part: number): string {
  const { instants } = world;
  const at = present(instants[Math.floor((instants.length - 1) * part)], "it was lived");
  return at.replace(" ", "T").replace(/\+00$/, "Z");
}

test("a webhook says the same of each event", async () => {
  const events = await world.business.read((books) =>
    readEventsAfter(books, { takenAt: "-infinity", takenNumber: 0 }, { until: "infinity", most: 1000 }),
  );
  const sent = events.map(({ event }) => JSON.parse(webhookBody(event)) as { type: string; data: Told });
  expect(sent.map(({ data }) => data)).toEqual(all);
  expect(sent.map(({ type }) => type)).toEqual(all.map(({ kind }) => kind));
});

test("of one kind, customer or account, since an instant, and as it stood on a day and was known at an instant", async () => {
  const [first] = world.accounts;
  const middle = present(all[Math.floor(all.length / 2)], "there are many");
  const list = (query: object) => pages("/events", { ...query, limit: "5" });
  const which = async (query: object, fits: (event: Told) => boolean) => {
    const expected = all.filter(fits);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(all.length);
    expect(await list(query)).toEqual(expected);
  };
  await which({ kind: "payment" }, ({ kind }) => kind === "payment");
  await which({ account_id: first?.accountId }, ({ account }) => account.account_id === first?.accountId);
  await which({ customer_id: first?.customerId }, ({ account }) => account.customer_id === first?.customerId);
  await which({ as_of: "2026-05-30" }, ({ effective_on }) => effective_on <= "2026-05-30");
  const known = (await list({ known_at: instantAt(0.5) })) as Told[];
  expect(all.slice(0, known.length)).toEqual(known);
  expect([known.length > 5, known.length < all.length]).toEqual([true, true]);
  const since = (await list({ since: middle.recorded_at })) as Told[];
  expect(all.slice(-since.length)).toEqual(since);
  expect(since).toContainEqual(middle);
});

test("the number of any event is a place to go on from, and one that isn’t here is none", async () => {
  const at = present(all[9], "there are so many");
  const { body } = await get("/events", { cursor: String(at.event_id) });
  expect(body["rows"]).toEqual(all.slice(10, 60));
  const none = await get("/events", { cursor: "987654321" });
  expect([none.status, none.body["code"]]).toEqual([404, "not-found"]);
  const last = await get("/events", { cursor: String(all.at(-1)?.event_id) });
  expect(last.body).toEqual({ rows: [], next: null });
});

test("what is still being written holds back what was recorded after it, so that a reader passes nothing over", async () => {
  const [one, other] = world.accounts;
  const raise = (account: Account | undefined, hold: () => Promise<void>) =>
    world.business.change(async (books) => {
      await verbsOf(books, account?.accountId ?? "").up(1_00, "2026-06-29");
      await hold();
    });
  const held = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const open = raise(one, () => {
    begun.resolve();
    return held.promise;
  });
  await begun.promise;
  await raise(other, () => Promise.resolve());
  const cursor = String(all.at(-1)?.event_id);
  expect((await get("/events", { cursor })).body["rows"]).toEqual([]);
  held.resolve();
  await open;
  await everythingFinal();
  const { body } = await get("/events", { cursor });
  expect((body["rows"] as Told[]).map(({ account }) => account.account_id)).toEqual([
    one?.accountId,
    other?.accountId,
  ]);
});
