// Asking a server that a business named: on the internet alone, where this copy isn't one for its own machine; no redirect is
// followed, and no answer without end is waited for.
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { NotPublic, publicFetch } from "./public-fetch.ts";

const { copy } = vi.hoisted(() => ({ copy: { servesItself: false } }));
vi.mock("../public-host.ts", async (original) => ({
  ...(await original<typeof import("../public-host.ts")>()),
  servesItselfOnly: () => copy.servesItself,
}));

let server: http.Server;
let here = "";
const asked: string[] = [];
beforeAll(async () => {
  server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.url === "/away") response.writeHead(302, { location: "/inside" }).end();
    else if (request.url === "/long") response.end("x".repeat(2 * 1024 * 1024));
    else request.on("data", (text: Buffer) => response.write(text)).on("end", () => response.end("!"));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  here = `http://localhost:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  copy.servesItself = false;
  asked.length = 0;
});
afterAll(() => void server.close());

const get = (url: string) => publicFetch(url, { method: "GET", headers: {} });

test.each([
  "https://localhost/",
  "https://127.0.0.1/",
  "https://2130706433/",
  "https://0x7f.1/",
  "https://[::1]/",
  "https://[::ffff:127.0.0.1]/",
  "https://10.0.0.1/",
  "https://169.254.169.254/latest/meta-data",
  "https://192.168.1.1:8443/",
  "http://example.com/",
  "ftp://example.com/",
  "file:///etc/passwd",
])("%s isn't asked", async (url) => {
  await expect(get(url)).rejects.toBeInstanceOf(NotPublic);
});

test("what is on this machine isn't asked, and is by a copy that serves it alone", async () => {
  await expect(get(`${here}/`)).rejects.toBeInstanceOf(NotPublic);
  expect(asked).toEqual([]);
  copy.servesItself = true;
  const answer = await publicFetch(`${here}/token`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ code: "abc" }),
  });
  expect([answer.status, await answer.text()]).toEqual([200, "code=abc!"]);
});

test("a redirect is an answer, and isn't followed", async () => {
  copy.servesItself = true;
  const answer = await get(`${here}/away`);
  expect([answer.status, answer.headers.get("location"), asked]).toEqual([302, "/inside", ["GET /away"]]);
});

test("an answer without end is cut off", async () => {
  copy.servesItself = true;
  await expect(get(`${here}/long`)).rejects.toThrow("too long");
});
