// A database that is away, starts anew, loses a COMMIT or has no room: whoever asked is told so, at every door, and is
// never told that they are signed out, or that nothing happened when nobody knows.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { breakingProxy } from "@/books/testing/proxy.ts";
import { awayIn, setPatience } from "@/db/away.ts";
import { closePool, connect, filePool, pool, type Pool } from "@/db/client.ts";
import { needed } from "@/env.ts";
import { setClock } from "./clock.ts";
import { answerAttach, answerAttachmentFile } from "./attachments.ts";
import { adapter } from "./auth/auth-adapter.ts";
import { askNextAuth } from "./auth/lost-answers.ts";
import { newToken } from "./auth/tokens.ts";
import type { SignedIn } from "./auth/session.ts";
import { answerCall } from "./http.ts";
import { queue } from "./jobs/queue.ts";
import { customersFile } from "./list-files/customers.ts";
import { answerList } from "./list-files/list-file.ts";
import { openShared } from "./shared-paper.ts";
import { INPUTS, asMember, openShop, paths, procedures, type Shop } from "./testing/fixture-shop.ts";
import { orTrouble } from "./trouble.ts";

/** Whom the cookie stands for; reading it takes a request inside Next. */
let lookUp: () => Promise<SignedIn | null> = () => Promise.resolve(null);
vi.mock("./auth/session.ts", () => ({ currentUser: () => lookUp() }));

let shop: Shop;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
});
beforeEach(() => {
  const { id: userId, name, email } = shop.people.owner;
  lookUp = () => Promise.resolve({ userId, name, email });
});
afterEach(() => {
  vi.restoreAllMocks();
  setPatience(null);
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const ORIGIN = "http://localhost:3000";
const isMutation = (path: string) => procedures[path]?._def.type === "mutation";

function ask(path: string, input: unknown = INPUTS[path]?.(shop)): Promise<Response> {
  const body = JSON.stringify(input);
  const headers = { "content-type": "application/json", origin: ORIGIN };
  const query = input === undefined ? "" : `?input=${encodeURIComponent(body)}`;
  const [init, rest]: [RequestInit, string] = isMutation(path)
    ? [{ method: "POST", headers, ...(body && { body }) }, ""]
    : [{ method: "GET" }, query];
  return answerCall(new Request(`${ORIGIN}/api/trpc/${shop.slug}/${path}${rest}`, init), shop.slug);
}

/** As while the server of the database is down. */
function away(): void {
  setPatience(0);
  const why = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { syscall: "connect" });
  for (const each of [pool(), filePool()]) vi.spyOn(each, "connect").mockRejectedValue(why);
}

/** A server that is there and refuses whatever is asked. */
function failing(code: string): void {
  const why = Object.assign(new Error("could not extend file"), { code, severity: "ERROR" });
  const line = { on() {}, once() {}, removeListener() {}, release() {}, query: () => Promise.reject(why) };
  vi.spyOn(pool(), "connect").mockResolvedValue(line as never);
}

const AWAY = /The database can’t be reached right now\. (Nothing was recorded; t|T)ry again in a moment\./;

describe.each(paths)("%s", (path) => {
  test("while the database is away", async () => {
    away();
    const response = await ask(path);
    const text = await response.text();
    expect(response.status).toBe(503);
    expect(text).toMatch(AWAY);
    expect(text.includes("Nothing was recorded")).toBe(isMutation(path));
    expect(text).not.toMatch(/signed out|postgres|ECONN|127\.0/i);
  });
});

test("who asks can't be looked up: 503, one and all", async () => {
  const why = await orAway(() => adapter.getSessionAndUser?.(newToken()));
  lookUp = () => Promise.reject(why);
  for (const path of ["customers.list", "customers.create"]) {
    const response = await ask(path);
    expect([response.status, await response.text()]).toEqual([503, expect.stringMatching(AWAY)]);
  }
  const caller = { user: lookUp, org: shop.slug };
  const query = new URLSearchParams({
    kind: "receipt",
    id: shop.receiptId,
    name: "a.pdf",
    key: randomUUID(),
  });
  const headers = { "content-type": "application/pdf", origin: ORIGIN };
  const file = new Request(`${ORIGIN}/x/attachments?${query}`, { method: "POST", headers, body: "%PDF-" });
  const answers = [await answerAttach(file, caller), await answerAttachmentFile(file, caller, randomUUID())];
  for (const answer of answers)
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringMatching(AWAY)]);
});

/** What is thrown while the database is away. */
async function orAway(work: () => unknown): Promise<unknown> {
  away();
  const why = await Promise.resolve(work()).catch((error: unknown) => error);
  vi.restoreAllMocks();
  return why;
}

test("next-auth takes it for nobody, and we don't", async () => {
  const nextAuth = async () => {
    const found = await Promise.resolve(adapter.getSessionAndUser?.(newToken())).catch(() => null);
    return found && { user: found.user };
  };
  expect(await askNextAuth(nextAuth)).toBeNull();
  away();
  const why = await askNextAuth(nextAuth).catch((error: unknown) => error);
  expect(awayIn(why)).toMatchObject({ done: "nothing" });
});

test("a file and a link, while the database is away", async () => {
  const owner = await asMember(shop, "owner");
  away();
  const from = { requestId: "x", ip: "127.0.0.1", userAgent: null, browser: null };
  const answers = [
    await answerList(owner, customersFile, {}),
    await orTrouble(async () => Response.json(await openShared(newToken(), from))),
  ];
  for (const answer of answers)
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringMatching(AWAY)]);
});

test("a disk without room records nothing, and says so", async () => {
  failing("53100");
  const wrote = await ask("customers.create");
  const { error } = (await wrote.json()) as { error: { message: string; data: unknown } };
  expect([wrote.status, error.message]).toEqual([503, "The disk is full; nothing was recorded."]);
  expect(error.data).toMatchObject({ trouble: "disk-full" });
  const read = await ask("customers.list");
  expect([read.status, await read.text()]).toEqual([
    503,
    expect.stringContaining("The disk is full, and this"),
  ]);
});

test("a COMMIT whose answer is lost isn't known; sent again it is one entry", async () => {
  const input = { ...(INPUTS["customers.create"]?.(shop) as object), name: "Asked Twice", number: undefined };
  const given = { ...input, commandKey: randomUUID() };
  const proxy = await breakingProxy(needed("DATABASE_URL"), { breaks: "after" });
  const here = globalThis as { onaccountPool?: Pool };
  setPatience(0);
  await closePool();
  here.onaccountPool = connect(proxy.url);
  const lost = await ask("customers.create", given);
  await proxy.close();
  await closePool();
  const { error } = (await lost.json()) as { error: { message: string; data: unknown } };
  expect([lost.status, error.message]).toEqual([
    503,
    expect.stringContaining("it isn’t known whether it was"),
  ]);
  expect(error.data).toMatchObject({ trouble: "unknown" });
  expect((await ask("customers.create", given)).status).toBe(200);
  const listed = await (await ask("customers.list", { search: "Asked Twice" })).text();
  expect(listed.match(/"Asked Twice"/g)).toHaveLength(1);
});
