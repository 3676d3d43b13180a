// A real server, asked as a stranger would ask it: what he says about himself is not believed.
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test, vi } from "vitest";
import { setClock } from "../clock.ts";
import { log } from "../log.ts";
import { answerIn, answerWith } from "./answer-status.ts";
import { receive } from "./request-hooks.ts";

const seen: IncomingHttpHeaders[] = [];
const server = createServer((request, response) => {
  receive(request, response);
  seen.push(request.headers);
  if (request.url === "/gone") answerWith(String(request.headers["x-request-id"]), 404);
  if (request.url === "/german") answerIn(String(request.headers["x-request-id"]), "de-DE");
  response.end();
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => server.close());

async function ask(headers: Record<string, string>, path = "/") {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  return { answer, heard: seen.at(-1) ?? {} };
}

test("address and request id are ours to give", async () => {
  const { answer, heard } = await ask({
    "x-forwarded-for": "6.6.6.6",
    "x-client-address": "6.6.6.6",
    "x-request-id": "chosen-by-a-stranger",
    "x-forwarded-host": "evil.example",
  });
  expect(heard["x-client-address"]).toBe("127.0.0.1");
  expect(heard["x-forwarded-for"]).toBeUndefined();
  expect(heard["x-forwarded-host"]).toBeUndefined();
  expect(heard["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.headers.get("x-request-id")).toBe(heard["x-request-id"]);
});

test("a form of our own address is ours whatever host a proxy passes on; another's isn't", async () => {
  const ours = await ask({ origin: "http://localhost:3000" });
  expect(ours.heard["x-forwarded-host"]).toBe("localhost:3000");
  for (const origin of ["https://evil.example", "http://localhost:3001", "null"])
    expect(
      (await ask({ origin, "x-forwarded-host": new URL("http://evil.example").host })).heard[
        "x-forwarded-host"
      ],
    ).toBeUndefined();
});

test("nobody outside speaks as Next's own middleware or brings a nonce", async () => {
  const { heard } = await ask({ "x-middleware-subrequest": "src/proxy:src/proxy", "x-nonce": "known" });
  expect(heard["x-middleware-subrequest"]).toBeUndefined();
  expect(heard["x-nonce"]).toBeUndefined();
});

test("a page can say that it is not the one that was asked for, and only for its own answer", async () => {
  const { answer } = await ask({}, "/gone");
  expect(answer.status).toBe(404);
  expect((await ask({})).answer.status).toBe(200);
  expect(() => answerWith("an answer that is out", 404)).not.toThrow();
});

test("a page can say in which language it is", async () => {
  expect((await ask({}, "/german")).answer.headers.get("content-language")).toBe("de-DE");
  expect((await ask({})).answer.headers.get("content-language")).toBeNull();
  expect(() => answerIn("an answer that is out", "de-DE")).not.toThrow();
});

test("a proxy that nobody told us of is told to the operator, once", async () => {
  const warn = vi.spyOn(log(), "warn");
  const told = () =>
    warn.mock.calls.flat().filter((word) => String(word).includes("TRUST_PROXY_HOPS")).length;
  setClock("2126-01-01T08:00:00Z");
  for (let n = 0; n < 3; n++) await ask({ "x-forwarded-for": "6.6.6.6" });
  expect(told()).toBe(1);
  setClock("2126-01-01T09:00:00Z");
  await ask({});
  expect(told()).toBe(1);
  await ask({ "x-forwarded-for": "6.6.6.6" });
  expect(told()).toBe(2);
  setClock(null);
});
