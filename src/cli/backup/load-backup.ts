// Loads a backup into an empty database of the same version, whole or not at all. Guards watch over how rows come to be,
// not over rows that were: they are put aside meanwhile, and so are the keys between tables, which are proven anew over
// all rows before anything counts.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { readApplied } from "@/db/migrations/applied.ts";
import { BackupError, measure, readBackup, type Content, type Head } from "./backup-file.ts";
import { asOwner, copyIn, readTables, type Line, type Table } from "./tables.ts";

/** `replace`: what is there makes way. */
export function loadBackup(migratorUrl: string, file: string, { replace = false } = {}): Promise<Content> {
  return asOwner(migratorUrl, "", async (owner) => {
    await mustBeIdle(owner);
    return loadAll(owner, file, replace);
  });
}

async function mustBeIdle({ ask }: Line): Promise<void> {
  const [used] = await ask(`
    select 1 from pg_stat_activity where datname = current_database() and usename = 'onaccount_app'`);
  if (used)
    throw new BackupError("somebody is signed in to this database: stop every copy that uses it first.");
}

async function loadAll(owner: Line, file: string, replace: boolean): Promise<Content> {
  const tables = await readTables(owner);
  const parts = readBackup(file);
  const head = await headOf(parts);
  await mustFit(owner, head);
  await mustBeEmpty(owner, replace);
  await emptyAll(owner);
  const keys = await putAside(owner, tables);
  const loaded: Content = {};
  for await (const part of parts) {
    if (part.kind === "copy") loaded[part.name] = await loadTable(owner, tableOf(tables, part), part.rows);
    else if (part.kind === "foot") mustBeWhole(loaded, part.tables);
  }
  await takeUpAgain(owner, tables, keys);
  return loaded;
}

async function headOf(parts: ReturnType<typeof readBackup>): Promise<Head> {
  const first = await parts.next();
  if (first.done || first.value.kind !== "head") throw new BackupError("this is no backup of Onaccount.");
  return first.value.head;
}

/** Its rows have the columns and the meaning of one version; brought into that, they can be brought up to a later one. */
async function mustFit({ ask }: Line, { migrations, madeAt }: Head): Promise<void> {
  const there = (await readApplied((query) => ask(query))).migrations;
  const same =
    there.length === migrations.length && there.every(({ hash }, at) => hash === migrations[at]?.hash);
  if (same) return;
  const last = migrations.at(-1)?.tag ?? "";
  throw new BackupError(
    `the backup of ${madeAt} is of the version with the migration ${last}, and this database has ${there.at(-1)?.tag ?? "none"}: restore it with that version, then bring it up to date by starting this one.`,
  );
}

async function mustBeEmpty({ ask }: Line, replace: boolean): Promise<void> {
  const [row] = await ask<{ slugs: string[] | null }>(
    "select array_agg(slug order by slug) as slugs from directory.orgs",
  );
  if (replace || !row?.slugs) return;
  throw new BackupError(
    `there are businesses here (${row.slugs.slice(0, 3).join(", ")}); with --replace they make way for those of the backup.`,
  );
}

/** Also what a backup doesn't hold: sessions of people, and jobs for papers, that may not be there any more. */
async function emptyAll({ ask }: Line): Promise<void> {
  const all = await ask<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace in ('books'::regnamespace, 'directory'::regnamespace) and c.relkind = 'r'`);
  for (const { name } of all) await ask(`alter table ${name} disable trigger user`);
  await ask(`truncate ${all.map(({ name }) => name).join(", ")}`);
  for (const { name } of all) await ask(`alter table ${name} enable trigger user`);
  await ask("delete from pgboss.job");
}

type Key = { table: string; name: string; says: string };

async function putAside({ ask }: Line, tables: readonly Table[]): Promise<Key[]> {
  const keys = await ask<Key>(`
    select k.conrelid::regclass::text as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as says
    from pg_constraint k where k.contype = 'f' and k.conparentid = 0
      and k.connamespace in ('books'::regnamespace, 'directory'::regnamespace)`);
  for (const { table, name } of keys) await ask(`alter table ${table} drop constraint ${name}`);
  for (const { name } of tables) await ask(`alter table ${name} disable trigger user`);
  return [...keys];
}

async function takeUpAgain({ ask }: Line, tables: readonly Table[], keys: readonly Key[]): Promise<void> {
  for (const { name } of tables) await ask(`alter table ${name} enable trigger user`);
  for (const { table, name, says } of keys) await ask(`alter table ${table} add constraint ${name} ${says}`);
  const sequences = await ask<{ sequence: string; table: string; column: string }>(`
    select pg_get_serial_sequence(c.oid::regclass::text, a.attname) as sequence, c.oid::regclass::text as table,
      quote_ident(a.attname) as column
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace in ('books'::regnamespace, 'directory'::regnamespace) and c.relkind = 'r'
      and pg_get_serial_sequence(c.oid::regclass::text, a.attname) is not null`);
  for (const { sequence, table, column } of sequences)
    await ask(`select setval('${sequence}', coalesce((select max(${column}) from ${table}), 0) + 1, false)`);
  await ask("analyze");
}

function tableOf(tables: readonly Table[], part: { name: string; columns: string[] }): Table {
  const table = tables.find(({ name }) => name === part.name);
  if (!table || table.columns.join() !== part.columns.join())
    throw new BackupError(`the backup has a table ${part.name} that this database doesn't have like that.`);
  return table;
}

async function loadTable({ client }: Line, table: Table, rows: AsyncGenerator<Buffer>) {
  const measured = measure();
  async function* passing() {
    for await (const row of rows) {
      measured.add(row);
      yield row;
    }
  }
  await pipeline(Readable.from(passing()), client.query(copyFrom(copyIn(table))));
  return measured.result();
}

function mustBeWhole(loaded: Content, told: Content): void {
  for (const [name, { rows, sha256 }] of Object.entries(told)) {
    if (loaded[name]?.sha256 === sha256) continue;
    throw new BackupError(
      `the backup isn't whole: ${name} had ${rows} rows, and ${loaded[name]?.rows ?? 0} came.`,
    );
  }
}
