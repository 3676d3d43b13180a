// One transaction on one connection, in few round trips: its first statements go out together, and COMMIT with the
// last. A row that many wait for stays locked for that much less.
import { drizzle } from "drizzle-orm/postgres-js";
import type { PendingQuery, Row, TransactionSql } from "postgres";
import { pool, type Pool } from "@/db/client.ts";

export type Connected = ReturnType<typeof connected>;
export type Statement = (connection: TransactionSql) => PendingQuery<Row[]>;
/** What a transaction comes to, and what it says last. */
export type Done<T> = { result: T; last?: Statement };

/** What `opening` says is sent before anything that `work` asks; whatever fails undoes all of it. */
export function transact<T>(
  opening: { on?: Pool; mode: string; says: Statement },
  work: (tx: Connected) => Promise<Done<T>>,
): Promise<T> {
  return onConnection(opening.on ?? pool(), opening.mode, async (connection, line) => {
    try {
      const told = opening.says(connection).execute();
      const [{ result, last }] = await Promise.all([work(connected(connection, line)), told]);
      line.closed ??= new Error("the transaction is over");
      await Promise.all([last?.(connection).execute(), connection.unsafe("commit").execute()]);
      return result;
    } catch (error) {
      line.closed ??= error;
      if (!isLost(error) && !isLost(line.closed)) await connection.unsafe("rollback");
      throw error;
    }
  });
}

/** Why nothing more may be said on it, once there is a reason. */
type Line = { closed?: unknown };

/**
 * postgres.js finds the connection, says BEGIN and tells when the line breaks. It never learns that the work is over:
 * it would say COMMIT or ROLLBACK itself, one round trip later, or into a line that is gone, which ends the process
 * (3.4.9). It has its connection back as soon as the server says that no transaction is open.
 */
function onConnection<T>(
  on: Pool,
  mode: string,
  work: (connection: TransactionSql, line: Line) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const line: Line = {};
    const begun = on.begin(mode, (connection) => {
      work(connection, line).then(resolve, reject);
      return new Promise<never>(() => {});
    });
    begun.catch((error: unknown) => {
      line.closed ??= error;
      reject(error);
    });
  });
}

/** Drizzle on this connection, every statement prepared once and then only executed. */
function connected(connection: TransactionSql, line: Line) {
  const client = {
    options: pool().options,
    unsafe: (text: string, values: never[]) => {
      if (line.closed) throw line.closed;
      return connection.unsafe(text, values, { prepare: true });
    },
  };
  return drizzle(client as unknown as Pool);
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
