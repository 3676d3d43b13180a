// Drafts of invoices at the doors: what the audit log keeps of them, how long one may be, and who corrects.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { setClock } from "./clock.ts";
import { answerOf, booksOf } from "./testing/fixture-caller.ts";
import { INPUTS, asMember, call, openShop, prepare, type Shop } from "./testing/fixture-shop.ts";

let shop: Shop;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
});
afterAll(async () => {
  setClock(null);
  await closePool();
});

const start = () => INPUTS["invoiceDrafts.start"]?.(shop) as { draft: { lines: object[] } };

test("what was typed is kept once, with the draft, and not in the log of every save", async () => {
  await call(await asMember(shop, "bookkeeper"), "invoiceDrafts.start", start());
  const rows = await (
    await booksOf(shop)
  ).read(({ tx }) =>
    tx.execute<{ input: string }>(sql`
      select input from books.audit_entries where action = 'invoiceDrafts.start' order by recorded_at desc limit 1`),
  );
  expect(rows).toEqual([{ input: '{"draft":"…"}' }]);
});

test("a text that no database can hold is a bad request, though the log doesn't keep it", async () => {
  const { draft, ...rest } = start();
  const owner = await asMember(shop, "owner");
  for (const poNumber of ["a\u0000b", "\ud800"])
    expect(
      await answerOf(owner, "invoiceDrafts.start", { ...rest, draft: { ...draft, poNumber } }),
    ).toMatchObject({
      code: "BAD_REQUEST",
    });
});

test("a notation that is none is a bad request, and no fault of ours", async () => {
  const { draft, ...rest } = start();
  const owner = await asMember(shop, "owner");
  for (const locale of ["!!", "", "xx-nowhere-at-all"])
    expect(
      await answerOf(owner, "invoiceDrafts.start", { ...rest, draft: { ...draft, locale } }),
    ).toMatchObject({
      code: "BAD_REQUEST",
    });
});

test("ten thousand lines are refused in words, at once", async () => {
  const { draft } = start();
  const lines = Array.from({ length: 10_000 }, () => draft.lines[0]);
  const owner = await asMember(shop, "owner");
  expect(
    await answerOf(owner, "invoiceDrafts.start", { commandKey: randomUUID(), draft: { ...draft, lines } }),
  ).toMatchObject({
    code: "BAD_REQUEST",
    message: expect.stringContaining("An invoice has at most 1,000 lines."),
  });
});

test("who may bill but not reverse issues what is new, and not what corrects an invoice", async () => {
  await prepare(shop, "invoiceDrafts.correct");
  const manager = await asMember(shop, "project-manager");
  const refused = { code: "FORBIDDEN", refusal: ["not-allowed", { permission: "event:reverse" }] };
  const correct = INPUTS["invoiceDrafts.correct"]?.(shop);
  expect(await answerOf(manager, "invoiceDrafts.correct", correct)).toMatchObject(refused);
  const drawn = (await call(await asMember(shop, "bookkeeper"), "invoiceDrafts.correct", correct)) as {
    draftId: string;
    version: number;
  };
  const issue = { ...drawn, seen: { taxes: [] } };
  expect(
    await answerOf(manager, "invoiceDrafts.issue", { commandKey: randomUUID(), ...issue }),
  ).toMatchObject(refused);
  await prepare(shop, "invoiceDrafts.issue");
  expect(
    await answerOf(manager, "invoiceDrafts.issue", INPUTS["invoiceDrafts.issue"]?.(shop)),
  ).toHaveProperty("answer.number");
});
