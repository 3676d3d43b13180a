// What was applied to a database, as it says itself: two tables in the schema `drizzle`, which the app may read.
import type { Sql, TransactionSql } from "postgres";
import type { Applied } from "./version.ts";

/** Whoever asks: the migrator by its own connection, the app by its pool. */
type Ask = (query: string) => Promise<readonly Record<string, unknown>[]>;

export const asking =
  (sql: Sql | TransactionSql): Ask =>
  (query) =>
    sql.unsafe(query);

export async function readApplied(ask: Ask): Promise<Applied> {
  const tables = await ask(`
    select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'drizzle' and c.relkind = 'r'`);
  const there = (name: string) => tables.some((table) => table["name"] === name);
  // drizzle's own migrator wrote the one of this name.
  if (!there("migrations")) return { migrations: [], functions: [], older: there("__drizzle_migrations") };
  const migrations = await ask("select tag, hash from drizzle.migrations order by place");
  const functions = await ask("select name, hash from drizzle.functions order by name");
  return {
    migrations: migrations.map(({ tag, hash }) => ({ tag: String(tag), hash: String(hash) })),
    functions: functions.map(({ name, hash }) => ({ name: String(name), hash: String(hash) })),
    older: false,
  };
}

export async function prepareRecord(tx: TransactionSql): Promise<void> {
  await tx.unsafe(`
    create schema if not exists drizzle;
    create table if not exists drizzle.migrations (
      place integer generated always as identity primary key,
      tag text not null unique,
      hash text not null,
      applied_at timestamptz not null default now());
    create table if not exists drizzle.functions (
      name text primary key,
      hash text not null,
      applied_at timestamptz not null default now());
    grant usage on schema drizzle to onaccount_app, onaccount_migrator;
    grant select on drizzle.migrations, drizzle.functions to onaccount_app, onaccount_migrator`);
}
