// Webhooks: in their order and without a gap, so that accounts can be added up from them; signed; and sent again.
import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { endSecretBefore, replayFrom, replayOne, rotateSecret } from "@/books/business/webhooks.ts";
import { clearDeliveries, endpointsWithWork } from "@/books/business/webhook-deliveries.ts";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { now } from "../clock.ts";
import { expectChains } from "../testing/rebuilt.ts";
import { webhookScene } from "../testing/webhook-scene.ts";
import { newSecret, sealSecret } from "./signature.ts";

const webhooks = webhookScene();
const { bodies, deliver, deliveriesOf, endpoint, keptInBooks, rebuiltFrom, soon, story, work } = webhooks;
afterAll(closePool);

/** Whether the nth that was received is signed with that secret. */
const signs = (secret: string, n: number) => {
  const { headers, body } = present(webhooks.now.shop.received[n], "it was sent");
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const said = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const signature = `v1,${createHmac("sha256", key).update(said).digest("base64")}`;
  return (headers["webhook-signature"] ?? "").split(" ").includes(signature);
};

test("accounts are added up from what was sent: balances, open items and open credit", async () => {
  const endpointId = await endpoint();
  await story();
  expect(await webhooks.now.business.read(endpointsWithWork)).toEqual([endpointId]);
  await work(endpointId);
  expect(rebuiltFrom(bodies())).toEqual(await keptInBooks());
  expectChains(bodies().map(({ data }) => data));
  expect(await webhooks.now.business.read(endpointsWithWork)).toEqual([]);
});

test("what isn't taken is waited for: nothing after it is sent before, and nothing is left out", async () => {
  const endpointId = await endpoint();
  await story();
  let n = 0;
  webhooks.now.shop.now.answer = (response) => response.writeHead(++n % 3 === 0 ? 500 : 204).end();
  for (let tries = 0; tries < 40; tries++) {
    await soon(endpointId);
    await deliver(endpointId);
  }
  const [taken, all] = [new Set<number>(), bodies()];
  const inOrder = all.filter(({ data }) => !taken.has(data.event_id) && taken.add(data.event_id));
  expect(inOrder.length).toBeLessThan(all.length);
  expect(rebuiltFrom(inOrder)).toEqual(await keptInBooks());
  // Sent again, it is the same message.
  const ids = webhooks.now.shop.received.map(({ headers }) => headers["webhook-id"]);
  expect(new Set(ids).size).toBe(inOrder.length);
});

test("signed with both secrets while they are changed over, then with the new one alone", async () => {
  const [first, second] = [newSecret(), newSecret()];
  const endpointId = await endpoint({ secret: first });
  const sendOne = async (day: string) => {
    await webhooks.now.at.up(1_00, day);
    await deliver(endpointId);
  };
  await sendOne("2026-03-01");
  await webhooks.now.business.change((books) =>
    rotateSecret(books, { endpointId, secret: sealSecret(webhooks.now.actor, endpointId, second) }),
  );
  await sendOne("2026-03-02");
  await webhooks.now.business.change((books) => endSecretBefore(books, endpointId));
  await sendOne("2026-03-03");
  expect([0, 1, 2].map((n) => [signs(first, n), signs(second, n)])).toEqual([
    [true, false],
    [true, true],
    [false, true],
  ]);
  expect(
    Math.abs(Number(webhooks.now.shop.received[0]?.headers["webhook-timestamp"]) - now().getTime() / 1000),
  ).toBeLessThan(60);
});

test("a new secret that never arrived is replaced, and the one that works stays", async () => {
  const works = newSecret();
  const endpointId = await endpoint({ secret: works });
  const rotate = (secret: string) =>
    webhooks.now.business.change((books) =>
      rotateSecret(books, { endpointId, secret: sealSecret(webhooks.now.actor, endpointId, secret) }),
    );
  const [lost, made] = [newSecret(), newSecret()];
  await rotate(lost);
  await rotate(made);
  await webhooks.now.at.up(1_00, "2026-03-01");
  await deliver(endpointId);
  expect([works, lost, made].map((secret) => signs(secret, 0))).toEqual([true, false, true]);
});

test("one is sent again out of turn, and everything from an event on in its order", async () => {
  const endpointId = await endpoint();
  await story();
  await deliver(endpointId);
  const sent = bodies().map(({ data }) => data.event_id);
  const third = sent[2] ?? 0;
  webhooks.now.shop.received.length = 0;
  await webhooks.now.business.change((books) => replayOne(books, { endpointId, eventId: third }));
  await deliver(endpointId);
  expect(bodies().map(({ data }) => data.event_id)).toEqual([third]);
  webhooks.now.shop.received.length = 0;
  await webhooks.now.business.change((books) => replayFrom(books, { endpointId, eventId: third }));
  await deliver(endpointId);
  expect(bodies().map(({ data }) => data.event_id)).toEqual(sent.slice(2));
  webhooks.now.shop.received.length = 0;
  await webhooks.now.business.change((books) => replayFrom(books, { endpointId }));
  await deliver(endpointId);
  expect(rebuiltFrom(bodies())).toEqual(await keptInBooks());
  const shown = await deliveriesOf(endpointId);
  expect(shown).toHaveLength(sent.length);
  expect(shown.find(({ eventId }) => eventId === third)).toMatchObject({ tries: 4, code: 200 });
});

test("what was taken a month ago is cleared away, and nothing else", async () => {
  const endpointId = await endpoint();
  await story();
  await deliver(endpointId);
  const [kept = null, ...old] = await deliveriesOf(endpointId);
  await webhooks.now.business.change(({ tx }) =>
    tx.execute(sql`
      update books.webhook_deliveries set last_at = now() - interval '31 days' where event_number <> ${kept?.eventId ?? 0}`),
  );
  await webhooks.now.business.change(({ tx }) =>
    tx.execute(
      sql`update books.webhook_deliveries set taken_at = null where event_number = ${old[0]?.eventId ?? 0}`,
    ),
  );
  await webhooks.now.business.change(clearDeliveries);
  const left = (await deliveriesOf(endpointId)).map(({ eventId }) => eventId);
  expect(left).toEqual([kept?.eventId, old[0]?.eventId]);
});

test("only what was chosen is sent, and another business's events never", async () => {
  const stranger = await freshBusiness();
  await stranger.customer("Strange").invoice("5.00", "2026-02-01").write();
  const endpointId = await endpoint({ kinds: ["payment"] });
  await story();
  await deliver(endpointId);
  expect(bodies().map(({ type }) => type)).toEqual(["payment", "payment"]);
  expect(await webhooks.now.business.read(endpointsWithWork)).toEqual([]);
});
