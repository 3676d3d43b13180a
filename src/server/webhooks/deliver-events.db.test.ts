// Webhooks: in their order and without a gap, so that accounts can be added up from them; signed; sent again; and a receiver
// that is down, slow, redirects or breaks off holds up nothing but itself.
import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  makeEndpoint,
  readEndpoint,
  replayFrom,
  replayOne,
  resumeEndpoint,
  rotateSecret,
  endSecretBefore,
} from "@/books/business/webhooks.ts";
import { endpointsWithWork, readDeliveries } from "@/books/business/webhook-deliveries.ts";
import { freshBusiness, type Account } from "@/books/story/ledger-dsl.ts";
import { desk, type Desk } from "@/books/testing/desk.ts";
import { closePool } from "@/db/client.ts";
import type { EventKind } from "@/domain/ledger/account.ts";
import { present } from "@/domain/assert.ts";
import { cents } from "@/domain/values/money.ts";
import { systemActor, type SystemActor } from "../actor.ts";
import { setMailer, type OutgoingMail } from "../auth/mailer.ts";
import { runWebhookJob } from "../jobs/webhook-work.ts";
import { answers, receiver } from "../testing/webhook-receiver.ts";
import { deliverEvents } from "./deliver-events.ts";
import { newSecret, sealSecret } from "./signature.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let actor: SystemActor;
let shop: Awaited<ReturnType<typeof receiver>>;
let greenleaf: Account;
let at: Desk;

beforeEach(async () => {
  business = await freshBusiness();
  actor = present(await systemActor(business.asker.orgId, "webhooks-test"), "the business is there");
  shop = await receiver();
  greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(500_00), addressLines: ["1 Elm St"] })
    .write();
  at = desk(business, greenleaf);
});
afterEach(async () => {
  await shop.stop();
  setMailer(null);
  vi.restoreAllMocks();
});
afterAll(closePool);

async function endpoint({
  url = shop.url,
  kinds = [] as EventKind[],
  secret = newSecret(),
} = {}): Promise<string> {
  const endpointId = crypto.randomUUID();
  const sealed = sealSecret(actor, endpointId, secret);
  await business.change((books) => makeEndpoint(books, { endpointId, url, kinds, secret: sealed }));
  return endpointId;
}
const deliver = (endpointId: string) => deliverEvents(actor, endpointId);
const stateOf = (endpointId: string) => business.read((books) => readEndpoint(books, endpointId));
const deliveriesOf = async (endpointId: string) =>
  (await business.read((books) => readDeliveries(books, { endpointId }))).deliveries;
const set = (endpointId: string, change: string) =>
  business.change(({ tx }) =>
    tx.execute(sql.raw(`update books.webhook_endpoints set ${change} where id = '${endpointId}'`)),
  );
const soon = (endpointId: string) => set(endpointId, "next_try_at = now()");

type Use = { creditEventId: number | null; itemEventId: number | null; amount: string };
type Body = {
  type: string;
  data: {
    eventId: number;
    amount: string;
    balanceAfter: string;
    account: { accountId: string; sequence: number; previousEventId: number | null };
    item: { amount: string } | null;
    credit: { amount: string } | null;
    applied: Use[];
    reduced: Use[];
  };
};
const bodies = () => shop.received.map(({ body }) => JSON.parse(body) as Body);
const inCents = (amount: string) => Math.round(Number(amount) * 100);

/** What a consumer does: adds up what it is told, and never asks. */
function rebuilt(told: readonly Body[]) {
  const open = new Map<string, number>();
  const balances = new Map<string, number>();
  const add = (key: string, amount: number) => open.set(key, (open.get(key) ?? 0) + amount);
  for (const { data } of told) {
    const { accountId } = data.account;
    balances.set(accountId, (balances.get(accountId) ?? 0) + inCents(data.amount));
    expect(balances.get(accountId)).toBe(inCents(data.balanceAfter));
    if (data.item) add(`item ${data.eventId}`, inCents(data.item.amount));
    if (data.credit) add(`credit ${data.eventId}`, inCents(data.credit.amount));
    for (const use of [...data.applied, ...data.reduced]) {
      if (use.itemEventId !== null) add(`item ${use.itemEventId}`, -inCents(use.amount));
      if (use.creditEventId !== null) add(`credit ${use.creditEventId}`, -inCents(use.amount));
    }
  }
  return {
    open: Object.fromEntries([...open].filter(([, left]) => left !== 0)),
    balances: Object.fromEntries(balances),
  };
}

async function keptInBooks() {
  const rows = await business.read(({ tx }) =>
    tx.execute<{ key: string; open: number }>(sql`
      select 'item ' || id as key, open from books.items where open > 0
      union all select 'credit ' || id, open from books.credits where open > 0`),
  );
  const nets = await business.read(({ tx }) =>
    tx.execute<{ id: string; net: number }>(
      sql`select id, net from books.accounts where last_seq is not null`,
    ),
  );
  return {
    open: Object.fromEntries(rows.map(({ key, open }) => [key, open])),
    balances: Object.fromEntries(nets.map(({ id, net }) => [id, net])),
  };
}

