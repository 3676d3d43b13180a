// One transaction on one connection, in as few round trips as it can be: BEGIN goes out together with the first
// statements, COMMIT together with the last. A row that many wait for stays locked for that much less.
import { drizzle } from "drizzle-orm/postgres-js";
import type { PendingQuery, ReservedSql, Row } from "postgres";
import { assert } from "@/domain/assert.ts";
import { pool } from "@/db/client.ts";

export type Connected = ReturnType<typeof connected>["tx"];
export type Statement = (connection: ReservedSql) => PendingQuery<Row[]>;
/** What a transaction comes to, and what it says last. */
export type Done<T> = { result: T; last?: Statement };

/** `first` is sent right behind BEGIN, before anything that `work` asks; whatever fails undoes all of it. */
export async function transact<T>(
  mode: string,
  first: Statement,
  work: (tx: Connected) => Promise<Done<T>>,
): Promise<T> {
  const connection = await pool().reserve();
  const { tx, close } = connected(connection);
  let lost = false;
  try {
    const begun = Promise.all([connection.unsafe(`begin ${mode}`).execute(), first(connection).execute()]);
    const [{ result, last }] = await Promise.all([work(tx), begun]);
    close();
    await Promise.all([last?.(connection).execute(), connection.unsafe("commit").execute()]);
    return result;
  } catch (error) {
    close();
    lost = isLost(error) || (await rollBack(connection));
    throw error;
  } finally {
    // A connection that is gone isn't given back: the pool makes another.
    if (!lost) connection.release();
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
function connected(connection: ReservedSql) {
  let open = true;
  const client = {
    options: pool().options,
    unsafe: (text: string, values: never[]) => {
      assert(open, "a statement belongs to an open transaction");
      return connection.unsafe(text, values, { prepare: true });
    },
  };
  const close = () => {
    open = false;
  };
  return { tx: drizzle(client as unknown as ReturnType<typeof pool>), close };
}

/** The server ended the session (FATAL), or the line to it broke. */
function isLost(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { severity, syscall, code } = at as { severity?: string; syscall?: string; code?: string };
    if (severity === "FATAL" || severity === "PANIC" || syscall || code?.startsWith("CONNECTION_"))
      return true;
  }
  return false;
}
