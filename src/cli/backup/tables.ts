// What a backup holds: every row of the books and of the directory, but for what only lives for a while (sessions, mailed
// links, counts of tries) and the queue of jobs, which the outbox and the nights fill again.
import pg from "pg";

export type Table = { name: string; columns: string[]; key: string[] };

const ONLY_FOR_A_WHILE = [
  "directory.sessions",
  "directory.mailed_links",
  "directory.tries",
  "directory.email_changes",
  "directory.oidc_tries",
  "directory.override_links",
  "directory.passkey_challenges",
  "books.signature_requests",
];

const SPELLED_ALIKE = `
  set role onaccount_owner; set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
  set bytea_output = 'hex'; set extra_float_digits = 1`;

export type Line = { ask<Row>(query: string, values?: unknown[]): Promise<Row[]>; client: pg.Client };

/** One transaction of whoever signs in as the migrator and acts as the tables' owner, for whom the wall doesn't stand. */
export async function asOwner<T>(url: string, mode: string, work: (line: Line) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(SPELLED_ALIKE);
    await client.query(`begin ${mode}`);
    const ask = async <Row>(query: string, values: unknown[] = []) =>
      (await client.query(query, values)).rows as Row[];
    const result = await work({ ask, client });
    await client.query("commit");
    return result;
  } finally {
    // Whatever wasn't committed is undone by that.
    await client.end();
  }
}

/** By name; generated columns make themselves. */
export async function readTables({ ask }: Line): Promise<Table[]> {
  const rows = await ask<{ name: string; columns: string[]; key: string[] | null }>(`
    select n.nspname || '.' || c.relname as name,
      (select array_agg(quote_ident(a.attname)::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(quote_ident(a.attname)::text order by k.at) from pg_index i,
          unnest(i.indkey::int2[]) with ordinality k (attnum, at)
        join pg_attribute a on a.attnum = k.attnum and a.attrelid = c.oid
        where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('books', 'directory') and c.relkind = 'r' order by 1`);
  return rows
    .filter(({ name }) => !ONLY_FOR_A_WHILE.includes(name))
    .map(({ key, ...table }) => ({ ...table, key: key ?? table.columns }));
}

/** The rows as text, in an order that depends on nothing but the rows. */
export const copyOut = ({ name, columns, key }: Table): string =>
  `copy (select ${columns.join(", ")} from ${name} order by ${key.join(", ")}) to stdout`;

export const copyIn = ({ name, columns }: Omit<Table, "key">): string =>
  `copy ${name} (${columns.join(", ")}) from stdin`;

/** Where the wall would hide rows from us without a word, a backup would be empty. */
export async function hiddenTables(ask: Line["ask"]): Promise<string[]> {
  const rows = await ask<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace in ('books'::regnamespace, 'directory'::regnamespace) and c.relkind = 'r'
      and row_security_active(c.oid) order by 1`);
  return rows.map(({ name }) => name);
}
