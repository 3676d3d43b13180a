// A receiver of webhooks that is down, slow, redirects, answers that it is unwell or breaks off holds up nothing but itself.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, expect, test } from "vitest";
import {
  changeEndpoint,
  pauseEndpoint,
  removeEndpoint,
  replayOne,
  resumeEndpoint,
} from "@/books/business/webhooks.ts";
import type { Books } from "@/books/open.ts";
import { endpointsWithWork } from "@/books/business/webhook-deliveries.ts";
import { closePool } from "@/db/client.ts";
import { setMailer, type OutgoingMail } from "../auth/mailer.ts";
import { everythingFinal } from "../testing/everything-final.ts";
import { answers, receiver } from "../testing/webhook-receiver.ts";
import { webhookScene } from "../testing/webhook-scene.ts";
import { deliverEvents } from "./deliver-events.ts";

const webhooks = webhookScene();
const { bodies, deliver, deliveriesOf, endpoint, keptInBooks, rebuiltFrom, set, soon, stateOf, story, work } =
  webhooks;
afterAll(closePool);

afterEach(() => setMailer(null));
const shop = () => webhooks.now.shop.now;

test("down for an hour: tried ever more slowly, then it goes on where it stopped; others are sent meanwhile", async () => {
  const [down, other] = [await endpoint({ url: "http://127.0.0.1:9/hook" }), await endpoint()];
  await story();
  const pauses: number[] = [];
  for (let tries = 0; tries < 8; tries++) {
    await soon(down);
    await deliver(down);
    const [row] = await webhooks.now.business.read(({ tx }) =>
      tx.execute<{ pause: number }>(sql`
        select round(extract(epoch from next_try_at - clock_timestamp()))::int as pause from books.webhook_endpoints where id = ${down}::uuid`),
    );
    pauses.push(row?.pause ?? 0);
  }
  expect(pauses).toEqual([5, 30, 120, 300, 900, 1800, 3600, 3600]);
  expect(await stateOf(down)).toMatchObject({ state: "active", tries: 8, fault: "No answer: ECONNREFUSED." });
  expect(await deliveriesOf(down)).toMatchObject([{ tries: 8, code: null, takenAt: null }]);
  // Before its time it isn't tried.
  expect(await webhooks.now.business.read(endpointsWithWork)).toEqual([other]);
  await deliver(other);
  expect(rebuiltFrom(bodies())).toEqual(await keptInBooks());
});

test("days in vain: it is given up, the admins hear of it once, and switched on again it misses nothing", async () => {
  const mails: OutgoingMail[] = [];
  setMailer((mail) => {
    mails.push(mail);
    return Promise.resolve({ status: "sent", messageId: "x" });
  });
  const endpointId = await endpoint();
  await story();
  webhooks.now.shop.now.answer = answers(503);
  await work(endpointId);
  await set(endpointId, "failing_since = now() - interval '73 hours', next_try_at = now()");
  await work(endpointId);
  expect(await stateOf(endpointId)).toMatchObject({ state: "given-up", fault: "It answered 503." });
  await work(endpointId);
  expect(mails.map(({ to, subject }) => [to.name, subject])).toEqual([
    ["Olive Owner", `Webhooks to ${new URL(webhooks.now.shop.url).host} have stopped`],
  ]);
  webhooks.now.shop.received.length = 0;
  webhooks.now.shop.now.answer = answers(200);
  await webhooks.now.business.change((books) => resumeEndpoint(books, endpointId));
  await deliver(endpointId);
  expect(rebuiltFrom(bodies())).toEqual(await keptInBooks());
});

test("410 gives it up at once", async () => {
  const endpointId = await endpoint();
  await story();
  webhooks.now.shop.now.answer = answers(410);
  expect(await deliver(endpointId)).toEqual({ more: false, givenUp: true });
});

test("a redirect isn't followed", async () => {
  const elsewhere = await receiver();
  const endpointId = await endpoint();
  await story();
  webhooks.now.shop.now.answer = answers(307, { location: elsewhere.url });
  await deliver(endpointId);
  expect(elsewhere.received).toEqual([]);
  expect((await stateOf(endpointId)).fault).toContain("It answered 307, a redirect");
  await elsewhere.stop();
});

test("who never answers is waited for five seconds, who breaks off is no answer, who never ends is cut off", async () => {
  const endpointId = await endpoint();
  await story();
  webhooks.now.shop.now.answer = () => {};
  const began = performance.now();
  await deliver(endpointId);
  expect(performance.now() - began).toBeLessThan(6_500);
  expect((await stateOf(endpointId)).fault).toBe("It didn’t answer within 5 seconds.");
  webhooks.now.shop.now.answer = (response) => response.socket?.destroy();
  await soon(endpointId);
  await deliver(endpointId);
  expect((await stateOf(endpointId)).fault).toMatch(/^No answer/);
  let sent = 0;
  webhooks.now.shop.now.answer = (response) => {
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
  expect(sent / webhooks.now.shop.received.length).toBeLessThan(1_000_000);
}, 40_000);

test.each([
  ["removed", removeEndpoint],
  ["paused", pauseEndpoint],
  [
    "changed",
    (books: Books, endpointId: string) =>
      changeEndpoint(books, { endpointId, url: "http://127.0.0.1:9/elsewhere", kinds: [] }),
  ],
] as const)("an endpoint that is %s while much is sent to it gets nothing more", async (_how, change) => {
  const endpointId = await endpoint();
  await story();
  shop().answer = (response) => {
    const done = webhooks.now.shop.received.length === 2;
    const first = done
      ? webhooks.now.business.change((books) => change(books, endpointId))
      : Promise.resolve();
    void first.then(() => response.writeHead(200).end());
  };
  await work(endpointId);
  expect(webhooks.now.shop.received).toHaveLength(2);
});

test("one that has to stop goes on where it stopped", async () => {
  const endpointId = await endpoint();
  await story();
  const isOver = () => webhooks.now.shop.received.length >= 3;
  await everythingFinal();
  expect(await deliverEvents(webhooks.now.actor, endpointId, isOver)).toEqual({ more: true, givenUp: false });
  expect(bodies()).toHaveLength(3);
  await work(endpointId);
  expect(rebuiltFrom(bodies())).toEqual(await keptInBooks());
});

test("what was asked for once more beside a fault waits for the endpoint's turn", async () => {
  const endpointId = await endpoint();
  await webhooks.now.at.up(1_00, "2026-03-01");
  await deliver(endpointId);
  const sent = bodies()[0]?.data.event_id ?? 0;
  shop().answer = answers(500);
  await webhooks.now.at.up(2_00, "2026-03-02");
  await deliver(endpointId);
  await webhooks.now.business.change((books) => replayOne(books, { endpointId, eventId: sent }));
  expect(await webhooks.now.business.read(endpointsWithWork)).toEqual([]);
  await soon(endpointId);
  expect(await webhooks.now.business.read(endpointsWithWork)).toEqual([endpointId]);
});
