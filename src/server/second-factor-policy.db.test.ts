// A business that asks for a second factor opens to nobody without one, by no door (fault E26); others stay as they are.
import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { businessBySlug, keepSecondFactorPolicy } from "@/db/directory/businesses.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { ROLES, type Role } from "@/domain/permission.ts";
import type { SecondFactorPolicy } from "@/domain/business/second-factor.ts";
import { Refusal } from "@/domain/refusal.ts";
import { memberActor, type MemberActor } from "./actor.ts";
import { answerCall } from "./http.ts";
import { memberOf } from "./wire/file-door.ts";
import { answerOf, as, call } from "./testing/fixture-caller.ts";
import { openShop, type Shop } from "./testing/fixture-shop.ts";
import { somewhere } from "./testing/fixtures.ts";
import type { SignedIn } from "./auth/session.ts";

let who: SignedIn | null = null;
vi.mock("./auth/session.ts", () => ({ currentUser: () => Promise.resolve(who) }));

let shop = undefined as unknown as Shop;
let other = undefined as unknown as Shop;
let owning = undefined as unknown as MemberActor;
beforeAll(async () => {
  [shop, other] = [await openShop(), await openShop()];
  owning = present((await as(shop.people.owner, shop.slug)).member, "the owner is a member");
});
beforeEach(() => set("off"));
afterAll(closePool);

const business = async () => present(await businessBySlug(shop.slug), "it is there");
const set = (policy: SecondFactorPolicy) => keepSecondFactorPolicy(owning, policy);
const user = (role: Role, secondFactor: boolean): SignedIn => {
  const { id: userId, name, email } = shop.people[role];
  return { userId, name, email, secondFactor };
};
const opens = (asking: SignedIn, slug = shop.slug) =>
  memberActor(asking, slug, "test").then(
    (member) => member !== null,
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

test.each<[SecondFactorPolicy, readonly Role[]]>([
  ["off", []],
  ["admins", ["owner", "admin"]],
  ["everyone", ROLES],
])("%s: asked of %j", async (policy, asked) => {
  await set(policy);
  for (const role of ROLES) {
    const expected = asked.includes(role) ? "second-factor-needed" : true;
    expect([role, await opens(user(role, false))]).toEqual([role, expected]);
    expect([role, await opens(user(role, true))]).toEqual([role, true]);
  }
});

test("an owner's other business stays open, and a stranger is told nothing", async () => {
  await set("everyone");
  const { id: userId, name } = other.people.owner;
  expect(await opens({ userId, name, email: "" }, other.slug)).toBe(true);
  expect(await opens({ userId, name, email: "" })).toBe(false);
});

test("over HTTP every procedure is refused by 403 and in words, a change as well as a question", async () => {
  await set("admins");
  who = user("admin", false);
  const asked = await answerCall(
    new Request(`http://localhost:3000/api/trpc/${shop.slug}/customers.list?input=%7B%7D`),
    shop.slug,
  );
  expect([asked.status, await asked.text()]).toEqual([403, expect.stringContaining("second factor")]);
  const headers = { origin: "http://localhost:3000", "content-type": "application/json" };
  const body = JSON.stringify({ commandKey: randomUUID(), name: "Nobody's customer" });
  const url = `http://localhost:3000/api/trpc/${shop.slug}/customers.create`;
  const changed = await answerCall(new Request(url, { method: "POST", headers, body }), shop.slug);
  expect(changed.status).toBe(403);
  who = user("admin", true);
  const proven = await answerCall(new Request(url, { method: "POST", headers, body }), shop.slug);
  expect(proven.status).toBe(200);
});

test("doors for files are shut, too", async () => {
  await set("everyone");
  const door = memberOf(() => Promise.resolve(user("clerk", false)), shop.slug, somewhere());
  await expect(door).rejects.toMatchObject({ code: "second-factor-needed" });
});

const proven = async (role: Role) => ({
  ...(await as(shop.people[role], shop.slug)),
  user: user(role, true),
});
const policyChange = (policy: SecondFactorPolicy, seen: SecondFactorPolicy) => ({
  commandKey: randomUUID(),
  policy,
  seen,
});

test("an owner who has one asks for it; who has none would shut themselves out", async () => {
  const bare = await answerOf(
    await as(shop.people.owner, shop.slug),
    "security.changeSecondFactor",
    policyChange("everyone", "off"),
  );
  expect(bare).toMatchObject({ refusal: ["second-factor-first", {}] });
  const owner = await proven("owner");
  const admin = await proven("admin");
  await expect(
    call(admin, "security.changeSecondFactor", policyChange("everyone", "off")),
  ).rejects.toBeInstanceOf(TRPCError);
  expect((await business()).secondFactor).toBe("off");
  await call(owner, "security.changeSecondFactor", policyChange("everyone", "off"));
  expect((await business()).secondFactor).toBe("everyone");
  const late = await answerOf(owner, "security.changeSecondFactor", policyChange("admins", "off"));
  expect(late).toMatchObject({ refusal: ["changed-meanwhile", {}] });
  const { policy, members } = (await call(owner, "security.read", {})) as {
    policy: string;
    members: { hasSecond: boolean }[];
  };
  expect([policy, members.map(({ hasSecond }) => hasSecond)]).toEqual(["everyone", ROLES.map(() => false)]);
});
