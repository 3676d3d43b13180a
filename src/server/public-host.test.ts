// A mail server that a business names is on the internet, whatever its name is made to stand for (SSRF).
import { expect, test, vi } from "vitest";
import { findMailHost, isPublicAddress } from "./public-host.ts";

const setting = vi.hoisted(() => ({ APP_URL: "https://books.example" }));
vi.mock("@/env.ts", () => ({ env: () => setting }));

test.each([
  "127.0.0.1",
  "127.9.9.9",
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:10.0.0.1",
  "64:ff9b::7f00:1",
  "fc00::1",
  "fd12:3456::1",
  "fe80::1",
  "ff02::1",
  "2002:7f00:1::",
  "2001:0:4136:e378:8000:63bf:3fff:fdd2",
  "2001:db8::1",
  "localhost",
  "2130706433",
  "",
])("%s isn't public", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["8.8.8.8", "172.32.0.1", "192.169.0.1", "2606:4700:4700::1111"])("%s is", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ["localhost", 587],
  ["127.0.0.1", 587],
  ["127.1", 587],
  ["2130706433", 587],
  ["8.8.8.8", 5432],
])("%s port %i is refused on a copy that others use", async (host, port) => {
  setting.APP_URL = "https://books.example";
  expect(await findMailHost({ host, port, security: "tls" })).toHaveProperty("fault");
});

test("a copy for this machine alone may use what is on it", async () => {
  setting.APP_URL = "http://localhost:3000";
  const inbox = { host: "127.0.0.1", port: 1025, security: "none" } as const;
  expect(await findMailHost(inbox)).toEqual({ address: "127.0.0.1" });
  setting.APP_URL = "https://books.example";
  expect(await findMailHost({ host: "8.8.8.8", port: 587, security: "none" })).toHaveProperty("fault");
});
