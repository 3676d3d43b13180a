// Sessions that the server ends in the middle of a transaction, as at a restart: each fails, and none takes a place in
// the pool with it.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool, numberPool } from "@/db/client.ts";
import { transact } from "@/db/transaction.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { takeEventNumbers } from "../open.ts";

afterAll(closePool);

const KILL = sql`select pg_terminate_backend(pg_backend_pid())`;

test(
  "after more lost connections than the pool has places, it still answers",
  { timeout: 30_000 },
  async () => {
    const business = await freshBusiness();
    for (let lost = 0; lost < 12; lost++) {
      await expect(business.read(({ tx }) => tx.execute(KILL))).rejects.toThrow();
      await expect(business.change(({ tx }) => tx.execute(KILL))).rejects.toThrow();
    }
    const asked = Array.from({ length: 20 }, () => business.read(({ tx }) => tx.execute(sql`select 1 as n`)));
    expect((await Promise.all(asked)).map(([row]) => row?.["n"])).toEqual(asked.map(() => 1));
  },
);

test("numbers are given again after their one connection was lost", { timeout: 30_000 }, async () => {
  const business = await freshBusiness();
  const kill = transact({ mode: "", from: numberPool() }, async (tx) => ({ result: await tx.execute(KILL) }));
  await expect(kill).rejects.toThrow();
  const numbers = await business.change((books) => takeEventNumbers(books, 40));
  expect(new Set(numbers).size).toBe(40);
});

test("a failure that somebody swallowed is no success", async () => {
  const business = await freshBusiness();
  const swallowed = transact({ mode: "" }, async (tx) => {
    await tx.execute(sql`select 1 / 0`).catch(() => {});
    return { result: "done" };
  });
  await expect(swallowed).rejects.toThrow("what was done is committed");
  expect(await business.read(({ tx }) => tx.execute(sql`select 1 as n`))).toHaveLength(1);
});
