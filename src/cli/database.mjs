// Brings up the database of one copy, whichever it is: the embedded server in DATA_DIR, or the operator's
// own (DATABASE_URL); then brings it up to date.
import { UserError } from "./user-error.mjs";
import { runNode } from "./node-process.mjs";
import { startPostgres } from "./pg.mjs";
import { toolEnv } from "./toolchain.mjs";

/**
 * The caller holds the data folder's lock. Returns the two URLs, whether the database is empty or holds the demo story,
 * how to stop what was started, and how to start that again should it die.
 */
export async function openDatabase({ data, outside, say }) {
  if (!outside) return openEmbedded({ data, say });
  const facts = await prepare({ DATABASE_URL: outside.app, MIGRATOR_DATABASE_URL: outside.migrator }, say);
  return { ...outside, ...facts, stop: async () => {}, exited: new Promise(() => {}), again: null };
}

async function openEmbedded({ data, say }) {
  const { passwords } = data.secrets();
  const wish = data.ports().database;
  const where = { dir: data.at("pg"), log: data.log("postgres"), port: wish };
  const server = await startPostgres({ ...where, password: passwords.postgres });
  say(`PostgreSQL ${server.fresh ? "made and " : ""}started on port ${server.port}`);
  try {
    if (server.port !== wish) data.rememberPorts({ database: server.port });
    const at = (user, password) => `postgres://${user}:${password}@127.0.0.1:${server.port}/onaccount`;
    const app = at("onaccount_app", passwords.app);
    const migrator = at("onaccount_migrator", passwords.migrator);
    const admin = {
      ADMIN_DATABASE_URL: server.adminUrl,
      BACKUP_PASSWORD: passwords.backup,
      DATA_DIR: data.dir,
    };
    const facts = await prepare({ DATABASE_URL: app, MIGRATOR_DATABASE_URL: migrator, ...admin }, say);
    const again = () =>
      startPostgres({ ...where, password: passwords.postgres, port: server.port, thisPort: true });
    return { app, migrator, ...facts, stop: server.stop, exited: server.exited, again };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function prepare(urls, say) {
  const env = toolEnv({ ADMIN_DATABASE_URL: "", ...urls });
  const { status, stdout, stderr } = await runNode(["src/cli/prepare-database.mjs"], { env });
  if (status !== 0) throw new UserError(stderr.trim());
  const { migrated, empty, demo } = JSON.parse(stdout);
  if (migrated) say("database migrated");
  return { empty, demo };
}
