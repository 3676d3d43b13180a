// A mail that can't be sent is tried so many times and then given up, however each try ended.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, expect, test } from "vitest";
import { readMails } from "@/books/statements/outbox.ts";
import { readBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { tenantOf } from "../actor.ts";
import { setMailer } from "../auth/mailer.ts";
import { linksOf } from "../shared-statement.ts";
import { asMember, call, openShop } from "../testing/fixture-shop.ts";
import { deliver } from "./deliver.ts";
import { MAIL_TRIES, queue } from "./queue.ts";

afterEach(() => {
  setMailer(null);
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
  const asked = { commandKey: randomUUID(), statementId, recipient: "ap@greenleaf.example" };
  const { outboxId } = (await call(owner, "statements.send", asked)) as { outboxId: string };
  setMailer(send);
  for (let n = 0; n < MAIL_TRIES + 3; n++)
    await deliver({ tenant: tenantOf(member), outboxId }, `try-${n}`).catch(() => {});
  const [mail] = await readBooks(member, (books) => readMails(books, statementId));
  const links = await readBooks(member, (books) => linksOf(books, member, statementId));
  expect(mail).toMatchObject({ status: "failed" });
  expect(links).toHaveLength(MAIL_TRIES);
});

test("a server that takes the mail and never answers gets it once more, and no oftener", async () => {
  const shop = await openShop();
  const owner = await asMember(shop, "owner");
  const member = present(owner.member, "the owner is a member");
  const { statementId } = shop;
  const asked = { commandKey: randomUUID(), statementId, recipient: "ap@greenleaf.example" };
  const { outboxId } = (await call(owner, "statements.send", asked)) as { outboxId: string };
  const taken = { status: "retry" as const, error: "Timeout", slow: true, taken: true };
  const refused = { status: "retry" as const, error: "451 later", slow: false, taken: false };
  const answers = [refused, taken, taken, taken];
  const causes: (string | undefined)[] = [];
  setMailer(async ({ cause }) => {
    causes.push(cause);
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
  expect(causes).toHaveLength(3);
  expect(new Set(causes).size).toBe(1);
  const [mail] = await readBooks(member, (books) => readMails(books, statementId));
  expect(mail).toMatchObject({
    status: "failed",
    lastError: "The mail server took the mail and never answered, twice. It may have arrived.",
  });
});
