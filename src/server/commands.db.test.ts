// A change comes with its key, at every door: without one it is refused before anything is opened, and no procedure
// and no verb ever sees the key.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { closePool } from "@/db/client.ts";
import { setClock } from "./clock.ts";
import { queue } from "./jobs/queue.ts";
import { INPUTS, asMember, call, openShop, paths, procedures, type Shop } from "./testing/fixture-shop.ts";
import { allow, callerFactory, command, router } from "./trpc.ts";

let shop: Shop;
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const commands = paths.filter((path) => procedures[path]?._def.type === "mutation");

describe.each(commands)("%s", (path) => {
  test.each([
    ["no key", undefined],
    ["a key that is too short", "1234567"],
    ["a key that is no text", 12345678],
  ])("%s: refused, and it says what is missing", async (_name, commandKey) => {
    const input = { ...(INPUTS[path]?.(shop) as object), commandKey };
    await expect(call(await asMember(shop, "owner"), path, input)).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { issues: [{ path: ["commandKey"] }] },
    });
  });
});

const made = callerFactory(
  router({
    change: command("customer:write")
      .input(z.looseObject({ name: z.string() }))
      .mutation(({ ctx, input }) => ({ input, commandId: ctx.books.commandId })),
    slip: allow("customer:write")
      .input(z.looseObject({}))
      .mutation(({ ctx }) => ctx.books.tx.execute("update books.customers set version = version + 1")),
  }),
);

test("the key is taken out of the input", async () => {
  const given = { commandKey: randomUUID(), name: "Ann", more: 1 };
  const { input, commandId } = await made(await asMember(shop, "owner")).change(given);
  expect(input).toEqual({ name: "Ann", more: 1 });
  expect(commandId).toEqual(expect.any(String));
});

test("a mutation that asks for no key can change nothing", async () => {
  const slip = made(await asMember(shop, "owner")).slip({});
  await expect(slip).rejects.toMatchObject({ cause: { cause: { code: "25006" } } });
});
