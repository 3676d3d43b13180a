// The mailed link of an override: each who may approve has one of their own; looking changes nothing, answering is theirs, once, and
// only while they may. Whoever asked gets none.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { readOverride } from "@/books/credit/override-list.ts";
import { askOverride } from "@/books/credit/overrides.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { keepSecondFactorPolicy } from "@/db/directory/businesses.ts";
import { setMember } from "@/db/directory/members.ts";
import { present } from "@/domain/assert.ts";
import { cents } from "@/domain/values/money.ts";
import { tenantOf, type MemberActor } from "./actor.ts";
import { setMailer, type OutgoingMail } from "./auth/mailer.ts";
import { queue } from "./jobs/queue.ts";
import { tellOverride } from "./jobs/tell-override.ts";
import { answerGiven, answerOverrideLink, openOverrideLink } from "./override-link.ts";
import { asMember, openShop, type Shop } from "./testing/fixture-shop.ts";

const FROM = { requestId: "r-1", ip: "192.0.2.7", userAgent: null, browser: null };
let shop: Shop;
let owner: MemberActor;
let overrideId: string;
const sent: OutgoingMail[] = [];

beforeEach(async () => {
  shop = await openShop();
  owner = present((await asMember(shop, "owner")).member, "the owner is a member");
  sent.length = 0;
  setMailer((mail) => {
    sent.push(mail);
    return Promise.resolve({ status: "sent", messageId: "x" });
  });
  const order = { key: randomUUID(), procedure: "test", input: null };
  ({ overrideId } = await changeBooks(owner, order, async (books) => {
    await books.tx.execute(sql`
      update books.accounts set charging_allowed = true, limit_cents = 1 where id = ${shop.accountId}::uuid`);
    const asked = {
      accountId: shop.accountId,
      jobId: null,
      what: "charge" as const,
      amountCents: cents(50_00),
      reason: "Known for years",
    };
    return askOverride(books, asked);
  }));
});
afterEach(() => setMailer(null));
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const tell = () => tellOverride({ tenant: tenantOf(owner), overrideId }, randomUUID());
const state = async () => (await readBooks(owner, (books) => readOverride(books, overrideId))).state;
const mailed = async (): Promise<string> => {
  await tell();
  return /\/s\/override\/([\w-]{43})/.exec(sent[0]?.text ?? "")?.[1] ?? "";
};
const post = (token: string, said: Record<string, string>, headers: Record<string, string> = {}) =>
  answerOverrideLink(
    new Request("http://localhost:3000/x", { method: "POST", body: new URLSearchParams(said), headers }),
    token,
  );
const open = async (token: string) => {
  const mail = await openOverrideLink(token, FROM);
  return mail === "sign-in" ? null : mail;
};
const formKey = async (token: string) => (await open(token))?.formKey ?? "";
const YES = { answer: "approve", sure: "yes", minutes: "60" };

test("the others who may approve are mailed, once each, with what it is about", async () => {
  await tell();
  await tell();
  expect(sent.map(({ to }) => to.address)).toEqual([shop.people.admin.email]);
  expect(sent[0]?.subject).toMatch(/asks to let Greenleaf charge 50.00 USD$/);
  expect(sent[0]?.text).toContain("Known for years");
});

test("looking at it, however often, changes nothing; the form approves it in their name, once", async () => {
  const token = await mailed();
  const seen = await open(token);
  await openOverrideLink(token, FROM);
  expect(seen).toMatchObject({ override: { amountCents: 50_00, state: "waiting" } });
  expect(await state()).toBe("waiting");
  const said = { ...YES, key: seen?.formKey ?? "" };
  const [first, again] = [await post(token, said), await post(token, said)];
  const done = new URL(first.headers.get("location") ?? "", "http://x").searchParams.get("done") ?? "";
  expect(answerGiven(token, done)).toBe("approve");
  expect([answerGiven("y".repeat(43), done), answerGiven(token, "approve")]).toEqual([null, null]);
  expect(again.headers.get("location")).toBe(`/s/override/${token}`);
  const told = await readBooks(owner, (books) => readOverride(books, overrideId));
  expect(told).toMatchObject({ state: "approved", byMail: true });
  expect(told.answeredBy).not.toBe(told.askedBy);
  expect(await openOverrideLink(token, FROM)).toBeNull();
});

test("it can be declined, too", async () => {
  const token = await mailed();
  await post(token, { answer: "decline", key: await formKey(token) });
  expect(await state()).toBe("declined");
});

test.each([
  [
    "without its box ticked",
    async (token: string) => ({ answer: "approve", minutes: "60", key: await formKey(token) }),
  ],
  [
    "for as long as nobody may",
    async (token: string) => ({ ...YES, minutes: "99999", key: await formKey(token) }),
  ],
  ["without a form of ours", async () => ({ ...YES, key: "" })],
])("%s, nothing is approved", async (_what, said) => {
  const token = await mailed();
  await post(token, await said(token));
  expect(await state()).toBe("waiting");
});

test("a form from another site is refused", async () => {
  const token = await mailed();
  const answer = await post(token, { ...YES, key: await formKey(token) }, { "sec-fetch-site": "cross-site" });
  expect([answer.status, await state()]).toEqual([403, "waiting"]);
});

test("whoever may no longer approve, opens nothing", async () => {
  const token = await mailed();
  const key = await formKey(token);
  await setMember(tenantOf(owner), shop.people.admin.id, "clerk");
  expect(await openOverrideLink(token, FROM)).toBeNull();
  await post(token, { ...YES, key });
  expect(await state()).toBe("waiting");
});

test("where the business asks for a second factor, a mail alone neither shows nor approves anything", async () => {
  const token = await mailed();
  const key = await formKey(token);
  await keepSecondFactorPolicy(owner, "admins");
  expect(await openOverrideLink(token, FROM)).toBe("sign-in");
  await post(token, { ...YES, key });
  expect(await state()).toBe("waiting");
  await keepSecondFactorPolicy(owner, "off");
  await post(token, { ...YES, key });
  expect(await state()).toBe("approved");
});

test("a link that was made up opens nothing", async () => {
  await tell();
  expect(await openOverrideLink("x".repeat(43), FROM)).toBeNull();
  expect(await openOverrideLink("x", FROM)).toBeNull();
});
