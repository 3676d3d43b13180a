// One transaction on one connection, in as few round trips as it can be: BEGIN goes out together with the first
// statements, COMMIT together with the last. A row that many wait for stays locked for that much less.
import { drizzle } from "drizzle-orm/postgres-js";
import type { PendingQuery, ReservedSql, Row } from "postgres";
import { assert } from "@/domain/assert.ts";
import { closingsOf, pool, retirePool, type Pool } from "./client.ts";
import { LineBroken, isLost } from "./checks/lost.ts";

export type Connected = ReturnType<typeof connected>["tx"];
export type Statement = (connection: ReservedSql) => PendingQuery<Row[]>;
/** What a transaction comes to, and what it says last. */
export type Done<T> = { result: T; last?: Statement };

/** `first` is sent right behind BEGIN, before anything that is asked in the transaction. */
export type How = { mode: string; first?: Statement; from?: Pool };

/** Whatever fails undoes all of it; a connection that is lost takes its pool with it, and the next one is made anew. */
export async function transact<T>(
  { mode, first, from = pool() }: How,
  work: (tx: Connected) => Promise<Done<T>>,
): Promise<T> {
  const connection = await from.reserve();
  const closings = closingsOf(from);
  // postgres.js (3.4) throws past everybody when it is asked to write on a reserved connection that is closed, and
  // doesn't say which one of its pool that was: so nothing more is written once any of them is.
  const isThere = () => closingsOf(from) === closings;
  const { tx, close } = connected(connection, isThere);
  let lost = false;
  try {
    const begun = Promise.all([connection.unsafe(`begin ${mode}`).execute(), first?.(connection).execute()]);
    const [{ result, last }] = await Promise.all([work(tx), begun]);
    close();
    if (!isThere()) throw new LineBroken();
    const [, ended] = await Promise.all([
      last?.(connection).execute(),
      connection.unsafe("commit").execute(),
    ]);
    // A transaction with a failure that nobody passed on answers COMMIT with ROLLBACK.
    assert(ended.command === "COMMIT", "what was done is committed");
    return result;
  } catch (error) {
    close();
    lost = !isThere() || isLost(error) || (await rollBack(connection));
    throw error;
  } finally {
    if (lost) retirePool(from);
    else connection.release();
  }
}

/** Whether that was the end of the connection. */
async function rollBack(connection: ReservedSql): Promise<boolean> {
  try {
    await connection.unsafe("rollback");
    return false;
  } catch (error) {
    if (isLost(error)) return true;
    throw error;
  }
}

/** Drizzle on this connection, every statement prepared once and then only executed; of no use once the work is over. */
function connected(connection: ReservedSql, isThere: () => boolean) {
  let open = true;
  const client = {
    options: pool().options,
    unsafe: (text: string, values: never[]) => {
      assert(open, "a statement belongs to an open transaction");
      if (!isThere()) throw new LineBroken();
      return connection.unsafe(text, values, { prepare: true });
    },
  };
  const close = () => {
    open = false;
  };
  return { tx: drizzle(client as unknown as ReturnType<typeof pool>), close };
}
