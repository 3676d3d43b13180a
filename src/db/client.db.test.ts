// The pool, as a bundler uses it: each route's modules loaded apart, over the same connections.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { needed } from "@/env.ts";
import { closePool, connect, directoryDb } from "./client.ts";

beforeAll(() => {
  (globalThis as { onaccountPool?: unknown }).onaccountPool = connect(needed("DATABASE_URL"), 1);
});
afterAll(closePool);

test("loaded twice, it names no two statements alike", async () => {
  expect(await directoryDb().execute(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  vi.resetModules();
  const again = await import("./client.ts");
  expect(again.directoryDb).not.toBe(directoryDb);
  expect(await again.directoryDb().execute(sql`select 2 as two`)).toEqual([{ two: 2 }]);
});

test("a value that was forgotten is our mistake, and no null", async () => {
  await expect(directoryDb().execute(sql`select ${undefined}::text as none`)).rejects.toThrow();
});

test("what comes in is exact: bigints as numbers while these can hold them, days and sums as text", async () => {
  const [row] = await directoryDb().execute(sql`
    select 9007199254740991::bigint as most, array[1, 2]::bigint[] as all, date '2026-02-28' as day,
      array[date '2026-02-28'] as days, 0.10::numeric as sum, array[0.10::numeric] as sums, null::bigint as none,
      timestamptz '2026-02-28 12:00:00.123456+00' as at, decode('00ff', 'hex') as bytes, array['a', null] as words`);
  expect(row).toMatchObject({
    most: 9007199254740991,
    all: [1, 2],
    day: "2026-02-28",
    days: ["2026-02-28"],
    sum: "0.10",
    sums: ["0.10"],
    none: null,
    bytes: Buffer.from([0, 255]),
    words: ["a", null],
    at: expect.stringContaining("12:00:00.123456"),
  });
  await expect(directoryDb().execute(sql`select 9007199254740993::bigint as more`)).rejects.toMatchObject({
    cause: { message: expect.stringContaining("fits a number") },
  });
});
