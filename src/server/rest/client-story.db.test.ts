// The document as a stranger's tools read it: openapi-typescript makes the types of a client, which TypeScript checks a story
// against, and the story is run over HTTP.
import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { setClock } from "../clock.ts";
import { queue } from "../jobs/queue.ts";
import { openShop } from "../testing/fixture-shop.ts";
import { keyOfShop } from "../testing/rest-caller.ts";
import { answerRest } from "./door.ts";
import { openApiDocument } from "./openapi.ts";

const run = promisify(execFile);
const tools = path.resolve("e2e/api-client");

let dir = "";
let server: http.Server;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  dir = await fs.mkdtemp(path.join(os.tmpdir(), "api-client-"));
  await fs.symlink(path.resolve("node_modules"), path.join(dir, "node_modules"));
  await fs.copyFile(path.join(tools, "story.mts"), path.join(dir, "story.mts"));
  server = http.createServer((request, response) => void answered(request, response)).listen(0, "127.0.0.1");
});
afterAll(async () => {
  setClock(null);
  server.close();
  await fs.rm(dir, { recursive: true });
  await (await queue()).stop({ graceful: false });
  await closePool();
});

async function answered(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://till.example");
  const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const body = request.method === "GET" ? undefined : Buffer.concat(await Readable.from(request).toArray());
  const asked = new Request(url, { method: request.method ?? "GET", headers, ...(body && { body }) });
  const answer = await answerRest(asked, url.pathname.split("/").slice(3).map(decodeURIComponent));
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

test("a client made of the document bills a customer, takes their payment and issues a statement", async () => {
  await fs.writeFile(path.join(dir, "openapi.json"), JSON.stringify(openApiDocument("http://till.example")));
  const bin = (name: string) => path.join(tools, "node_modules/.bin", name);
  await run(bin("openapi-typescript"), ["openapi.json", "-o", "paths.d.ts"], { cwd: dir });
  const options = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--allowImportingTsExtensions",
    "--target",
    "es2023",
  ];
  const modules = ["--module", "nodenext", "--types", "node", "--noUncheckedIndexedAccess"];
  const checked = await run(bin("tsc"), [...options, ...modules, "story.mts"], { cwd: dir }).catch(
    (error: { stdout: string }) => error,
  );
  expect(checked.stdout).toBe("");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const key = await keyOfShop(await openShop());
  const story = await run(process.execPath, ["story.mts", `http://127.0.0.1:${port}/api/v1`, key], {
    cwd: dir,
  }).catch((error: { stdout: string; stderr: string }) => error);
  expect([story.stdout, story.stderr]).toEqual(["told\n", ""]);
}, 120_000);
