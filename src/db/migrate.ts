// Brings a database to this version of the code, one at a time under an advisory lock: our own SQL from
// drizzle/ first, then pg-boss's tables. Everything made here belongs to onaccount_owner, who can't sign in.
// No file of ours imports through `@/` here: it also runs under plain Node, before any build.
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import pgBoss from "pg-boss/package.json" with { type: "json" };
import postgres from "postgres";

/** Any constant will do, as long as nothing else in this database locks on it. */
const MIGRATION_LOCK = 7_204_519;
const MIGRATIONS = fileURLToPath(new URL("../../drizzle", import.meta.url));

/** `migratorUrl` signs in as onaccount_migrator. Returns whether anything was changed. */
export async function migrate(migratorUrl: string, folder: string = MIGRATIONS): Promise<boolean> {
  const sql = postgres(migratorUrl, {
    max: 1,
    onnotice: () => {},
    connect_timeout: 10,
    // The role is part of the connection, so that a reconnection can't lose it.
    connection: { role: "onaccount_owner", lock_timeout: 60_000 },
  });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    const before = await applied(sql);
    await runMigrations(drizzle(sql), { migrationsFolder: folder, migrationsSchema: "drizzle" });
    const queueChanged = await prepareQueue(sql);
    const changed = queueChanged || (await applied(sql)) !== before;
    if (changed) await letBackupRead(sql);
    return changed;
  } finally {
    await sql.end();
  }
}

async function applied(sql: postgres.Sql) {
  const [made] = await sql`select 1 from pg_tables where schemaname = 'drizzle'`;
  if (!made) return 0;
  const [row] = await sql<
    { count: number }[]
  >`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}

/** The app only writes rows: it makes ordinary queues, and never a table of its own (`partition: true`). */
async function prepareQueue(sql: postgres.Sql) {
  const wanted = pgBoss.pgboss.schema;
  const current = await queueVersionIn(sql);
  if (current === wanted) return false;
  if (current !== null && current > wanted)
    throw new Error(
      `the job queue's tables are of a newer version (${current}) than this code knows (${wanted})`,
    );
  const { getConstructionPlans, getMigrationPlans } = await import("pg-boss");
  await sql.unsafe(current === null ? getConstructionPlans("pgboss") : getMigrationPlans("pgboss", current));
  await sql.unsafe(`
    grant usage on schema pgboss to onaccount_app;
    grant select, insert, update, delete on all tables in schema pgboss to onaccount_app;
    grant usage on all sequences in schema pgboss to onaccount_app;
    grant execute on all functions in schema pgboss to onaccount_app`);
  return true;
}

async function queueVersionIn(sql: postgres.Sql) {
  const [made] = await sql`select 1 from pg_tables where schemaname = 'pgboss' and tablename = 'version'`;
  if (!made) return null;
  const [row] = await sql<{ version: number }[]>`select version from pgboss.version`;
  return row?.version ?? null;
}

/** A dump reads everything, and only reads; new tables are added to its reach with each migration. */
async function letBackupRead(sql: postgres.Sql) {
  const schemas = await sql<{ nspname: string }[]>`
    select nspname from pg_namespace where nspowner = 'onaccount_owner'::regrole`;
  for (const { nspname } of schemas)
    await sql.unsafe(`
      grant usage on schema "${nspname}" to onaccount_backup;
      grant select on all tables in schema "${nspname}" to onaccount_backup;
      grant select on all sequences in schema "${nspname}" to onaccount_backup`);
}
