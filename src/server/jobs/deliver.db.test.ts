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
  ["the server is unwell", () => Promise.resolve({ status: "retry" as const, error: "451 later" })],
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
