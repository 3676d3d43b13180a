// A database for measurements that need no web server: the embedded PostgreSQL in a throw-away folder, set up as
// `npm start` sets it up, and as durable (every commit reaches the disk).
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { openDatabase } from "../database.mjs";
import { openDataDir } from "../datadir.mjs";

export async function startScratch() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onaccount-bench-"));
  const data = openDataDir(folder);
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  try {
    const { app, migrator, stop } = await openDatabase({ data, outside: undefined, say: () => {} });
    await letOwnerSkipTriggers(data, app);
    const env = { DATABASE_URL: app, MIGRATOR_DATABASE_URL: migrator, DATA_DIR: folder, LOG_LEVEL: "silent" };
    return { env, stop: () => stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** What makes a million invoices in minutes; an operator's own server has to grant it before. */
export async function letOwnerSkipTriggers(data, appUrl) {
  const url = new URL(appUrl);
  Object.assign(url, { username: "postgres", password: data.secrets().passwords.postgres });
  const sql = postgres(url.href, { max: 1, onnotice: () => {} });
  try {
    await sql`grant set on parameter session_replication_role to onaccount_owner`;
  } finally {
    await sql.end();
  }
}
