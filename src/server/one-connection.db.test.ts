// A request holds one connection and never waits for a second: more readers at once than the pool has connections
// all get their answer.
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { queue } from "./jobs/queue.ts";
import { prepare } from "./testing/fixture-prepare.ts";
import { INPUTS, asMember, call, openShop, paths, procedures, type Shop } from "./testing/fixture-shop.ts";

let shop = undefined as unknown as Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

test.each(paths.filter((path) => procedures[path]?._def.type === "query"))(
  "%s answers forty at once",
  async (path) => {
    await prepare(shop, path);
    const owner = await asMember(shop, "owner");
    const asked = Array.from({ length: 40 }, () => call(owner, path, INPUTS[path]?.(shop)));
    expect((await Promise.allSettled(asked)).filter(({ status }) => status === "rejected")).toEqual([]);
  },
  9_000,
);
