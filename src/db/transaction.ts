// One transaction on one connection, in as few round trips as it can be: BEGIN goes out together with the first
// statements, COMMIT together with the last. A row that many wait for stays locked for that much less.
import type { SQL } from "drizzle-orm";
import type pg from "pg";
import { assert } from "@/domain/assert.ts";
import { DatabaseAway, isLost } from "./away.ts";
import { giveBack, pool, take, type Pool } from "./client.ts";
import { drizzleOver, statementOf, type Db } from "./drizzle-over.ts";

export type Connected = Db;
export type Statement = SQL;
/** What a transaction comes to, and what it says last. */
export type Done<T> = { result: T; last?: Statement };

/** `first` is sent right behind BEGIN, before anything that is asked in the transaction. */
export type How = { mode: string; first?: Statement; from?: Pool };

/** Whatever fails undoes all of it. A connection that is lost says whether the transaction may still have been done. */
export async function transact<T>(
  { mode, first, from = pool() }: How,
  work: (tx: Connected) => Promise<Done<T>>,
): Promise<T> {
  const client = await take(from);
  const { tx, close } = connected(client);
  let done: "nothing" | "unknown" = "nothing";
  let lost = false;
  const hear = () => {
    lost = true;
  };
  client.once("error", hear);
  try {
    const begun = Promise.all([client.query(`begin ${mode}`), first && client.query(statementOf(first))]);
    const [{ result, last }] = await Promise.all([work(tx), begun]);
    close();
    assert(!lost, "there is somebody to commit it");
    done = "unknown";
    const [, ended] = await Promise.all([last && client.query(statementOf(last)), client.query("commit")]);
    // A transaction with a failure that nobody passed on answers COMMIT with ROLLBACK.
    assert(ended.command === "COMMIT", "what was done is committed");
    return result;
  } catch (error) {
    close();
    lost ||= isLost(error) || (await rollBack(client));
    throw lost ? new DatabaseAway(done, error) : error;
  } finally {
    client.removeListener("error", hear);
    giveBack(client, lost);
  }
}

/** Whether that was the end of the connection. */
async function rollBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query("rollback");
    return false;
  } catch (error) {
    if (isLost(error)) return true;
    throw error;
  }
}

/** Drizzle on this connection; of no use once the work is over. */
function connected(client: pg.PoolClient) {
  let open = true;
  const query = (config: pg.QueryConfig) => {
    assert(open, "a statement belongs to an open transaction");
    return client.query(config);
  };
  const close = () => {
    open = false;
  };
  return { tx: drizzleOver({ query }), close };
}