/** Two accounts, with much of what can happen to them. */
async function story() {
  const birch = await business
    .customer("Birch")
    .invoice("70.00", "2026-02-01")
    .paid("90.00", "2026-02-20")
    .write();
  const invoice = await at.invoice(100_00, "2026-03-01");
  const paid = await at.pay(60_00, "2026-03-05", [[invoice.eventId, 40_00]]);
  await at.refund(5_00, "2026-03-06", paid.eventId);
  await at.writeOff(invoice.eventId, 10_00, "2026-03-07");
  await at.unApply(paid.eventId, invoice.eventId, "2026-03-08");
  const up = await at.up(7_00, "2026-03-09");
  await at.reverse(up.eventId, "2026-03-10");
  await desk(business, birch).up(3_00, "2026-03-11");
}

test("accounts are added up from what was sent: balances, open items and open credit", async () => {
  const endpointId = await endpoint();
  await story();
  expect(await business.read(endpointsWithWork)).toEqual([endpointId]);
  await runWebhookJob({ tenant: business.asker.orgId, endpointId });
  expect(rebuilt(bodies())).toEqual(await keptInBooks());
  const chains = Map.groupBy(bodies(), ({ data }) => data.account.accountId);
  for (const chain of chains.values()) {
    expect(chain.map(({ data }) => data.account.sequence)).toEqual(chain.map((_, n) => n + 1));
    expect(chain.map(({ data }) => data.account.previousEventId)).toEqual([
      null,
      ...chain.slice(0, -1).map(({ data }) => data.eventId),
    ]);
  }
  expect(await business.read(endpointsWithWork)).toEqual([]);
});

test("what isn't taken is waited for: nothing after it is sent before, and nothing is left out", async () => {
  const endpointId = await endpoint();
  await story();
  let n = 0;
  shop.now.answer = (response) => response.writeHead(++n % 3 === 0 ? 500 : 204).end();
  for (let tries = 0; tries < 40; tries++) {
    await soon(endpointId);
    await deliver(endpointId);
  }
  const [taken, all] = [new Set<number>(), bodies()];
  const inOrder = all.filter(({ data }) => !taken.has(data.eventId) && taken.add(data.eventId));
  expect(inOrder.length).toBeLessThan(all.length);
  expect(rebuilt(inOrder)).toEqual(await keptInBooks());
  // Sent again, it is the same message.
  const ids = shop.received.map(({ headers }) => headers["webhook-id"]);
  expect(new Set(ids).size).toBe(inOrder.length);
});

test("down for an hour: tried ever more slowly, then it goes on where it stopped; others are sent meanwhile", async () => {
  const [down, other] = [await endpoint({ url: "http://127.0.0.1:9/hook" }), await endpoint()];
  await story();
  const pauses: number[] = [];
  for (let tries = 0; tries < 8; tries++) {
    await soon(down);
    await deliver(down);
    const [row] = await business.read(({ tx }) =>
      tx.execute<{ pause: number }>(sql`
        select round(extract(epoch from next_try_at - clock_timestamp()))::int as pause from books.webhook_endpoints where id = ${down}::uuid`),
    );
    pauses.push(row?.pause ?? 0);
  }
  expect(pauses).toEqual([5, 30, 120, 300, 900, 1800, 3600, 3600]);
  expect(await stateOf(down)).toMatchObject({ state: "active", tries: 8, fault: "No answer: ECONNREFUSED." });
  expect(await deliveriesOf(down)).toMatchObject([{ tries: 8, code: null, takenAt: null }]);
  // Before its time it isn't tried.
  expect(await business.read(endpointsWithWork)).toEqual([other]);
  await deliver(other);
  expect(rebuilt(bodies())).toEqual(await keptInBooks());
});

test("days in vain: it is given up, the admins hear of it once, and switched on again it misses nothing", async () => {
  const mails: OutgoingMail[] = [];
  setMailer((mail) => {
    mails.push(mail);
    return Promise.resolve({ status: "sent", messageId: "x" });
  });
  const endpointId = await endpoint();
  await story();
  shop.now.answer = answers(503);
  await runWebhookJob({ tenant: business.asker.orgId, endpointId });
  await set(endpointId, "failing_since = now() - interval '73 hours', next_try_at = now()");
  await runWebhookJob({ tenant: business.asker.orgId, endpointId });
  expect(await stateOf(endpointId)).toMatchObject({ state: "given-up", fault: "It answered 503." });
  await runWebhookJob({ tenant: business.asker.orgId, endpointId });
  expect(mails.map(({ to, subject }) => [to.name, subject])).toEqual([
    ["Olive Owner", `Webhooks to ${new URL(shop.url).host} have stopped`],
  ]);
  shop.received.length = 0;
  shop.now.answer = answers(200);
  await business.change((books) => resumeEndpoint(books, endpointId));
  await deliver(endpointId);
  expect(rebuilt(bodies())).toEqual(await keptInBooks());
});

