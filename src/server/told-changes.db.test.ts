// Each change of who may do what, and each door to somebody outside, is one line of the security log with who, where and what; what is
// only work isn't (faults E40).
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { closePool } from "@/db/client.ts";
import { logSecurity } from "./log.ts";
import { asMember, call, openShop, type Shop } from "./testing/fixture-shop.ts";

vi.mock("./log.ts", async (original) => ({
  ...(await original<typeof import("./log.ts")>()),
  logSecurity: vi.fn<typeof logSecurity>(),
}));

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
beforeEach(() => vi.mocked(logSecurity).mockClear());
afterAll(closePool);

const told = () => vi.mocked(logSecurity).mock.calls.map(([event, { path }]) => [event, path]);

async function change(path: string, input: object): Promise<void> {
  await call(await asMember(shop, "owner"), path, { commandKey: randomUUID(), ...input });
}

test("a link that is made and withdrawn, and a setting, are told with who it was", async () => {
  const { statementId } = shop;
  await change("statements.share", { statementId });
  await change("statements.withdraw", { statementId });
  expect(told()).toEqual([
    ["changed", "statements.share"],
    ["changed", "statements.withdraw"],
  ]);
  const [, facts] = vi.mocked(logSecurity).mock.calls[0] ?? [];
  expect(facts?.actor).toMatch(/^user:/);
  expect(facts?.tenant).toBeTruthy();
  expect(facts?.requestId).toBeTruthy();
});

test("work isn't, and neither is what was refused", async () => {
  await change("customers.create", { name: "Greenleaf" });
  await expect(change("statements.withdraw", { statementId: shop.statementId })).rejects.toThrow();
  expect(told()).toEqual([]);
});
