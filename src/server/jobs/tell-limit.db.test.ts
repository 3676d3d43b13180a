// Whoever may answer hears by mail that a change waits for a second person: each once, and never who asked for it.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { changeCredit } from "@/books/credit/credit-changes.ts";
import { withdrawLimit } from "@/books/credit/limit-requests.ts";
import { changeBooks } from "@/books/open.ts";
import { cents } from "@/domain/values/money.ts";
import { tenantOf } from "../actor.ts";
import { toldDesk } from "../testing/told-desk.ts";
import { tellLimit } from "./tell-limit.ts";

const desk = toldDesk();
const { sent, sending } = desk;

async function asked(): Promise<string> {
  const { accountId, decided: seen } = desk.shop;
  const terms = { ...seen, limit: { kind: "limit", limitCents: cents(9_000_00) } } as const;
  const command = { key: randomUUID(), procedure: "credit.change", input: {} };
  const { requestId } = await changeBooks(desk.owner, command, async (books) => {
    await books.tx.execute(sql`update books.settings set approve_above = 100`);
    return changeCredit(books, { accountId, terms, seen, reason: "Spring order" });
  });
  return requestId ?? "";
}
const tell = (requestId: string, userId?: string) =>
  tellLimit({ tenant: tenantOf(desk.owner), requestId, ...(userId && { userId }) }, randomUUID());
const admin = () => desk.shop.people.admin;

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
  await tell(requestId, desk.owner.userId ?? "");
  await tell(requestId, desk.shop.people.viewer.id);
  await changeBooks(desk.owner, { key: randomUUID(), procedure: "credit.withdraw", input: {} }, (books) =>
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
