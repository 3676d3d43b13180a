// The database of the database tests: a server of its own in a throw-away folder, migrated once. It doesn't
// sync to disk. Whoever has set all three URLs gets the tests run against those instead.
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRoles } from "../db/roles.ts";
import { migrate } from "../db/migrate.ts";
import { startPostgres } from "./pg.mjs";

const URLS = ["ADMIN_DATABASE_URL", "DATABASE_URL", "MIGRATOR_DATABASE_URL"];

export default async function setup() {
  if (URLS.every((name) => process.env[name])) {
    await prepare();
    return undefined;
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onaccount-test-"));
  const password = randomBytes(12).toString("hex");
  const where = { dir: path.join(folder, "pg"), log: path.join(folder, "postgres.log") };
  const server = await startPostgres({ ...where, password, durable: false });
  const tearDown = async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  const at = (user) => `postgres://${user}:${password}@127.0.0.1:${server.port}/onaccount`;
  process.env.ADMIN_DATABASE_URL = server.adminUrl.replace(/\/postgres$/, "/onaccount");
  process.env.DATABASE_URL = at("onaccount_app");
  process.env.MIGRATOR_DATABASE_URL = at("onaccount_migrator");
  await prepare(server.adminUrl).catch(async (error) => {
    await tearDown();
    throw error;
  });
  return tearDown;
}

async function prepare(adminUrl = process.env.ADMIN_DATABASE_URL) {
  const [appUrl, migratorUrl] = [process.env.DATABASE_URL, process.env.MIGRATOR_DATABASE_URL];
  // A server that is someone's own may be signed in to with other roles: then its roles are its own matter.
  if (new URL(appUrl).username === "onaccount_app") await createRoles({ adminUrl, appUrl, migratorUrl });
  await migrate(migratorUrl);
}
