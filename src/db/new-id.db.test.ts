// Ids made in the database: uuids of version 7, in the order in which they were made.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool, directoryDb } from "./client.ts";

afterAll(closePool);

const made = async (count: number): Promise<string[]> => {
  const rows = await directoryDb().execute<{ id: string }>(
    sql`select books.new_id() as id from generate_series(1, ${count}::int)`,
  );
  return rows.map(({ id }) => id);
};

/** The part that is the clock's: 48 bits of milliseconds, the version, 12 bits of the next millisecond. */
const clockOf = (id: string) => id.slice(0, 18);

test("ids made one after the other are in that order, within a millisecond, too", async () => {
  const ids: string[] = [];
  for (let n = 0; n < 200; n++) ids.push(...(await made(1)));
  expect(ids).toEqual(ids.toSorted());
  const [many, milliseconds] = [await made(5_000), new Set<string>()];
  expect(many.map(clockOf)).toEqual(many.map(clockOf).toSorted());
  for (const id of many) milliseconds.add(id.slice(0, 13));
  expect(milliseconds.size).toBeLessThan(many.length / 20);
  expect(new Set(many.map(clockOf)).size).toBeGreaterThan(milliseconds.size * 20);
});

test("each is a uuid of version 7 that says when it was made", async () => {
  const ids = await made(500);
  const [clock] = await directoryDb().execute<{ ms: number }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms`,
  );
  for (const id of ids) {
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(
      Math.abs(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16) - (clock?.ms ?? 0)),
    ).toBeLessThan(5_000);
  }
  expect(new Set(ids).size).toBe(ids.length);
});
