// What the log says after a stranger's attempts to write in it: only lines of ours, and no token of a link. It reads the log
// of the copy that the tests started; playwright.config.ts leaves it out elsewhere.
import fs from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { expect, test } from "@playwright/test";

/** Bytes as nobody's browser would send them; what comes back is of no interest. */
function sendRaw(base: string, target: string): Promise<void> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () =>
      socket.end(
        `GET ${target} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`,
        "latin1",
      ),
    );
    socket.on("close", () => resolve()).on("error", () => resolve());
    socket.resume();
  });
}

test("nobody forges a line of the log, and no link's token is in it", async ({ baseURL }) => {
  const token = "Zx9-".repeat(10) + "abc";
  const forged = encodeURIComponent(`\n{"level":"info","security":"sign-in","msg":"forged-by-a-path"}\n`);
  const encoded = [...token].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join("");
  const targets = [
    `/${forged}`,
    `/hillside/${forged}`,
    `/hillside/customers/${forged}`,
    `/${forged}/%00`,
    "/%00",
    "/hillside/%00/x",
    "/%E0%A4%A",
    `/_next/${forged}`,
    `/_next/static/${forged}%00`,
    `/_next/image/${forged}`,
    `/api/trpc/${forged}/x`,
    ...[`/s/${token}`, `/S/${token}`, `//s//${token}`, `/s%2f${token}`, `/%73/${encoded}`, `/s/${token}%0a`],
    ...[`/x/../s/${token}`, `\\s\\${token}`, `/s/${token}/pdf`, `/api/s/${token}`],
  ];
  for (const target of targets) await sendRaw(baseURL ?? "", target);
  const log = fs.readFileSync(path.join(process.env["E2E_DATA_DIR"] ?? "", "logs/web.log"), "utf8");
  const ours = log.slice(log.indexOf('"msg":"started"')).split("\n").slice(1, -1);
  const lines = ours.map((line) => {
    try {
      return JSON.parse(line) as { app?: string; msg?: string };
    } catch {
      return { msg: line };
    }
  });
  expect(lines.filter(({ app }) => app !== "onaccount")).toEqual([]);
  expect(lines.filter(({ msg }) => msg === "forged-by-a-path")).toEqual([]);
  for (const part of [token.slice(0, 12), token.slice(-12), encoded.slice(0, 12)])
    expect(log).not.toContain(part);
});
