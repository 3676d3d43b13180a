// A process of its own that brings a database up to date and leaves: roles (where an administrator's URL is
// given), then migrations. What it loads for that would otherwise stay in the memory of `npm start`.
// Prints what it found as JSON; a failure is one line on stderr.
import postgres from "postgres";
import { migrate } from "../db/migrate.ts";
import { MigrationError } from "../db/migrations/run.ts";
import { createRoles } from "../db/roles.ts";
import { CAST } from "./demo-cast.mjs";
import { UserError, databaseUserError } from "./user-error.mjs";

const { ADMIN_DATABASE_URL, DATABASE_URL, MIGRATOR_DATABASE_URL, BACKUP_PASSWORD, DATA_DIR } = process.env;
const app = { name: "DATABASE_URL", url: DATABASE_URL };
const migrator = { name: "MIGRATOR_DATABASE_URL", url: MIGRATOR_DATABASE_URL };

try {
  if (ADMIN_DATABASE_URL) {
    const urls = { adminUrl: ADMIN_DATABASE_URL, appUrl: DATABASE_URL, migratorUrl: MIGRATOR_DATABASE_URL };
    await createRoles({ ...urls, backupPassword: BACKUP_PASSWORD });
  }
  await ask(app, (sql) => sql`select 1`);
  const migrated = await migrate(MIGRATOR_DATABASE_URL).catch((error) => {
    if (error instanceof MigrationError)
      throw new UserError(`${error.message}${error.discard ? discarded() : ""}.`);
    throw databaseUserError(error, migrator);
  });
  const facts = await ask(migrator, (sql) => look(sql));
  console.log(JSON.stringify({ migrated, ...facts }));
} catch (error) {
  process.stderr.write(
    error instanceof UserError ? error.message : `the database could not be prepared: ${error.message}`,
  );
  process.exitCode = 1;
}

async function ask({ name, url }, question) {
  const connection = name === migrator.name ? { role: "onaccount_owner" } : {};
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {}, connection });
  try {
    return await question(sql);
  } catch (error) {
    throw databaseUserError(error, { name, url });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** How a database that is of no use any more is thrown away; it is the embedded one that we get an administrator for. */
function discarded() {
  return ADMIN_DATABASE_URL
    ? `: throw the data away by removing ${DATA_DIR}, and start again`
    : ": throw it away by dropping the database, and make a new one by `npm run db:roles`";
}

/** Whether anybody works here yet, and whether people of the demo story can come in. */
async function look(sql) {
  const [facts] = await sql`
    select not exists (select from directory.orgs) as empty,
      exists (select from directory.users
        where email = any(${CAST.map(({ email }) => email)}) and password_hash is not null) as demo`;
  return facts;
}
