// Whoever may answer hears by mail that a change waits for a second person: each once, and never who asked for it.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { changeCredit } from "@/books/credit/credit-changes.ts";
import { withdrawLimit } from "@/books/credit/limit-requests.ts";
import { changeBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { cents } from "@/domain/values/money.ts";
import { tenantOf, type Insider } from "../actor.ts";
import { setMailer, type Delivery, type OutgoingMail } from "../auth/mailer.ts";
import { asMember, openShop, type Shop } from "../testing/fixture-shop.ts";
import { queue } from "./queue.ts";
import { tellLimit } from "./tell-limit.ts";

let shop: Shop;
let owner: Insider;
const sent: OutgoingMail[] = [];
const sending = (delivery: Delivery) =>
  setMailer((mail) => {
    sent.push(mail);
    return Promise.resolve(delivery);
  });

beforeEach(async () => {
  shop = await openShop();
  owner = present((await asMember(shop, "owner")).member, "the owner is a member");
  sent.length = 0;
  sending({ status: "sent", messageId: "x" });
});
afterEach(() => setMailer(null));
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

async function asked(): Promise<string> {
  const { accountId, decided: seen } = shop;
  const terms = { ...seen, limit: { kind: "limit", limitCents: cents(9_000_00) } } as const;
  const command = { key: randomUUID(), procedure: "credit.change", input: {} };
  const { requestId } = await changeBooks(owner, command, async (books) => {
    await books.tx.execute(sql`update books.settings set approve_above = 100`);
    return changeCredit(books, { accountId, terms, seen, reason: "Spring order" });
  });
  return requestId ?? "";
}
const tell = (requestId: string, userId?: string) =>
  tellLimit({ tenant: tenantOf(owner), requestId, ...(userId && { userId }) }, randomUUID());
const admin = () => shop.people.admin;

test("who may answer is told, with what would change, and nobody else", async () => {
  const requestId = await asked();
  const others = await tell(requestId);
  expect(others).toEqual([admin().id]);
  expect(sent).toEqual([]);
  for (const userId of others) await tell(requestId, userId);
  expect(sent.map(({ to }) => to.address)).toEqual([admin().email]);
  const [mail] = sent;
  expect(mail?.subject).toMatch(/wait for your approval$/);
  expect(mail?.text).toMatch(/Credit limit: .* → 9,000\.00 USD/);
  expect(mail?.text).toContain("/customers/credit/requests");
});

test("who asked, and who may not answer, isn’t mailed; nor is anybody once it was answered", async () => {
  const requestId = await asked();
  await tell(requestId, owner.userId ?? "");
  await tell(requestId, shop.people.viewer.id);
  await changeBooks(owner, { key: randomUUID(), procedure: "credit.withdraw", input: {} }, (books) =>
    withdrawLimit(books, { requestId }),
  );
  expect(await tell(requestId)).toEqual([]);
  await tell(requestId, admin().id);
  expect(sent).toEqual([]);
});

test("a mail that doesn’t go out now is tried again", async () => {
  const requestId = await asked();
  sending({ status: "retry", error: "busy", slow: false, taken: false });
  await expect(tell(requestId, admin().id)).rejects.toThrow("busy");
});
