// Takes whole businesses out of the database: the one thing that no verb can do, since facts are only added. An owner's
// operation, signed in as the migrator: for this one transaction the guards of the books' tables stand aside, while every
// key still holds, so that nothing of another business can go along.
import postgres from "postgres";

/** How many rows of each table, those with none left out. */
export type Rows = Readonly<Record<string, number>>;

const DIRECTORY = [
  "directory.memberships",
  "directory.invitations",
  "directory.statement_links",
  "directory.override_links",
];

/** What removing them would take. */
export const countBusinesses = (migratorUrl: string, orgIds: readonly string[]): Promise<Rows> =>
  asOwner(migratorUrl, async (tx) => {
    const tables = [...(await tablesOf(tx)).map(({ name }) => name), ...DIRECTORY];
    const counts = tables.map(
      (name) => `(select count(*)::int from ${name} where org_id = any($1)) as "${name}"`,
    );
    const [rows = {}] = await tx.unsafe<Rows[]>(`select ${counts.join(", ")}`, [[...orgIds]]);
    return withoutNone(rows);
  });

export const removeBusinesses = (migratorUrl: string, orgIds: readonly string[]): Promise<Rows> =>
  asOwner(migratorUrl, (tx) => remove(tx, orgIds));

async function asOwner<T>(
  migratorUrl: string,
  work: (tx: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
  const connection = { role: "onaccount_owner", lock_timeout: 60_000 };
  const sql = postgres(migratorUrl, { max: 1, onnotice: () => {}, connection });
  try {
    return (await sql.begin(async (tx) => ({ result: await work(tx) }))).result;
  } finally {
    await sql.end();
  }
}

const withoutNone = (rows: Rows): Rows =>
  Object.fromEntries(Object.entries(rows).filter(([, count]) => count > 0));

async function remove(tx: postgres.TransactionSql, orgIds: readonly string[]): Promise<Rows> {
  const books = await tablesOf(tx);
  // Held until the end: who posts meanwhile waits, and then finds the guards as they were.
  const guarded = books.filter(({ guarded: has }) => has).map(({ name }) => name);
  for (const name of guarded) await tx.unsafe(`alter table ${name} disable trigger user`);
  const tables = [...books.map(({ name }) => name), ...DIRECTORY];
  // One statement, so that the keys between the tables are looked at when all of it is gone.
  const gone = tables.map((name, at) => `t${at} as (delete from ${name} where org_id = any($1) returning 1)`);
  const counts = tables.map((name, at) => `(select count(*)::int from t${at}) as "${name}"`);
  const [removed = {}] = await tx.unsafe<Rows[]>(`with ${gone.join(", ")} select ${counts.join(", ")}`, [
    [...orgIds],
  ]);
  // One key waits for the end of a transaction, and a table can't be altered while it does.
  await tx`set constraints all immediate`;
  for (const name of guarded) await tx.unsafe(`alter table ${name} enable trigger user`);
  await tx`delete from pgboss.job where data->>'tenant' = any(${[...orgIds]})`;
  await tx`delete from directory.orgs where id = any(${[...orgIds]})`;
  return withoutNone(removed);
}

/** Every table of the books, each of which carries its tenant; and which of them have guards. */
function tablesOf(tx: postgres.TransactionSql): Promise<{ name: string; guarded: boolean }[]> {
  return tx<{ name: string; guarded: boolean }[]>`
    select format('%I.%I', n.nspname, c.relname) as name,
      exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as guarded
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'books' and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname`;
}
