// Applies the files of drizzle/functions: each makes one function of the books, of its own name, the triggers that run
// it, and the grants to call it. What the file no longer says is taken away: a database that was brought up to date is
// like one that was made today.
import type { TransactionSql } from "postgres";
import type { FunctionFile } from "./folder.ts";
import { MigrationError, run } from "./run.ts";

export async function applyFunction(tx: TransactionSql, { name, hash, sql }: FunctionFile): Promise<void> {
  const file = `functions/${name}.sql`;
  await close(tx, name);
  const [functions, triggers] = [await functionsThere(tx), await triggersOf(tx, name)];
  await run(tx, file, sql);
  const made = (await functionsThere(tx)).filter((each) => !functions.some((old) => isSame(old, each)));
  if (made.length !== 1 || made[0]?.name !== name)
    throw new MigrationError(
      `drizzle/${file} has to make books.${name} and no other function; it made ${made.map((each) => each.is).join(", ") || "none"}`,
    );
  for (const trigger of await triggersOf(tx, name))
    if (triggers.some((old) => isSame(old, trigger))) await tx.unsafe(`drop trigger ${trigger.is}`);
  await tx`
    insert into drizzle.functions (name, hash) values (${name}, ${hash})
    on conflict (name) do update set hash = excluded.hash, applied_at = excluded.applied_at`;
}

export async function dropFunction(tx: TransactionSql, name: string): Promise<void> {
  for (const trigger of await triggersOf(tx, name)) await tx.unsafe(`drop trigger ${trigger.is}`);
  for (const each of await functionsThere(tx))
    if (each.name === name) await run(tx, `functions/${name}.sql is gone`, `drop routine ${each.is}`);
  await tx`delete from drizzle.functions where name = ${name}`;
}

/** As in a new database, so that the file says all of who may call it. */
async function close(tx: TransactionSql, name: string) {
  const granted = await tx<{ is: string; to: string }[]>`
    select p.oid::regprocedure::text as is, case a.grantee when 0 then 'public' else a.grantee::regrole::text end as to
    from pg_proc p, aclexplode(p.proacl) a
    where p.pronamespace = 'books'::regnamespace and p.proname = ${name} and a.grantee <> p.proowner`;
  for (const { is, to } of granted) await tx.unsafe(`revoke all on routine ${is} from ${to}`);
}

/** Where a row of the catalogue lies changes with each change of it, by whatever statement. */
type There = { oid: number; row: string; is: string; name: string };
const isSame = (one: There, other: There) => one.oid === other.oid && one.row === other.row;

const functionsThere = (tx: TransactionSql): Promise<There[]> => tx`
  select oid, ctid::text as row, oid::regprocedure::text as is, proname::text as name
  from pg_proc where pronamespace = 'books'::regnamespace`;

const triggersOf = (tx: TransactionSql, name: string): Promise<There[]> => tx`
  select t.oid, t.ctid::text as row, format('%I on %s', t.tgname, t.tgrelid::regclass) as is, t.tgname::text as name
  from pg_trigger t join pg_proc p on p.oid = t.tgfoid
  where p.pronamespace = 'books'::regnamespace and p.proname = ${name} and not t.tgisinternal`;
