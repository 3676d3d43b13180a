// Brings up the database of one copy, whichever it is: the embedded server in DATA_DIR, or the operator's
// own (DATABASE_URL); then migrates it. Packages are imported late: they may just have been installed.
import { databaseComplaint } from "./complaint.mjs";
import { startPostgres } from "./pg.mjs";

const [APP, MIGRATOR] = ["DATABASE_URL", "MIGRATOR_DATABASE_URL"];

/** The caller holds the data folder's lock. Returns the two URLs and how to stop what was started. */
export async function openDatabase({ data, outside, say }) {
  if (!outside) return openEmbedded({ data, say });
  await reach({ name: APP, url: outside.app });
  await reach({ name: MIGRATOR, url: outside.migrator });
  await migrateIt(outside.migrator, say);
  return {
    app: outside.app,
    migrator: outside.migrator,
    stop: async () => {},
    exited: new Promise(() => {}),
  };
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
    const { createRoles } = await import("../db/roles.ts");
    await createRoles({
      adminUrl: server.adminUrl,
      appUrl: app,
      migratorUrl: migrator,
      backupPassword: passwords.backup,
    });
    await migrateIt(migrator, say);
    return { app, migrator, stop: server.stop, exited: server.exited };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function reach({ name, url }) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await sql`select 1`;
  } catch (error) {
    throw databaseComplaint(error, { name, url });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function migrateIt(url, say) {
  const { migrate } = await import("../db/migrate.ts");
  try {
    if (await migrate(url)) say("database migrated");
  } catch (error) {
    throw databaseComplaint(error, { name: MIGRATOR, url });
  }
}
