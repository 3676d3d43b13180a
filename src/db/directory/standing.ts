// How this process stands before the database: whether the tables are those of this code, and whether the wall
// holds for it. Owners, superusers and roles with BYPASSRLS walk through the wall without a word.
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { is, sql } from "drizzle-orm";
import { builtVersion } from "@/env.ts";
import { directoryDb, type DirectoryDb } from "../client.ts";
import { readApplied } from "../migrations/applied.ts";
import { some, unfit, type Version } from "../migrations/version.ts";
import { POSTGRES_VERSION, postgresFault } from "../server-version.ts";
import * as schema from "../schema/index.ts";

type Standing = { user: string; mighty: boolean; tables: string[]; owned: string[]; open: string[] };

/** Asked before a program starts: whether the server that the database is on has known holes. */
export async function serverFaults(db: DirectoryDb = directoryDb()): Promise<string[]> {
  const [server] = await db.execute<{ version: number }>(sql.raw(POSTGRES_VERSION));
  const tooOld = postgresFault(server?.version ?? 0);
  return tooOld ? [tooOld] : [];
}

/** Asked before a program starts: whether the database was brought up to it, and no further. */
export async function versionFaults(
  db: DirectoryDb = directoryDb(),
  program = JSON.parse(builtVersion()) as Version,
): Promise<string[]> {
  return unfit(program, await readApplied((query) => db.execute(sql.raw(query))));
}

/** What is wrong, in words for the operator; empty when nothing is. Also asked of a program that runs. */
export async function standingFaults(db: DirectoryDb = directoryDb()): Promise<string[]> {
  const [missing, standing] = await Promise.all([missingColumns(db), readStanding(db)]);
  const { user, mighty, tables, owned, open } = standing;
  const faults: string[] = [];
  if (missing.length > 0) faults.push(`the database is not migrated: ${some(missing)} missing`);
  if (mighty) faults.push(`${user} is a superuser or has BYPASSRLS: no tenant would be walled off`);
  if (owned.length > 0) faults.push(`${user} owns ${some(owned)} or may act as the owner`);
  if (tables.length === 0) faults.push("there are no tables in the schema books");
  if (open.length > 0) faults.push(`row security is not active on ${some(open)}`);
  return faults;
}

async function readStanding(db: DirectoryDb): Promise<Standing> {
  const [row] = await db.execute<Standing>(sql`
    with walled as (
      select c.oid, c.relname::text as name, c.relowner
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'books' and c.relkind in ('r', 'p')
    )
    select current_user::text as user,
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as mighty,
      (select coalesce(json_agg(name), '[]') from walled) as tables,
      (select coalesce(json_agg(name), '[]') from walled where pg_has_role(current_user, relowner, 'member')) as owned,
      (select coalesce(json_agg(name), '[]') from walled where not row_security_active(oid)) as open`);
  if (!row) throw new Error("a select without from returns a row");
  return row;
}

async function missingColumns(db: DirectoryDb): Promise<string[]> {
  const rows = await db.execute<{ column: string }>(sql`
    select n.nspname || '.' || c.relname || '.' || a.attname as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('books', 'directory') and a.attnum > 0 and not a.attisdropped`);
  const there = new Set(rows.map((row) => row.column));
  return expectedColumns().filter((column) => !there.has(column));
}

function expectedColumns(): string[] {
  const tables = Object.values(schema).filter((part) => is(part, PgTable));
  return tables.flatMap((table) => {
    const { schema: where, name, columns } = getTableConfig(table);
    return columns.map((column) => `${where}.${name}.${column.name}`);
  });
}
