// The public door of applications: who has the link may apply, once for each form; who hasn't hears the same whatever is behind
// it; and nobody floods it.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { listApplications } from "@/books/business/credit-applications.ts";
import { closeApplications, renewApplicationCode } from "@/books/business/application-link.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { closeBusiness } from "@/db/directory/closing.ts";
import { applyWords } from "@/domain/language/apply-words.ts";
import { present } from "@/domain/assert.ts";
import { tenantOf, type MemberActor } from "./actor.ts";
import { readAppliedPage } from "./applied-link.ts";
import { setMailer } from "./auth/mailer.ts";
import { newToken } from "./auth/tokens.ts";
import { answerApply, readApplyPage, type ApplyDoor } from "./apply.ts";
import { queue } from "./jobs/queue.ts";
import { APPLICATION_QUEUE } from "./jobs/told-queues.ts";
import { asMember, openShop } from "./testing/fixture-shop.ts";
import { CLIENT_ADDRESS } from "./wire/headers.ts";
import { somewhere } from "./testing/fixtures.ts";

let owner: MemberActor;
let door: ApplyDoor;
beforeEach(async () => {
  owner = present((await asMember(await openShop(), "owner")).member, "the owner is a member");
  const command = { key: randomUUID(), procedure: "applications.renewLink", input: {} };
  door = {
    slug: owner.orgSlug,
    code: (await changeBooks(owner, command, (books) => renewApplicationCode(books, newToken()))).code,
  };
});
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const PAPER = new File(["%PDF-1.4 a licence"], "licence.pdf");
const FORM = {
  business: "Alder Builders",
  contact: "Dana Alder",
  email: "dana@alder.example",
  phone: "555 0101",
  address: "1 Elm St",
  years: "12",
  monthly: "4000",
  wanted: "6000",
  consent: "yes",
};
type Sent = {
  to?: ApplyDoor;
  key?: string;
  more?: Record<string, string | File>;
  headers?: object;
  ip?: string;
};

async function send({ to = door, key, more = {}, headers = {}, ip = freshIp() }: Sent = {}) {
  const body = new FormData();
  const formKey = key ?? (await readApplyPage(door, somewhere())).formKey;
  for (const [name, value] of Object.entries({ ...FORM, key: formKey, ...more })) body.set(name, value);
  const request = new Request("http://localhost/apply", {
    method: "POST",
    body,
    headers: { "sec-fetch-site": "same-origin", [CLIENT_ADDRESS]: ip, ...headers },
  });
  const answer = await answerApply(request, to);
  const location = answer.headers.get("location") ?? "";
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return { status: answer.status, location, asked: location.split("?")[1] ?? "", cookie };
}
const sentPage = (location: string) => {
  const [slug = "", , token = ""] = location.split("/").slice(2);
  return readAppliedPage({ slug, token }, somewhere());
};
let last = 0;
const freshIp = () => `10.${Math.floor(Math.random() * 250)}.${(last += 1)}.7`;
const came = async () => (await readBooks(owner, (books) => listApplications(books, {}))).rows;

test("sent, it waits with its paper, and whoever sent it sees so; the same form again is the same application", async () => {
  const { formKey: key } = await readApplyPage(door, somewhere());
  const once = await send({ key, more: { file: PAPER } });
  expect(once.status).toBe(303);
  expect(await send({ key, more: { file: PAPER } })).toEqual(once);
  expect((await send({ key, more: { years: "13" } })).asked).toBe("fault=key-reused");
  const [application, ...more] = await came();
  expect([application, more]).toMatchObject([{ business: "Alder Builders", state: "waiting" }, []]);
  expect(await sentPage(once.location)).toMatchObject({ state: "waiting", business: owner.orgName });
  const { applicationId = "" } = application ?? {};
  const jobs = await (await queue()).findJobs(APPLICATION_QUEUE, { key: `${applicationId} came` });
  expect(jobs.map(({ data }) => data)).toEqual([{ tenant: tenantOf(owner), applicationId, what: "came" }]);
});

test("an answer by e-mail is promised only where mail goes out", async () => {
  const { location } = await send();
  const promised = async () => (await sentPage(location)).goesOut;
  setMailer(null);
  expect(await promised()).toBe(false);
  setMailer(() => Promise.resolve({ status: "sent", messageId: "<1@test>" }));
  expect(await promised()).toBe(true);
  setMailer(null);
});

test("what was sent is seen by nobody who has another's address, or another business's", async () => {
  const { location } = await send();
  const [other] = [await send()];
  const mixed = `${location.slice(0, -43)}${other.location.slice(-43)}`;
  for (const path of [mixed, location.slice(0, -1), location.replace(owner.orgSlug, "nobody-here")])
    await expect(sentPage(path)).rejects.toMatchObject({ code: "not-found" });
  // It works when the door by which it came is closed, and not once the business is.
  await changeBooks(
    owner,
    { key: randomUUID(), procedure: "applications.closeLink", input: {} },
    closeApplications,
  );
  expect(await sentPage(location)).toMatchObject({ state: "waiting" });
  const closing = { key: randomUUID(), procedure: "business.close", input: {} };
  await changeBooks(owner, closing, ({ tx }) => closeBusiness(owner, tx));
  await expect(sentPage(location)).rejects.toMatchObject({ code: "not-found" });
});

test("what wasn't taken is with the browser, for the form to be drawn with it", async () => {
  const { cookie } = await send({ more: { years: "old" } });
  const drawn = await readApplyPage(door, { ...somewhere(), cookies: `a=b; ${cookie}` });
  expect(drawn.typed).toMatchObject({ ...FORM, years: "old" });
  // Nothing of it stays once it was taken.
  expect((await send()).cookie).toMatch(/=$/);
  for (const cookies of ["", `${cookie.split("=")[0]}=e30x`, `${cookie.split("=")[0]}=bnVsbA`])
    expect((await readApplyPage(door, { ...somewhere(), cookies })).typed).toEqual({});
});

