// The procedures over HTTP, attacked: other sites, wrong types, GETs that would change, batches and bodies beyond
// measure, and errors that must not talk (faults D16, D27, D28, D32).
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { readBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { setClock } from "./clock.ts";
import { answerCall } from "./http.ts";
import { queue } from "./jobs/queue.ts";
import type { SignedIn } from "./auth/session.ts";
import { INPUTS, asMember, openShop, paths, procedures, type Shop } from "./testing/fixture-shop.ts";

/** Whom the cookie stands for; reading it takes a request inside Next. */
let who: SignedIn | null = null;
vi.mock("./auth/session.ts", () => ({ currentUser: () => Promise.resolve(who) }));

let shop: Shop;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
});
beforeEach(() => {
  const { id: userId, name, email } = shop.people.owner;
  who = { userId, name, email };
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const ORIGIN = "http://localhost:3000";
const JSON_TYPE = { "content-type": "application/json", origin: ORIGIN };
const changes = paths.filter((path) => procedures[path]?._def.type === "mutation");
const bodyOf = (path: string) => JSON.stringify(INPUTS[path]?.(shop));

function send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
  return answerCall(new Request(`${ORIGIN}/api/trpc/${shop.slug}/${path}`, init), shop.slug);
}
const post = (path: string, body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
  send(path, { method: "POST", body, headers });

async function done(): Promise<number> {
  const { member } = await asMember(shop, "owner");
  if (!member) throw new Error("the owner is a member");
  const [row] = await readBooks(member, ({ tx }) =>
    tx.execute<{ count: number }>(sql`select count(*)::int as count from books.commands`),
  );
  return row?.count ?? 0;
}

test("our own page's call is answered, and kept by no cache", async () => {
  const response = await post("customers.create", bodyOf("customers.create"));
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  const asked = await send(`customers.list?input=${encodeURIComponent("{}")}`, { method: "GET" });
  expect([asked.status, asked.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
});

describe.each(changes)("%s", (path) => {
  test.each([
    ["no content type", "", 415],
    ["a form", "application/x-www-form-urlencoded", 415],
    ["plain text", "text/plain", 415],
    ["a form with files", "multipart/form-data; boundary=x", 415],
    ["JSON by another name", "text/plain; application/json", 415],
  ])("%s is refused", async (_what, type, status) => {
    const before = await done();
    // Bytes: a string would bring a content type of its own.
    const body = new TextEncoder().encode(bodyOf(path));
    const response = await post(
      path,
      body,
      type ? { origin: ORIGIN, "content-type": type } : { origin: ORIGIN },
    );
    expect(response.status).toBe(status);
    expect(await done()).toBe(before);
  });

  test.each([
    ["another site", { origin: "https://evil.example" }],
    ["a neighbour on this host", { origin: "http://localhost:3001" }],
    ["a sandbox", { origin: "null" }],
    ["nowhere", {}],
    ["another site that says so", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["a neighbouring sub-domain", { origin: "http://x.localhost:3000", "sec-fetch-site": "same-site" }],
  ])("from %s it is refused", async (_what, headers: Record<string, string>) => {
    const before = await done();
    const response = await post(path, bodyOf(path), { "content-type": "application/json", ...headers });
    expect([response.status, await response.text()]).toEqual([403, "Refused."]);
    expect(await done()).toBe(before);
  });

  test("a GET changes nothing", async () => {
    const before = await done();
    const response = await send(`${path}?input=${encodeURIComponent(bodyOf(path))}`, { method: "GET" });
    expect(response.status).toBe(405);
    expect(await done()).toBe(before);
  });
});

describe("too much", () => {
  const many = (count: number) => {
    const names = Array.from({ length: count }, () => "customers.create").join(",");
    const inputs = Object.fromEntries(
      Array.from({ length: count }, (_, n) => [n, INPUTS["customers.create"]?.(shop)]),
    );
    return post(`${names}?batch=1`, JSON.stringify(inputs));
  };

  test("ten calls in one are answered, eleven are refused and none is done", async () => {
    expect((await many(10)).status).toBe(200);
    const before = await done();
    const response = await many(11);
    expect(response.status).toBe(400);
    expect(await done()).toBe(before);
  });

  test("a body over the limit is refused, whatever its headers claim", async () => {
    const before = await done();
    const body = JSON.stringify({ commandKey: randomUUID(), name: "x".repeat(1024 * 1024) });
    expect((await post("customers.create", body)).status).toBe(413);
    expect((await post("customers.create", body, { ...JSON_TYPE, "content-length": "10" })).status).toBe(413);
    const stream = new Response(body).body as ReadableStream;
    const chunked = await send("customers.create", {
      method: "POST",
      headers: JSON_TYPE,
      body: stream,
      duplex: "half",
    } as RequestInit & {
      headers: Record<string, string>;
    });
    expect(chunked.status).toBe(413);
    expect(await done()).toBe(before);
  });
});

describe("what can't be read is a bad request", () => {
  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
  test.each([
    ["no JSON", "{"],
    ["an empty body", ""],
    ["a list", "[]"],
    ["null", "null"],
    ["a number too large", '{"commandKey":"12345678","name":"x","terms":1e309}'],
    ["a tower of braces", deep(10_000)],
    ["a prototype", '{"commandKey":"12345678","name":"x","__proto__":{"polluted":true}}'],
    ["a constructor", '{"commandKey":"12345678","name":"x","constructor":{"prototype":{"polluted":true}}}'],
    ["minus nothing and a fraction", '{"commandKey":"12345678","name":"x","terms":0.5}'],
    ["digits of another script", '{"commandKey":"12345678","name":"x","terms":"१२३"}'],
  ])("%s", async (_what, body) => {
    const before = await done();
    const response = await post("customers.create", body);
    expect(response.status).toBe(400);
    expect(await done()).toBe(before);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test.each([
    "customers",
    "customers.nothing",
    "constructor",
    "__proto__.x",
    "customers.create.x",
    "..%2f..%2fetc",
  ])("there is no procedure %s", async (path) => {
    expect((await post(path, "{}")).status).toBe(404);
  });
});

describe("errors don't talk", () => {
  const SILENT =
    /select |insert |update |books\.|constraint|postgres|drizzle|\bat \/|\.ts:|node_modules|stack|path"/i;

  test.each(paths)("%s, when the database fails it", async (path) => {
    const { pool } = await import("@/db/client.ts");
    const why = Object.assign(new Error('insert into "books"."secret" violates constraint "x"'), {
      query: "select 1",
    });
    const line = { on() {}, once() {}, removeListener() {}, release() {}, query: () => Promise.reject(why) };
    const broken = vi.spyOn(pool(), "connect").mockResolvedValue(line as never);
    const mutation = procedures[path]?._def.type === "mutation";
    const input = bodyOf(path) as string | undefined;
    const response = mutation
      ? await post(path, input ?? "")
      : await send(input === undefined ? path : `${path}?input=${encodeURIComponent(input)}`, {
          method: "GET",
        });
    broken.mockRestore();
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).toContain("Something went wrong on our side.");
    expect(text).not.toMatch(SILENT);
  });

  test("signed out, and as a stranger: said, and no more", async () => {
    who = null;
    const out = await send("customers.list", { method: "GET" });
    expect([out.status, await out.text()]).toEqual([401, expect.stringContaining("You are signed out.")]);
    who = { userId: randomUUID(), name: "Nobody", email: "nobody@people.example" };
    const stranger = await send("customers.list", { method: "GET" });
    const text = await stranger.text();
    expect(stranger.status).toBe(404);
    expect(text).not.toMatch(SILENT);
    expect(text).not.toContain("Stand-in Supply");
  });

  test("a form's faults are told by field, without what was typed", async () => {
    const response = await post(
      "customers.create",
      JSON.stringify({ commandKey: randomUUID(), name: "", email: "not-an-address" }),
    );
    const { error } = (await response.json()) as { error: { data: { fields: Record<string, string[]> } } };
    expect(response.status).toBe(400);
    expect(Object.keys(error.data.fields).sort()).toEqual(["email", "name"]);
    expect(JSON.stringify(error)).not.toContain("not-an-address");
  });
});
