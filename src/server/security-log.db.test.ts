// What an auditor asks the log for later (faults E40): who came in and who didn't, who was turned away, what was changed,
// exported and opened by a link. Each is one line of JSON with the moment in UTC and the address that it came from.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { closePool } from "@/db/client.ts";
import { NOTHING_DECIDED } from "@/domain/credit/credit-terms.ts";
import { present } from "@/domain/assert.ts";
import { WAYS_IN } from "./auth/ways-in.ts";
import { newToken } from "./auth/tokens.ts";
import { customersFile } from "./list-files/customers.ts";
import { answerList } from "./list-files/list-file.ts";
import { now } from "./clock.ts";
import { log } from "./log.ts";
import { openShared } from "./shared-paper.ts";
import { anyone, PASSWORD, somewhere } from "./testing/fixtures.ts";
import { readDecided } from "./testing/fixture-limits.ts";
import { answerOf } from "./testing/fixture-caller.ts";
import { INPUTS, asMember, call, openShop, type Shop } from "./testing/fixture-shop.ts";
import { CLIENT_ADDRESS, REQUEST_ID } from "./wire/headers.ts";

const written = vi.hoisted((): string[] => []);
vi.mock("./log-destination.ts", () => ({
  logDestination: () => ({ write: (line: string) => void written.push(line) }),
}));
// Its own code only runs in a server of Next; a way in is what we tell it.
vi.mock("next-auth", () => ({ CredentialsSignin: class extends Error {} }));
vi.mock("next-auth/providers/credentials", () => ({ default: (way: object) => way }));
// Sets a cookie, which needs a page.
vi.mock("./auth/known-browser-cookie.ts", () => ({ rememberBrowser: () => Promise.resolve() }));

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  log().level = "info";
});
afterEach(() => void written.splice(0));
afterAll(closePool);

/** The one line of that event since the test began, with its moment and nothing that isn't said. */
function lineOf(event: string): Record<string, unknown> {
  const lines = written.map((line) => JSON.parse(line) as Record<string, unknown>);
  const found = lines.filter((line) => line["security"] === event);
  expect([event, found.length]).toEqual([event, 1]);
  const line = present(found[0], "there is one");
  expect(line["time"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(Math.abs(Date.parse(String(line["time"])) - now().getTime())).toBeLessThan(60_000);
  return line;
}

/** As next-auth asks it, over HTTP. */
async function signIn(email: string, secret: string, ip: string): Promise<unknown> {
  const way = WAYS_IN.find(({ id }) => id === "password");
  const headers = { [CLIENT_ADDRESS]: ip, [REQUEST_ID]: "asked-1" };
  return way?.authorize({ email, secret }, new Request("http://x.example", { headers }));
}

test("who came in, and who was kept out", async () => {
  const person = await anyone();
  const [ok, wrong] = [somewhere().ip, somewhere().ip];
  expect(await signIn(person.email, PASSWORD, ok)).toMatchObject({ id: person.id });
  expect(lineOf("sign-in")).toMatchObject({ ip: ok, requestId: "asked-1", actor: person.id, by: "password" });
  expect(await signIn(person.email, "three blind rats", wrong)).toBeNull();
  expect(lineOf("sign-in-failed")).toMatchObject({
    ip: wrong,
    requestId: "asked-1",
    actor: person.id,
    by: "password",
  });
  expect(written.join("")).not.toContain("three blind rats");
});

test("who was turned away, and from what", async () => {
  const context = await asMember(shop, "viewer");
  const before = await readDecided(shop);
  written.splice(0);
  const change = { commandKey: randomUUID(), accountId: shop.accountId, terms: before, seen: before };
  const answer = await answerOf(context, "credit.change", { ...change, reason: "More" });
  expect(answer).toMatchObject({ code: "FORBIDDEN" });
  expect(lineOf("denied")).toMatchObject({
    ip: context.from.ip,
    requestId: context.from.requestId,
    actor: shop.people.viewer.id,
    path: "credit.change",
    tenant: expect.stringMatching(/./),
  });
});

test("who changed a limit", async () => {
  const context = await asMember(shop, "owner");
  const seen = await readDecided(shop);
  const terms = { ...NOTHING_DECIDED, status: "good", chargingAllowed: true, limit: { kind: "unlimited" } };
  await call(context, "credit.change", {
    commandKey: randomUUID(),
    accountId: shop.accountId,
    terms,
    seen,
    reason: "Known for years",
  });
  expect(lineOf("changed")).toMatchObject({
    ip: context.from.ip,
    requestId: context.from.requestId,
    actor: `user:${shop.people.owner.id}`,
    path: "credit.change",
    tenant: expect.stringMatching(/./),
  });
});

test("who took a list with them", async () => {
  const context = await asMember(shop, "owner");
  await (await answerList(context, customersFile, {})).text();
  expect(lineOf("exported")).toMatchObject({
    ip: context.from.ip,
    actor: `user:${shop.people.owner.id}`,
    path: "customers.csv",
  });
});

test("who opened a link, and who had none that opens", async () => {
  const made = await call(
    await asMember(shop, "owner"),
    "statements.share",
    INPUTS["statements.share"]?.(shop),
  );
  const token = (made as { url: string }).url.split("/s/")[1] ?? "";
  const [here, there] = [somewhere(), somewhere()];
  await openShared(token, here);
  expect(lineOf("link-opened")).toMatchObject({ ip: here.ip, actor: expect.stringMatching(/^link:/) });
  await expect(openShared(newToken(), there)).rejects.toMatchObject({ code: "link-gone" });
  expect(lineOf("link-refused")).toMatchObject({ ip: there.ip });
  expect(written.join("")).not.toContain(token);
});