test("a program that fills every field hears thanks, and nothing is kept", async () => {
  expect((await send({ more: { homepage: "https://spam.example" } })).asked).toBe("sent=yes");
  expect(await came()).toEqual([]);
});

test.each<[string, Record<string, string | File>, string]>([
  ["without consent", { consent: "" }, "form-incomplete"],
  ["with an address that is none", { email: "dana" }, "form-incomplete"],
  ["with letters for an amount", { wanted: "a lot" }, "form-incomplete"],
  ["with what can't be stored", { business: "A\u0000B" }, "form-incomplete"],
  ["with a program for a paper", { file: new File(["MZ"], "x.pdf") }, "file-kind"],
  [
    "with too large a paper",
    { file: new File([new Uint8Array(11 * 1024 * 1024)], "x.pdf") },
    "file-too-large",
  ],
])("%s: nothing is kept", async (_what, more, code) => {
  expect((await send({ more })).asked).toBe(`fault=${code}`);
  expect(await came()).toEqual([]);
});

test("a form from elsewhere, of another link, or of none is refused", async () => {
  expect((await send({ headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
  expect((await send({ key: "made-up" })).asked).toBe("fault=not-allowed");
  const { formKey: key } = await readApplyPage(door, somewhere());
  const command = { key: randomUUID(), procedure: "applications.renewLink", input: {} };
  const { code } = await changeBooks(owner, command, (books) => renewApplicationCode(books, newToken()));
  expect((await send({ to: { slug: door.slug, code }, key })).asked).toBe("fault=not-allowed");
  expect(await came()).toEqual([]);
});

test("no business, a wrong code and a closed door are one answer", async () => {
  const doors = [
    { slug: "nobody-here", code: door.code },
    { slug: door.slug, code: "wrong" },
    { slug: door.slug, code: "" },
  ];
  const { formKey: key } = await readApplyPage(door, somewhere());
  for (const to of doors) {
    await expect(readApplyPage(to, somewhere())).rejects.toMatchObject({ code: "not-found" });
    expect((await send({ to, key })).asked).toBe("fault=not-found");
  }
});

test("twenty an hour come from one network, right or wrong, and no more", async () => {
  const ip = freshIp();
  for (let at = 0; at < 19; at += 1) await send({ ip, more: { years: "old" } });
  expect([(await send({ ip })).asked, (await send({ ip })).asked]).toEqual(["", "fault=too-many"]);
  expect(await came()).toHaveLength(1);
});

test("sixty a day come to one business, from wherever; wrong ones don't count", async () => {
  for (let at = 0; at < 3; at += 1) await send({ more: { years: "old" } });
  const asked = [];
  for (let at = 0; at < 61; at += 1) asked.push((await send()).asked);
  expect(asked).toEqual([...Array.from({ length: 60 }, () => ""), "fault=too-many"]);
});

test("five a day come from one network to one business; what isn't kept, or was before, doesn't count", async () => {
  const ip = freshIp();
  const wrong = { file: new File(["MZ"], "x.pdf") };
  for (let at = 0; at < 6; at += 1) expect((await send({ ip, more: wrong })).asked).toBe("fault=file-kind");
  const { formKey: key } = await readApplyPage(door, somewhere());
  for (let at = 0; at < 6; at += 1) expect((await send({ ip, key })).asked).toBe("");
  for (let at = 0; at < 4; at += 1) expect((await send({ ip })).asked).toBe("");
  expect((await send({ ip })).asked).toBe("fault=too-many");
  expect((await send()).asked).toBe("");
});

test("fifteen a day come from one site to one business, however many networks it has", async () => {
  const of = (block: number) => (at: number) => `2001:db8:${block.toString(16)}:${at.toString(16)}::7`;
  const [ours, others] = [of(last + 4096), of(last + 8192)];
  const asked = [];
  for (let at = 0; at < 16; at += 1) asked.push((await send({ ip: ours(at) })).asked);
  expect(asked).toEqual([...Array.from({ length: 15 }, () => ""), "fault=too-many"]);
  expect((await send({ ip: others(1) })).asked).toBe("");
  expect(await came()).toHaveLength(16);
});

test("it speaks, and is agreed to, in the language of the business's papers", async () => {
  const command = { key: randomUUID(), procedure: "test", input: {} };
  await changeBooks(owner, command, async ({ tx }) => {
    await tx.execute(sql`update books.settings set language = 'fr'`);
    return null;
  });
  expect(await readApplyPage(door, somewhere())).toMatchObject({ language: "fr" });
  const { location } = await send();
  expect(await sentPage(location)).toMatchObject({ language: "fr" });
  const [application] = await came();
  expect(application?.consent).toBe(applyWords("fr").consent(owner.orgName));
});

test("a form of very many fields is as quick as ours: only those that it has are looked at", async () => {
  const body = new FormData();
  for (let at = 0; at < 20_000; at += 1) body.set(`f${at}`, "");
  const headers = { "sec-fetch-site": "same-origin", [CLIENT_ADDRESS]: freshIp() };
  const answer = await answerApply(
    new Request("http://localhost/apply", { method: "POST", body, headers }),
    door,
  );
  expect(answer.headers.get("location")).toContain("fault=form-incomplete");
  const cookies = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  expect((await readApplyPage(door, { ...somewhere(), cookies })).typed).toEqual({});
});
