// Mails go out several at once, and a domain that never answers holds no one else up.
import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workMails } from "./mail-work.ts";
import { startQueue, type MailJob } from "./queue.ts";

const queue = `mail-test-${randomUUID().slice(0, 8)}`;
let boss: PgBoss;
beforeAll(async () => {
  boss = await startQueue({ supervise: false, schedule: false, useListenNotify: true, max: 6 });
  await boss.createQueue(queue, { policy: "exclusive", notify: true, retryLimit: 60, retryDelay: 1 });
});
afterAll(() => boss.stop({ graceful: false }));

const jobs = (domain: string, count: number) =>
  Array.from({ length: count }, () => {
    const outboxId = randomUUID();
    return { data: { tenant: domain, outboxId }, singletonKey: outboxId, group: { id: domain } };
  });

test("three hundred mails beside a domain that is slow to say nothing", { timeout: 60_000 }, async () => {
  const [sent, tried] = [[] as string[], [] as number[]];
  const now = { all: 0, dead: 0, most: 0, mostDead: 0 };
  const hung = Promise.withResolvers<null>();
  const deliverOne = async ({ tenant, outboxId }: MailJob) => {
    const dead = tenant === "dead.example";
    now.all++;
    now.dead += dead ? 1 : 0;
    now.most = Math.max(now.most, now.all);
    now.mostDead = Math.max(now.mostDead, now.dead);
    if (dead) tried.push(performance.now());
    await (dead ? hung.promise : new Promise((resolve) => setTimeout(resolve, 5)));
    now.all--;
    now.dead -= dead ? 1 : 0;
    if (!dead) sent.push(outboxId);
    return { again: dead ? "Timeout" : null, answered: !dead };
  };
  // The dead ones are first in the line.
  await boss.insert(queue, [...jobs("dead.example", 20), ...jobs("well.example", 300)]);
  await workMails(boss, { queue, deliverOne });
  await expect.poll(() => sent.length, { timeout: 50_000 }).toBe(300);
  expect(now.all).toBe(now.dead);
  expect(now.most).toBeGreaterThan(4);
  expect(now.most).toBeLessThanOrEqual(10);
  expect(now.mostDead).toBeLessThanOrEqual(4);
  // Once it has let these wait for nothing, the other sixteen aren't tried until it answers.
  const before = tried.length;
  hung.resolve(null);
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  expect(tried).toHaveLength(before);
});
