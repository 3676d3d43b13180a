// How often something was tried lately. Counted by the database in one statement, so that two processes, or two
// hundred requests at once, can't each believe they are the first.
import { eq, lt, sql } from "drizzle-orm";
import { directoryDb } from "../client.ts";
import { tries } from "../schema/directory.ts";

export type Tried = { count: number; secondsLeft: number };

/** `times`: as if it had been tried so often at once. */
export async function countTry(key: string, windowSeconds: number, times = 1): Promise<Tried> {
  const resetsAt = sql<string>`now() + make_interval(secs => ${windowSeconds})`;
  const over = sql`${tries.resetsAt} <= now()`;
  const [row] = await directoryDb()
    .insert(tries)
    .values({ key, count: times, resetsAt })
    .onConflictDoUpdate({
      target: tries.key,
      set: {
        count: sql`case when ${over} then ${times}::int else ${tries.count} + ${times}::int end`,
        resetsAt: sql`case when ${over} then excluded.resets_at else ${tries.resetsAt} end`,
      },
    })
    .returning({
      count: tries.count,
      secondsLeft: sql<number>`ceil(extract(epoch from ${tries.resetsAt} - now()))::int`,
    });
  if (!row) throw new Error("an upsert returns its row");
  return row;
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
