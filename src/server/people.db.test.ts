// Who belongs to a business, changed by people of its own: as each role, at once, and by links that are mailed.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closePool, directoryDb } from "@/db/client.ts";
import { disablePerson, listMembers } from "@/db/directory/members.ts";
import { liveSession, startSession } from "@/db/directory/sessions.ts";
import { NO_OWN_LIMITS } from "@/domain/ledger/own-limits.ts";
import type { Role } from "@/domain/permission.ts";
import { leave } from "./auth/leave-business.ts";
import { newToken, tokenHash } from "./auth/tokens.ts";
import { queue } from "./jobs/queue.ts";
import { answerOf, as, asMember } from "./testing/fixture-caller.ts";
import { openShop, type Shop } from "./testing/fixture-shop.ts";
import { PASSWORD, anyEmail, mailbox, somewhere } from "./testing/fixtures.ts";

let shop: Shop;
let box: ReturnType<typeof mailbox>;
beforeEach(async () => {
  box = mailbox();
  shop = await openShop();
});
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const key = () => ({ commandKey: randomUUID() });
const who = ({ id, name }: { id: string; name: string }) => ({ userId: id, name });
const leaving = (more: object = {}) => ({ slug: shop.slug, password: PASSWORD, code: "", ...more });
const ask = async (role: Role, what: string, input: object) =>
  answerOf(await asMember(shop, role), `people.${what}`, { ...key(), ...input });
const idOf = (role: Role) => ({ userId: shop.people[role].id });
const roleOf = async (email: string) =>
  (await listMembers(shop.slug)).find((member) => member.email === email)?.role ?? null;

describe("somebody with limits of their own", () => {
  const limitsOf = async (role: Role) =>
    (await as(shop.people[role], shop.slug)).member?.ownLimits ?? NO_OWN_LIMITS;
  const limit = (by: Role, role: Role, refund: number | null) =>
    ask(by, "changeLimits", { ...idOf(role), limits: { ...NO_OWN_LIMITS, refund, "write-off": null } });

  test("gives nobody more, by a limit or by a role", async () => {
    await limit("owner", "admin", 50_00);
    await limit("owner", "bookkeeper", 10_00);
    expect(await limit("admin", "bookkeeper", null)).toMatchObject({ refusal: ["limits-beyond-own", {}] });
    expect(await limit("admin", "bookkeeper", 50_01)).toMatchObject({ refusal: ["limits-beyond-own", {}] });
    expect(await limit("admin", "bookkeeper", 50_00)).toHaveProperty("answer");
    await ask("admin", "changeRole", { ...idOf("viewer"), role: "admin" });
    expect(await limitsOf("viewer")).toMatchObject({ refund: 50_00, "write-off": null });
  });
});

