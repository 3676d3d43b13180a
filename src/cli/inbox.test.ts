// The local inbox as another user of the machine finds it: mail goes in, and nothing comes out without the token.
import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDataDir } from "./datadir.mjs";
import { toolEnv } from "./toolchain.mjs";

const dir = fs.mkdtempSync(path.join(os.tmpdir(), "onaccount-inbox-"));
const { inboxToken } = openDataDir(dir).secrets() as { inboxToken: string };
let inbox: ChildProcess;
let base = "";
const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

beforeAll(async () => {
  inbox = spawn(process.execPath, [path.join(import.meta.dirname, "inbox.mjs")], {
    env: toolEnv({ DATA_DIR: dir, SMTP_PORT: "", INBOX_PORT: "" }),
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const { smtp, web } = await new Promise<{ smtp: number; web: number }>((resolve) =>
    inbox.once("message", (said) => resolve(said as { smtp: number; web: number })),
  );
  base = `http://localhost:${web}`;
  const transport = createTransport({ host: "127.0.0.1", port: smtp, ignoreTLS: true });
  await transport.sendMail({
    from: "no-reply@onaccount.example",
    to: "olive@people.example",
    subject: "Sign in",
    text: "the secret link",
    html: '<p>the secret link</p><img src="cid:dot">',
    attachments: [{ filename: "dot.png", cid: "dot", content: Buffer.from(PIXEL, "base64") }],
  });
  transport.close();
});
afterAll(() => {
  inbox.kill();
  fs.rmSync(dir, { recursive: true, force: true });
});

const get = (target: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(base + target, { headers, method, redirect: "manual" });

test.each([
  "/",
  "/api/mails",
  "/api/latest",
  "/mails/1",
  "/mails/1/html",
  "/mails/1/text",
  "/mails/1/source",
  "/mails/1/files/0",
  "/mails/1/files/0?key=guessed",
  "/api/mails/1",
  "/?token=",
  "/?token=guessed",
])("%s stays closed", async (target) => {
  for (const headers of [{}, { authorization: "Bearer guessed" }, { cookie: "onaccount.inbox=x" }]) {
    const answer = await get(target, headers);
    expect(answer.status).toBe(401);
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(await answer.text()).not.toMatch(/secret link|olive/);
  }
});

test("nobody empties it, either", async () => {
  expect((await get("/api/mails", {}, "DELETE")).status).toBe(401);
});

test("the printed link opens it, keeps the token out of the address, and the browser may come back", async () => {
  const opened = await get(`/?token=${inboxToken}`);
  expect([opened.status, opened.headers.get("location")]).toEqual([303, "/"]);
  const cookie = opened.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
  const headers = { cookie: cookie.split(";", 1)[0] ?? "" };
  expect(await (await get("/", headers)).text()).toContain("Sign in");
  const shown = await (await get("/mails/1/html", headers)).text();
  expect(shown).toContain("the secret link");
  // The sealed mail sends no cookie for its own picture.
  const picture = /src="([^"]+)"/.exec(shown)?.[1] ?? "";
  const answer = await get(picture);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect((await get(picture.replace("/files/0", "/files/1"))).status).toBe(401);
});

test("a script asks with the token in its header", async () => {
  const answer = await get("/api/mails", { authorization: `Bearer ${inboxToken}` });
  expect(await answer.json()).toMatchObject([{ to: ["olive@people.example"] }]);
});
