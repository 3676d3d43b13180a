// Brings a database to this version of the code, one at a time under an advisory lock: the files of drizzle/ that it
// doesn't have yet, in one transaction, then pg-boss's tables. Everything made here belongs to onaccount_owner, who
// can't sign in. No file of ours imports through `@/` here: it also runs under plain Node, before any build.
import { fileURLToPath } from "node:url";
import pgBoss from "pg-boss/package.json" with { type: "json" };
import postgres from "postgres";
import { asking, prepareRecord, readApplied } from "./migrations/applied.ts";
import { letBackupRead, tellPlanner } from "./migrations/every-table.ts";
import { readFolder, type Folder } from "./migrations/folder.ts";
import { applyFunction, dropFunction } from "./migrations/functions.ts";
import { MigrationError, run } from "./migrations/run.ts";
import { changed, conflict, gone, pending, type Applied } from "./migrations/version.ts";
import { POSTGRES_VERSION, postgresFault } from "./server-version.ts";

/** Any constant will do, as long as nothing else in this database locks on it. */
const MIGRATION_LOCK = 7_204_519;
const DRIZZLE = fileURLToPath(new URL("../../drizzle", import.meta.url));

/** `migratorUrl` signs in as onaccount_migrator. Returns whether anything was changed. */
export async function migrate(migratorUrl: string, folder: string = DRIZZLE): Promise<boolean> {
  const files = readFolder(folder);
  const sql = postgres(migratorUrl, {
    max: 1,
    onnotice: () => {},
    connect_timeout: 10,
    // The role is part of the connection, so that a reconnection can't lose it.
    connection: { role: "onaccount_owner", lock_timeout: 60_000 },
  });
  try {
    const [server] = await sql.unsafe<{ version: number }[]>(POSTGRES_VERSION);
    const tooOld = postgresFault(server?.version ?? 0);
    if (tooOld) throw new MigrationError(tooOld);
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    const applied = await readApplied(asking(sql));
    const clash = conflict(files, applied);
    if (clash) throw new MigrationError(clash, { discard: applied.older });
    const filesChanged = await applyFiles(sql, files, applied);
    const queueChanged = await prepareQueue(sql);
    if (queueChanged) await letBackupRead(sql);
    return filesChanged || queueChanged;
  } finally {
    await sql.end();
  }
}

/**
 * All of it or nothing. The migrations run under the functions as they were, and may take one away; after one, every
 * function is applied again, so that its triggers are on the new tables, too. Else those whose files changed.
 */
async function applyFiles(sql: postgres.Sql, files: Folder, applied: Applied): Promise<boolean> {
  const migrations = pending(files, applied);
  const functions = migrations.length > 0 ? files.functions : changed(files, applied);
  const dropped = gone(files, applied);
  if (migrations.length + functions.length + dropped.length === 0) return false;
  await sql.begin(async (tx) => {
    await prepareRecord(tx);
    for (const { tag, hash, sql: text } of migrations) {
      await run(tx, `${tag}.sql`, text);
      await tx`insert into drizzle.migrations (tag, hash) values (${tag}, ${hash})`;
    }
    for (const name of dropped) await dropFunction(tx, name);
    for (const file of functions) await applyFunction(tx, file);
    if (migrations.length > 0) await tellPlanner(tx);
    await letBackupRead(tx);
  });
  return true;
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
