// Keys for programs: what one may do, what it is called in the books, and that a revoked one opens nothing.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { API_SCOPES } from "@/domain/business/api-scopes.ts";
import { ROLES, mayDo } from "@/domain/permission.ts";
import type { KeyActor } from "./actor.ts";
import { keyFrom } from "./auth/api-key.ts";
import { queue } from "./jobs/queue.ts";
import { answerOf, as, asMember, booksOf, call } from "./testing/fixture-caller.ts";
import { openShop, type Shop } from "./testing/fixture-shop.ts";
import { somewhere } from "./testing/fixtures.ts";

let [shop, other] = [undefined, undefined] as unknown as [Shop, Shop];
beforeAll(async () => {
  [shop, other] = [await openShop(), await openShop()];
});
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

type Made = { keyId: string; key: string };
const make = async (of: Shop, scopes: readonly string[], name = "Till") =>
  (await call(await asMember(of, "owner"), "apiKeys.make", { ...fresh(), name, scopes })) as Made;
const fresh = () => ({ commandKey: randomUUID() });
const bearer = (key: string) => keyFrom(`Bearer ${key}`, "test-request");
const contextOf = (member: KeyActor | null) => ({ user: null, member, from: somewhere() });

test("a key acts under its own name, with the permissions that it was given and no other", async () => {
  const { keyId, key } = await make(shop, ["customer:write"]);
  const context = contextOf(await bearer(key));
  const created = await answerOf(context, "customers.create", { ...fresh(), name: "By a program" });
  expect(created).toHaveProperty("answer");
  expect(await answerOf(context, "customers.list", {})).toMatchObject({
    code: "FORBIDDEN",
    refusal: ["not-allowed", { permission: "account:read" }],
  });
  const rows = await readBooks(
    present((await as(shop.people.owner, shop.slug)).member, "an owner"),
    ({ tx }) =>
      tx.execute(sql`
      select actor, actor_name, action from books.audit_entries where actor = ${`key:${keyId}`}`),
  );
  expect(rows).toEqual([{ actor: `key:${keyId}`, actor_name: "Till", action: "customers.create" }]);
});

test("what makes sense for a person alone isn't a program's, whatever it may", async () => {
  const context = contextOf(await bearer((await make(shop, API_SCOPES)).key));
  expect(await answerOf(context, "session.here", undefined)).toMatchObject({ code: "FORBIDDEN" });
});

test("nobody signs in with a key that is revoked, mangled, or another business's", async () => {
  const { keyId, key } = await make(shop, ["account:read"]);
  expect(await bearer(key)).toMatchObject({ keyId, orgSlug: shop.slug, userName: "Till" });
  for (const wrong of [`${key}x`, key.slice(0, -1), key.replace("onaccount_", ""), ""])
    expect([wrong, await bearer(wrong)]).toEqual([wrong, null]);
  expect(await keyFrom(`Basic ${key}`, "r")).toBeNull();
  const theirs = await answerOf(await asMember(other, "owner"), "apiKeys.revoke", { ...fresh(), keyId });
  expect(theirs).toMatchObject({ refusal: ["key-gone", {}] });
  expect(await bearer(key)).not.toBeNull();
  await call(await asMember(shop, "owner"), "apiKeys.revoke", { ...fresh(), keyId });
  expect(await bearer(key)).toBeNull();
});

test("who may make keys holds all that one can be given", () => {
  const makers = ROLES.filter((role) => mayDo(role, "settings:change"));
  for (const scope of API_SCOPES)
    expect([scope, makers.filter((role) => !mayDo(role, scope))]).toEqual([scope, []]);
});

test("the list has what a key begins with and when it was used, never the key", async () => {
  const { keyId, key } = await make(other, ["account:read"], "Web shop");
  await bearer(key);
  const listed = (await call(await asMember(other, "owner"), "apiKeys.list", {})) as Record<
    string,
    unknown
  >[];
  expect(listed).toMatchObject([
    {
      keyId,
      name: "Web shop",
      beginsWith: key.slice(0, 14),
      createdBy: other.people.owner.name,
      lastUsedAt: expect.any(String),
      revokedAt: null,
    },
  ]);
  expect(JSON.stringify(listed)).not.toContain(key.slice(14));
  const kept = await (
    await booksOf(other)
  ).read(({ tx }) => tx.execute(sql`select answer from books.commands where procedure = 'apiKeys.make'`));
  expect(kept).toEqual([{ answer: "null" }]);
});

test("a key has no amount, so who has one of their own gives none of what it limits", async () => {
  const limits = { refund: 100_00, "write-off": null, override: null };
  const { id: userId } = shop.people.admin;
  await call(await asMember(shop, "owner"), "people.changeLimits", { ...fresh(), userId, limits });
  const admin = await asMember(shop, "admin");
  const asked = (scopes: string[]) => answerOf(admin, "apiKeys.make", { ...fresh(), name: "Mine", scopes });
  expect(await asked(["account:read", "event:reverse"])).toMatchObject({
    refusal: ["key-beyond-own", { permission: "event:reverse", field: "scopes" }],
  });
  expect(await asked(["account:read", "invoice:write"])).toHaveProperty("answer");
});

test("whose maker is removed, or may make none any more, opens nothing", async () => {
  const keyOf = async (role: "admin" | "bookkeeper") => {
    const made = await call(await asMember(other, "admin"), "apiKeys.make", {
      ...fresh(),
      name: `Made by ${role}`,
      scopes: ["account:read"],
    });
    return (made as Made).key;
  };
  const owner = await asMember(other, "owner");
  const { id: userId } = other.people.admin;
  const first = await keyOf("admin");
  expect(await bearer(first)).not.toBeNull();
  await call(owner, "people.changeRole", { ...fresh(), userId, role: "viewer" });
  expect(await bearer(first)).toBeNull();
  await call(owner, "people.changeRole", { ...fresh(), userId, role: "admin" });
  const second = await keyOf("admin");
  await call(owner, "people.remove", { ...fresh(), userId });
  expect(await bearer(second)).toBeNull();
});
