// A database for measurements that need no web server: the embedded PostgreSQL in a throw-away folder, set up as
// `npm start` sets it up, and as durable (every commit reaches the disk).
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openDatabase } from "../database.mjs";
import { openDataDir } from "../datadir.mjs";

export async function startScratch() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onaccount-bench-"));
  const data = openDataDir(folder);
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  try {
    const { app, migrator, stop } = await openDatabase({ data, outside: undefined, say: () => {} });
    const env = { DATABASE_URL: app, MIGRATOR_DATABASE_URL: migrator, DATA_DIR: folder, LOG_LEVEL: "silent" };
    return { env, stop: () => stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
