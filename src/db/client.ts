// The one pool of connections. Bigints come back as numbers and only while a number can hold them;
// days and instants stay the text that Postgres wrote, so no local zone ever touches them.
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { assert } from "@/domain/assert.ts";
import { needed } from "@/env.ts";

const INT8 = 20;
const [DATE, TIMESTAMP, TIMESTAMPTZ] = [1082, 1114, 1184];

export type Pool = ReturnType<typeof connect>;
export type DirectoryDb = ReturnType<typeof openDirectory>;

/** Kept on globalThis: a bundler may load this module twice, and two pools would be twice the connections. */
const kept = globalThis as typeof globalThis & {
  onaccountPool?: Pool;
  onaccountNumberPool?: Pool;
  onaccountFilePool?: Pool;
  onaccountDirectory?: DirectoryDb;
};

export function pool(): Pool {
  kept.onaccountPool ??= connect(needed("DATABASE_URL"));
  return kept.onaccountPool;
}

/** For the tables of the `directory` schema only: `books` opens its own transactions. */
export function directoryDb(): DirectoryDb {
  kept.onaccountDirectory ??= openDirectory();
  return kept.onaccountDirectory;
}

/**
 * After a connection was lost inside a transaction: postgres.js (3.4) may keep its place taken for ever, so the whole
 * pool makes way for a new one, and what is under way on it may end.
 */
export function retirePool(old: Pool): void {
  if (kept.onaccountPool === old) {
    delete kept.onaccountPool;
    delete kept.onaccountDirectory;
  } else if (kept.onaccountNumberPool === old) delete kept.onaccountNumberPool;
  else if (kept.onaccountFilePool === old) delete kept.onaccountFilePool;
  else return;
  old.end({ timeout: 60 }).catch(() => {});
}

export async function closePool(): Promise<void> {
  const open = [kept.onaccountPool, kept.onaccountNumberPool, kept.onaccountFilePool];
  delete kept.onaccountPool;
  delete kept.onaccountNumberPool;
  delete kept.onaccountFilePool;
  delete kept.onaccountDirectory;
  await Promise.all(open.map(async (each) => each?.end({ timeout: 5 })));
}

/** How many connections of a pool were closed, by whoever. */
const closings = new WeakMap<object, { count: number }>();
export const closingsOf = (from: Pool): number => closings.get(from)?.count ?? 0;

export function connect(url: string, max = 10) {
  const closed = { count: 0 };
  const made = postgres(url, {
    max,
    onclose: () => void closed.count++,
    // A connection that grows old while it is reserved would never be closed (postgres.js 3.4).
    max_lifetime: null,
    onnotice: () => {},
    connection: { application_name: "onaccount" },
    types: {
      int8: { to: INT8, from: [INT8], serialize: String, parse: safeInteger },
      // Also the way in: postgres.js would send an instant through Date and lose its microseconds.
      date: { to: TIMESTAMPTZ, from: [DATE, TIMESTAMP, TIMESTAMPTZ], serialize: asText, parse: asText },
    },
  });
  closings.set(made, closed);
  return made;
}

function openDirectory() {
  return drizzle(pool());
}

const asText = (text: string) => text;

function safeInteger(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `${text} fits a number`);
  return value;
}

/** Event numbers are taken beside the transaction that needs them; with a pool of their own neither can wait for the other. */
export function numberPool(): Pool {
  kept.onaccountNumberPool ??= connect(needed("DATABASE_URL"), 1);
  return kept.onaccountNumberPool;
}

/** For files that stream to whoever fetches them, as slowly as they like: pages never wait for one of these. */
export function filePool(): Pool {
  kept.onaccountFilePool ??= connect(needed("DATABASE_URL"), 2);
  return kept.onaccountFilePool;
}
