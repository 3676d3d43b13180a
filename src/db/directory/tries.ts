// How often something was tried lately. Counted by the database in one statement, so that two processes, or two
// hundred requests at once, can't each believe they are the first.
import { eq, lt, sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { directoryDb } from "../client.ts";
import { tries } from "../schema/directory.ts";

export type Tried = { count: number; secondsLeft: number };

export async function countTry(key: string, windowSeconds: number): Promise<Tried> {
  const [tried] = await countTries([key], windowSeconds);
  return present(tried, "an upsert returns its row");
}

/** Of several different keys, in one statement and their order. */
export async function countTries(keys: readonly string[], windowSeconds: number): Promise<Tried[]> {
  const resetsAt = sql<string>`now() + make_interval(secs => ${windowSeconds})`;
  const over = sql`${tries.resetsAt} <= now()`;
  // In the order of the keys, so that two requests can't wait for each other.
  const rows = await directoryDb()
    .insert(tries)
    .values([...keys].sort().map((key) => ({ key, count: 1, resetsAt })))
    .onConflictDoUpdate({
      target: tries.key,
      set: {
        count: sql`case when ${over} then 1 else ${tries.count} + 1 end`,
        resetsAt: sql`case when ${over} then excluded.resets_at else ${tries.resetsAt} end`,
      },
    })
    .returning({
      key: tries.key,
      count: tries.count,
      secondsLeft: sql<number>`ceil(extract(epoch from ${tries.resetsAt} - now()))::int`,
    });
  const found = new Map(rows.map(({ key, ...tried }) => [key, tried]));
  return keys.map((key) => present(found.get(key), "an upsert returns its rows"));
}

/** A try that turned out to be rightful doesn't count. */
export async function uncountTry(key: string): Promise<void> {
  await directoryDb()
    .update(tries)
    .set({ count: sql`greatest(0, ${tries.count} - 1)` })
    .where(eq(tries.key, key));
}

export async function forgetTries(key: string): Promise<void> {
  await directoryDb().delete(tries).where(eq(tries.key, key));
}

export async function sweepTries(): Promise<void> {
  await directoryDb()
    .delete(tries)
    .where(lt(tries.resetsAt, sql`now()`));
}
