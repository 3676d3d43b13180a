// The door that tells whoever holds a statement what the books say of it: nothing without its seal, and the same nothing for all.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { readStatement } from "@/books/statements/statements.ts";
import { closePool } from "@/db/client.ts";
import { sealOf } from "@/domain/statements/seal.ts";
import { answerIssued, askIssued } from "./ask-issued.ts";
import { queue } from "./jobs/queue.ts";
import { asMember, call, openShop, type Shop } from "./testing/fixture-shop.ts";
import { somewhere } from "./testing/fixtures.ts";

let shop: Shop;
let seal: string;
beforeAll(async () => {
  shop = await openShop();
  const bookkeeper = await asMember(shop, "bookkeeper");
  const request = { commandKey: randomUUID(), customer: shop.customerId, asOf: "2026-02-28" };
  const { statementId } = (await call(bookkeeper, "statements.issue", request)) as { statementId: string };
  if (!bookkeeper.member) throw new Error("the bookkeeper is a member");
  const issued = await readBooks(bookkeeper.member, (books) => readStatement(books, statementId));
  seal = sealOf(issued.frozen);
});
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

test("whoever has the seal hears that the statement stands", async () => {
  expect(await askIssued({ business: shop.slug, seal }, somewhere())).toMatchObject({ kind: "stands" });
});

test("a guess hears the same, whether there is such a business or not", async () => {
  const other = await openShop();
  for (const question of [
    { business: shop.slug, seal: sealOf("guess") },
    { business: other.slug, seal },
    { business: "no-such-business", seal },
    { business: shop.slug, seal: seal.slice(0, 16) },
    { business: shop.slug, seal: `${seal}'` },
    { business: shop.slug },
    null,
    "x",
  ])
    expect(await askIssued(question, somewhere())).toEqual({ kind: "unknown" });
});

test("it is asked by a short question, and so often a minute", async () => {
  const asked = (body: string, ip: string) =>
    answerIssued(
      new Request("http://localhost/verify/issued", {
        method: "POST",
        body,
        headers: { "x-client-address": ip },
      }),
    );
  const answer = await asked(JSON.stringify({ business: shop.slug, seal }), "192.0.2.77");
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
  const long = await asked(
    JSON.stringify({ business: shop.slug, seal, more: "x".repeat(2_000) }),
    "192.0.2.77",
  );
  expect(await long.json()).toEqual({ kind: "unknown" });
  const all = await Promise.all(Array.from({ length: 60 }, () => asked("{}", "192.0.2.77")));
  expect(all.filter(({ status }) => status === 429)).toHaveLength(2);
});
