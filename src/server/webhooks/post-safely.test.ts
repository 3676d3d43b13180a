// An address that a business types is on the internet, whatever its name is made to stand for, and the connection goes to
// the address that was judged.
import { afterAll, expect, test, vi } from "vitest";
import { receiver } from "../testing/webhook-receiver.ts";
import { faultOfUrl, findTarget, postSafely } from "./post-safely.ts";

const setting = vi.hoisted(() => ({ APP_URL: "https://books.example" }));
vi.mock("@/env.ts", () => ({ env: () => setting }));
const lookedUp = vi.hoisted(() => ({ all: [] as { address: string }[] }));
vi.mock("node:dns/promises", () => ({ lookup: () => Promise.resolve(lookedUp.all) }));

const shop = await receiver();
afterAll(() => shop.stop());

test.each([
  "https://127.0.0.1/",
  "https://127.1/",
  "https://2130706433/",
  "https://0x7f.1/",
  "https://[::1]/",
  "https://[::ffff:10.0.0.1]/",
  "https://169.254.169.254/latest/meta-data",
  "https://10.0.0.5:8443/",
  "http://8.8.8.8/",
  "https://8.8.8.8:25/",
  "ftp://8.8.8.8/",
  "https://",
])("%s isn't sent to", async (url) => {
  expect(await findTarget(url)).toHaveProperty("fault");
});

test.each([
  ["one private address", ["10.0.0.1"]],
  ["a private one among others", ["8.8.8.8", "127.0.0.1"]],
  ["IPv6 with an IPv4 inside", ["2002:7f00:1::"]],
  ["none at all", []],
])("a name that stands for %s isn't sent to", async (_what, addresses) => {
  lookedUp.all = addresses.map((address) => ({ address }));
  expect(await findTarget("https://shop.example/hook")).toHaveProperty("fault");
});

test("a public one is, at the address that was judged", async () => {
  lookedUp.all = [{ address: "8.8.8.8" }];
  expect(await findTarget("https://shop.example/hook")).toMatchObject({ address: "8.8.8.8" });
  expect(faultOfUrl("https://shop.example:8443/hook")).toBeNull();
});

test("the name isn't looked up again by the connection", async () => {
  const { port } = new URL(shop.url);
  // Whatever the name stands for by now.
  lookedUp.all = [{ address: "203.0.113.7" }];
  const target = { url: new URL(`http://shop.invalid:${port}/hook`), address: "127.0.0.1" };
  expect(await postSafely(target, { body: "{}", headers: {} })).toEqual({ code: 200, fault: "" });
  expect(shop.received[0]?.headers["host"]).toBe(`shop.invalid:${port}`);
});
