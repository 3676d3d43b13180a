// A mail that can't be sent is tried so many times and then given up, however each try ended; and the books are opened no
// oftener for it than they must be.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { readMails } from "@/books/statements/outbox.ts";
import { readBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { direct } from "@/db/testing/direct.ts";
import { present } from "@/domain/assert.ts";
import { needed } from "@/env.ts";
import { tenantOf } from "../actor.ts";
import { setMailer } from "../auth/mailer.ts";
import { linksOf } from "../shared-paper.ts";
import { asMember, call, openShop, type Shop } from "../testing/fixture-shop.ts";
import { deliver } from "./deliver.ts";
import { MAIL_TRIES, queue } from "./queue.ts";

afterEach(() => {
  setMailer(null);
  vi.restoreAllMocks();
});
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

test.each([
  [
    "the server is unwell",
    () => Promise.resolve({ status: "retry" as const, error: "451 later", slow: false, taken: false }),
  ],
  ["the try breaks off", () => Promise.reject(new Error("out of memory"))],
])("%s each time", async (_how, send) => {
  const shop = await openShop();
  const owner = await asMember(shop, "owner");
  const member = present(owner.member, "the owner is a member");
  const { statementId } = shop;
  const paper = { kind: "statement", id: statementId } as const;
  const asked = { commandKey: randomUUID(), statementId, recipient: "ap@greenleaf.example" };
  const { outboxId } = (await call(owner, "statements.send", asked)) as { outboxId: string };
  setMailer(send);
  for (let n = 0; n < MAIL_TRIES + 3; n++)
    await deliver({ tenant: tenantOf(member), outboxId }, `try-${n}`).catch(() => {});
  const [mail] = await readBooks(member, (books) => readMails(books, paper));
  const links = await readBooks(member, (books) => linksOf(books, member, paper));
  expect(mail).toMatchObject({ status: "failed" });
  expect(links).toHaveLength(MAIL_TRIES);
});

/** Sends the shop's statement to one address and delivers the mail; how many transactions of the books that took. */
async function mailed(shop: Shop, recipient: string) {
  const owner = await asMember(shop, "owner");
  const member = present(owner.member, "the owner is a member");
  const asked = { commandKey: randomUUID(), statementId: shop.statementId, recipient };
  const { outboxId } = (await call(owner, "statements.send", asked)) as { outboxId: string };
  const attached: Buffer[] = [];
  setMailer(({ attachments = [] }) => {
    attached.push(...attachments.map(({ content }) => Buffer.from(content)));
    return Promise.resolve({ status: "sent", messageId: "<1@test>" });
  });
  const queries = vi.spyOn(pg.Client.prototype, "query");
  await deliver({ tenant: tenantOf(member), outboxId }, "once");
  const transactions = queries.mock.calls.filter(([said]) =>
    JSON.stringify(said).startsWith('"begin '),
  ).length;
  queries.mockRestore();
  return { member, attached, transactions };
}

test("the books are opened to begin and to end, and once more to keep a paper that is drawn first", async () => {
  const shop = await openShop();
  const first = await mailed(shop, "ap@greenleaf.example");
  expect(first.transactions).toBe(3);
  const second = await mailed(shop, "owner@greenleaf.example");
  expect(second.transactions).toBe(2);
  expect(first.attached).toHaveLength(1);
  expect(second.attached).toEqual(first.attached);
  const [kept] = await readBooks(first.member, ({ tx }) =>
    tx.execute<{ pdf: Buffer }>(
      sql`select pdf from books.statement_files where statement_id = ${shop.statementId}`,
    ),
  );
  expect(kept?.pdf).toEqual(first.attached[0]);
});

test("the link is written in no transaction of the books", async () => {
  const shop = await openShop();
  const { member } = await mailed(shop, "ap@greenleaf.example");
  // The app may not look at who wrote a row; the owner of the tables may.
  const owner = direct(needed("MIGRATOR_DATABASE_URL"));
  const links = await owner.begin(async (tx) => {
    await tx`set local role onaccount_owner`;
    return tx<{ by: string }[]>`
      select xmin::text as by from directory.statement_links where statement_id = ${shop.statementId}::uuid`;
  });
  await owner.end();
  const commands = await readBooks(member, ({ tx }) =>
    tx.execute<{ by: string }>(
      sql`select xmin::text as by from books.commands where procedure like 'mail.%'`,
    ),
  );
  expect(links).toHaveLength(1);
  expect(commands.length).toBeGreaterThanOrEqual(2);
  expect(commands.map(({ by }) => by)).not.toContain(links[0]?.by);
});

test("a server that takes the mail and never answers gets it once more, and no oftener", async () => {
  const shop = await openShop();
  const owner = await asMember(shop, "owner");
  const member = present(owner.member, "the owner is a member");
  const { statementId } = shop;
  const paper = { kind: "statement", id: statementId } as const;
  const asked = { commandKey: randomUUID(), statementId, recipient: "ap@greenleaf.example" };
  const { outboxId } = (await call(owner, "statements.send", asked)) as { outboxId: string };
  const taken = { status: "retry" as const, error: "Timeout", slow: true, taken: true };
  const refused = { status: "retry" as const, error: "451 later", slow: false, taken: false };
  const answers = [refused, taken, taken, taken];
  const ids: (string | undefined)[] = [];
  setMailer(async ({ trace }) => {
    ids.push(trace?.messageId);
    return present(answers.shift(), "an answer");
  });
  const tries = [];
  for (let n = 0; n < 4; n++) tries.push(await deliver({ tenant: tenantOf(member), outboxId }, `try-${n}`));
  expect(tries.map(({ again, answered }) => [again !== null, answered])).toEqual([
    [true, null],
    [true, false],
    [false, false],
    [false, null],
  ]);
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(1);
  const [mail] = await readBooks(member, (books) => readMails(books, paper));
  expect(mail).toMatchObject({
    status: "failed",
    lastError: "The mail server took the mail and never answered, twice. It may have arrived.",
  });
});