describe("owners", () => {
  test("are made and unmade by owners alone", async () => {
    for (const [what, input] of [
      ["invite", { email: anyEmail(), role: "owner" }],
      ["changeRole", { ...idOf("clerk"), role: "owner" }],
      ["changeRole", { ...idOf("owner"), role: "clerk" }],
      ["remove", idOf("owner")],
    ] as const)
      expect(await ask("admin", what, input)).toMatchObject({ refusal: ["owners-only", {}] });
    expect(await ask("owner", "changeRole", { ...idOf("clerk"), role: "owner" })).toHaveProperty("answer");
    expect(await roleOf(shop.people.clerk.email)).toBe("owner");
  });

  test("don't change their own place, and hand the business over instead", async () => {
    expect(await ask("owner", "changeRole", { ...idOf("owner"), role: "admin" })).toMatchObject({
      refusal: ["own-membership", {}],
    });
    expect(await ask("owner", "transfer", idOf("clerk"))).toHaveProperty("answer");
    const { owner, clerk } = shop.people;
    expect([await roleOf(owner.email), await roleOf(clerk.email)]).toEqual(["admin", "owner"]);
    expect(box.mails.at(-1)).toMatchObject({
      to: { address: clerk.email },
      subject: "You own Stand-in Supply now",
    });
  });

  test("can't take each other out at once: one of them stays", async () => {
    const { owner, clerk } = shop.people;
    await ask("owner", "changeRole", { ...idOf("clerk"), role: "owner" });
    const [asOwner, asOther] = [await as(owner, shop.slug), await as(clerk, shop.slug)];
    const [first, second] = await Promise.all([
      answerOf(asOwner, "people.remove", { ...key(), userId: clerk.id }),
      answerOf(asOther, "people.remove", { ...key(), userId: owner.id }),
    ]);
    expect([first, second].filter((got) => "answer" in got)).toHaveLength(1);
    expect([first, second].find((got) => !("answer" in got))).toMatchObject({ refusal: ["not-found", {}] });
    expect((await listMembers(shop.slug)).filter(({ role }) => role === "owner")).toHaveLength(1);
  });

  test("leave where another one stays, and the last one doesn't", async () => {
    const { owner, clerk, viewer } = shop.people;
    // Not by who finds a browser signed in.
    await expect(leave(who(viewer), leaving({ password: "not mine" }), somewhere())).rejects.toMatchObject({
      code: "password-wrong",
    });
    expect(await roleOf(viewer.email)).toBe("viewer");
    await leave(who(viewer), leaving(), somewhere());
    expect(await roleOf(viewer.email)).toBeNull();
    await expect(leave(who(owner), leaving(), somewhere())).rejects.toMatchObject({ code: "only-owner" });
    await ask("owner", "changeRole", { ...idOf("clerk"), role: "owner" });
    const both = await Promise.allSettled(
      [owner, clerk].map((each) => leave(who(each), leaving(), somewhere())),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(leave(who(viewer), leaving(), somewhere())).rejects.toMatchObject({ code: "not-found" });
    const rows = await directoryDb().execute(sql`
      select m.role from directory.memberships m join directory.orgs o on o.id = m.org_id
      where o.slug = ${shop.slug} and m.role = 'owner'`);
    expect(rows).toHaveLength(1);
  });

  test("are never handed a business that nobody could sign in to", async () => {
    await disablePerson(shop.people.clerk.id);
    expect(await ask("owner", "transfer", idOf("clerk"))).toMatchObject({
      refusal: ["only-owner", { business: shop.slug }],
    });
    expect(await roleOf(shop.people.owner.email)).toBe("owner");
  });
});

test("who is removed is a stranger with the next request, and stays signed in for their other businesses", async () => {
  const { clerk } = shop.people;
  const session = tokenHash(newToken());
  await startSession({ tokenHash: session, userId: clerk.id, userAgent: null });
  expect(await answerOf(await as(clerk, shop.slug), "customers.list", {})).toHaveProperty("answer");
  await ask("admin", "remove", idOf("clerk"));
  expect(await answerOf(await as(clerk, shop.slug), "customers.list", {})).toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await liveSession(session)).toMatchObject({ userId: clerk.id });
  expect(box.mails.at(-1)).toMatchObject({
    to: { address: clerk.email },
    subject: "You no longer belong to Stand-in Supply",
  });
});

test("a role that was changed meanwhile counts: an admin who is none any more changes nobody", async () => {
  const before = await asMember(shop, "admin");
  await ask("owner", "changeRole", { ...idOf("admin"), role: "viewer" });
  const input = { ...key(), ...idOf("clerk"), role: "viewer" };
  expect(await answerOf(before, "people.changeRole", input)).toMatchObject({
    refusal: ["not-allowed", { permission: "people:manage" }],
  });
  expect(await roleOf(shop.people.clerk.email)).toBe("clerk");
});

test("limits go with a role that has no use for them", async () => {
  const limits = { refund: 10_00, "write-off": 20_00, override: 30_00 };
  await ask("owner", "changeLimits", { ...idOf("admin"), limits });
  await ask("owner", "changeRole", { ...idOf("admin"), role: "bookkeeper" });
  expect((await asMember(shop, "admin")).member).toMatchObject({
    ownLimits: { refund: 10_00, "write-off": null, override: null },
  });
  await ask("owner", "changeRole", { ...idOf("admin"), role: "owner" });
  expect((await asMember(shop, "admin")).member).toMatchObject({
    ownLimits: { refund: null, "write-off": null, override: null },
  });
});
