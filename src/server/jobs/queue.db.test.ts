// The queue of mails: one job a mail, however often it is swept up, and a start that failed is tried again.
import { randomUUID } from "node:crypto";
import { PgBoss } from "pg-boss";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { closePool } from "@/db/client.ts";
import { needed } from "@/env.ts";
import { setMailer } from "../auth/mailer.ts";
import { asMember, call, openShop, type Shop } from "../testing/fixture-shop.ts";
import { MAIL_QUEUE, queue, type MailJob } from "./queue.ts";
import { sweepMails } from "./sweep.ts";

let shop = undefined as unknown as Shop;
const admin = postgres(needed("ADMIN_DATABASE_URL"), { max: 1 });
beforeAll(async () => {
  shop = await openShop();
});
// There is a way out; nothing goes by it.
beforeEach(() => setMailer(() => Promise.reject(new Error("nobody works these"))));
afterEach(() => setMailer(null));
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
  await admin.end();
});

test("a queue that couldn't be started is started when it is next asked for", async () => {
  const start = vi.spyOn(PgBoss.prototype, "start").mockRejectedValueOnce(new Error("no database"));
  await expect(queue()).rejects.toThrow("no database");
  start.mockRestore();
  await expect(queue()).resolves.toBeInstanceOf(PgBoss);
});

test("a mail that waits for its next try isn't queued again", async () => {
  const send = { commandKey: randomUUID(), statementId: shop.statementId, recipient: "ap@greenleaf.example" };
  const { outboxId } = (await call(await asMember(shop, "owner"), "statements.send", send)) as MailJob;
  await admin`update books.outbox set queued_at = queued_at - interval '1 hour' where id = ${outboxId}`;
  const boss = await queue();
  await sweepMails(boss);
  await sweepMails(boss);
  const jobs =
    await admin`select 1 from pgboss.job where name = ${MAIL_QUEUE} and data ->> 'outboxId' = ${outboxId}`;
  expect(jobs).toHaveLength(1);
});

test("a mail whose job was lost is queued again, once", async () => {
  const send = { commandKey: randomUUID(), statementId: shop.statementId, recipient: "ap@greenleaf.example" };
  const { outboxId } = (await call(await asMember(shop, "owner"), "statements.send", send)) as MailJob;
  await admin`update books.outbox set queued_at = queued_at - interval '1 hour' where id = ${outboxId}`;
  await admin`delete from pgboss.job where name = ${MAIL_QUEUE} and data ->> 'outboxId' = ${outboxId}`;
  const jobs = () =>
    admin`select 1 from pgboss.job where name = ${MAIL_QUEUE} and data ->> 'outboxId' = ${outboxId}`;
  const boss = await queue();
  // Without any way out it waits on.
  setMailer(null);
  await sweepMails(boss);
  expect(await jobs()).toHaveLength(0);
  setMailer(() => Promise.reject(new Error("nobody works these")));
  await sweepMails(boss);
  await sweepMails(boss);
  expect(await jobs()).toHaveLength(1);
});