test("410 gives it up at once", async () => {
  const endpointId = await endpoint();
  await story();
  shop.now.answer = answers(410);
  expect(await deliver(endpointId)).toEqual({ more: false, givenUp: true });
});

test("a redirect isn't followed", async () => {
  const elsewhere = await receiver();
  const endpointId = await endpoint();
  await story();
  shop.now.answer = answers(307, { location: elsewhere.url });
  await deliver(endpointId);
  expect(elsewhere.received).toEqual([]);
  expect((await stateOf(endpointId)).fault).toContain("It answered 307, a redirect");
  await elsewhere.stop();
});

test("who never answers is waited for five seconds, who breaks off is no answer, who never ends is cut off", async () => {
  const endpointId = await endpoint();
  await story();
  shop.now.answer = () => {};
  const began = performance.now();
  await deliver(endpointId);
  expect(performance.now() - began).toBeLessThan(6_500);
  expect((await stateOf(endpointId)).fault).toBe("It didn’t answer within 5 seconds.");
  shop.now.answer = (response) => response.socket?.destroy();
  await soon(endpointId);
  await deliver(endpointId);
  expect((await stateOf(endpointId)).fault).toMatch(/^No answer/);
  let sent = 0;
  shop.now.answer = (response) => {
    response.writeHead(200);
    const more = () => {
      sent += 16_384;
      if (!response.destroyed) response.write(Buffer.alloc(16_384), () => setTimeout(more, 1));
    };
    more();
  };
  await soon(endpointId);
  await deliver(endpointId);
  expect((await stateOf(endpointId)).fault).toBe("");
  // Of each only so much was read; what lies in the buffers of the two sides isn't much more.
  expect(sent / shop.received.length).toBeLessThan(1_000_000);
}, 40_000);

test("signed with both secrets while they are changed over, then with the new one alone", async () => {
  const [first, second] = [newSecret(), newSecret()];
  const endpointId = await endpoint({ secret: first });
  const signs = (secret: string, n: number) => {
    const { headers, body } = present(shop.received[n], "it was sent");
    const key = Buffer.from(secret.replace("whsec_", ""), "base64");
    const said = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    const signature = `v1,${createHmac("sha256", key).update(said).digest("base64")}`;
    return (headers["webhook-signature"] ?? "").split(" ").includes(signature);
  };
  const sendOne = async (day: string) => {
    await at.up(1_00, day);
    await deliver(endpointId);
  };
  await sendOne("2026-03-01");
  await business.change((books) =>
    rotateSecret(books, { endpointId, secret: sealSecret(actor, endpointId, second) }),
  );
  await sendOne("2026-03-02");
  await business.change((books) => endSecretBefore(books, endpointId));
  await sendOne("2026-03-03");
  expect([0, 1, 2].map((n) => [signs(first, n), signs(second, n)])).toEqual([
    [true, false],
    [true, true],
    [false, true],
  ]);
  expect(Math.abs(Number(shop.received[0]?.headers["webhook-timestamp"]) - Date.now() / 1000)).toBeLessThan(
    60,
  );
});

test("one is sent again out of turn, and everything from an event on in its order", async () => {
  const endpointId = await endpoint();
  await story();
  await deliver(endpointId);
  const sent = bodies().map(({ data }) => data.eventId);
  const third = sent[2] ?? 0;
  shop.received.length = 0;
  await business.change((books) => replayOne(books, { endpointId, eventId: third }));
  await deliver(endpointId);
  expect(bodies().map(({ data }) => data.eventId)).toEqual([third]);
  shop.received.length = 0;
  await business.change((books) => replayFrom(books, { endpointId, eventId: third }));
  await deliver(endpointId);
  expect(bodies().map(({ data }) => data.eventId)).toEqual(sent.slice(2));
  shop.received.length = 0;
  await business.change((books) => replayFrom(books, { endpointId }));
  await deliver(endpointId);
  expect(rebuilt(bodies())).toEqual(await keptInBooks());
  const shown = await deliveriesOf(endpointId);
  expect(shown).toHaveLength(sent.length);
  expect(shown.find(({ eventId }) => eventId === third)).toMatchObject({ tries: 4, code: 200 });
});

test("only what was chosen is sent, and another business's events never", async () => {
  const stranger = await freshBusiness();
  await stranger.customer("Strange").invoice("5.00", "2026-02-01").write();
  const endpointId = await endpoint({ kinds: ["payment"] });
  await story();
  await deliver(endpointId);
  expect(bodies().map(({ type }) => type)).toEqual(["payment", "payment"]);
  expect(await business.read(endpointsWithWork)).toEqual([]);
});
