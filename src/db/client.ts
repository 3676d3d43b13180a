// The pools of connections. node-postgres lets go of a connection that is lost and of nothing else, and gives up on one
// that isn't free in time (README, "Decisions").
import pg from "pg";
import { needed } from "@/env.ts";
import { DatabaseAway, isLost, overRestart } from "./away.ts";
import { drizzleOver, type Db } from "./drizzle-over.ts";
import { parsers } from "./parsers.ts";

export type Pool = pg.Pool;
export type DirectoryDb = Db;

/** How long anybody waits for a connection: longer than a lock or a statement may take, so that most get one. */
const TAKE_MS = 10_000;
/** A connection remembers every statement that was prepared on it; now and then it starts with an empty head. */
const LIFETIME_S = 3600;

/** Kept on globalThis: a bundler may load this module twice, and two pools would be twice the connections. */
const kept = globalThis as typeof globalThis & {
  onaccountPool?: Pool;
  onaccountNumberPool?: Pool;
  onaccountFilePool?: Pool;
};

export function pool(): Pool {
  kept.onaccountPool ??= connect(needed("DATABASE_URL"));
  return kept.onaccountPool;
}

/** Event numbers are taken beside the transaction that needs them; with a pool of their own neither can wait for the other. */
export function numberPool(): Pool {
  kept.onaccountNumberPool ??= connect(needed("DATABASE_URL"), 1);
  return kept.onaccountNumberPool;
}

/** For files that stream to whoever fetches them, as slowly as they like: pages never wait for one of these. */
export function filePool(): Pool {
  kept.onaccountFilePool ??= connect(needed("DATABASE_URL"), 3);
  return kept.onaccountFilePool;
}

/** To be called with each connection as it is made, before anything is asked on it. */
export function eachConnection(begin: (client: pg.PoolClient) => void): void {
  pool().on("connect", begin);
}

/** For the tables of the `directory` schema only: `books` opens its own transactions. */
export function directoryDb(): DirectoryDb {
  return directory;
}

const directory = drizzleOver({
  query: (config) => {
    const reads = /^\s*select\b/i.test(config.text);
    return overRestart(() => askOnce(pool(), config, reads), reads);
  },
});

/** One statement on a connection of its own. */
async function askOnce(from: Pool, config: pg.QueryConfig, reads: boolean) {
  const client = await take(from);
  let lost = false;
  try {
    return await client.query(config);
  } catch (error) {
    lost = isLost(error);
    throw lost ? new DatabaseAway(reads ? "nothing" : "unknown", error) : error;
  } finally {
    giveBack(client, lost);
  }
}

/** A connection for as long as its holder needs one; to be given back, whatever happens. */
export async function take(from: Pool): Promise<pg.PoolClient> {
  try {
    const client = await from.connect();
    // Whoever asks on it hears of the loss; nobody else needs to.
    client.on("error", ignore);
    return client;
  } catch (error) {
    throw new DatabaseAway("nothing", error);
  }
}

export function giveBack(client: pg.PoolClient, lost: boolean): void {
  client.removeListener("error", ignore);
  client.release(lost);
}

const ignore = () => {};

export async function closePool(): Promise<void> {
  const open = [kept.onaccountPool, kept.onaccountNumberPool, kept.onaccountFilePool];
  delete kept.onaccountPool;
  delete kept.onaccountNumberPool;
  delete kept.onaccountFilePool;
  const ended = Promise.all(open.map(async (each) => each?.end()));
  const late = new Promise((resolve) => setTimeout(resolve, 5_000).unref());
  await Promise.race([ended, late]);
}

export function connect(url: string, max = 10, takeMs = TAKE_MS): Pool {
  const made = new pg.Pool({
    connectionString: url,
    max,
    // Statements go out one behind the other, without waiting for the answer to the first.
    pipeline: true,
    connectionTimeoutMillis: takeMs,
    idleTimeoutMillis: 0,
    maxLifetimeSeconds: LIFETIME_S,
    keepAlive: true,
    application_name: "onaccount",
    types: parsers,
  });
  // An idle connection that is lost is out of the pool by now.
  made.on("error", ignore);
  return made;
}
