// A walk over the catalogue: the wall around every table of the books, the tenant in every key, and no right for the
// app that could move either. No list of exceptions; each rule is shown to catch a table that breaks it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needed } from "@/env.ts";
import { direct, type Direct } from "./testing/direct.ts";

let migrator: Direct;
let app: Direct;
beforeAll(() => {
  migrator = direct(needed("MIGRATOR_DATABASE_URL"));
  app = direct(needed("DATABASE_URL"), 10);
});
afterAll(async () => {
  await migrator.end();
  await app.end();
});

const TABLES = `select c.*, c.relname::text as name from pg_class c
  where c.relnamespace = 'books'::regnamespace and c.relkind in ('r', 'p')`;
const ORG = `select a.attrelid, a.attnum, a.attnotnull, a.atttypid,
    pg_get_expr(d.adbin, d.adrelid) as preset
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attname = 'org_id' and not a.attisdropped`;
const FUNCTIONS = `select p.*, p.proname::text as name from pg_proc p
  where p.pronamespace in ('books'::regnamespace, 'directory'::regnamespace)`;

/** What each query returns is wrong, by name. */
const RULES: Record<string, string> = {
  "row security is enabled, and not forced (a forced owner's migrations would see no rows)": `
    select name from t where not relrowsecurity or relforcerowsecurity`,
  "one policy, the wall, in its one form, for everybody and everything": `
    select name from t where (select count(*) from pg_policy p where p.polrelid = t.oid) <> 1 or not exists (
      select from pg_policy p where p.polrelid = t.oid and p.polname = 'wall' and p.polpermissive
        and p.polcmd = '*' and p.polroles = '{0}'
        and pg_get_expr(p.polqual, p.polrelid) = '(org_id = books.current_org_id())'
        and pg_get_expr(p.polwithcheck, p.polrelid) = '(org_id = books.current_org_id())')`,
  "the tenant is a uuid, never null, and filled in by the wall's own function": `
    select name from t where not exists (select from org o where o.attrelid = t.oid and o.attnotnull
      and o.atttypid = 'uuid'::regtype and o.preset = 'books.current_org_id()')`,
  "a primary key, and the tenant first in it": `
    select name from t where not exists (select from pg_index i join org o on o.attrelid = i.indrelid
      where i.indrelid = t.oid and i.indisprimary and i.indkey[0] = o.attnum)`,
  "the tenant first in every index and in every unique key": `
    select name || '.' || i.indexrelid::regclass from t join pg_index i on i.indrelid = t.oid
    where not exists (select from org o where o.attrelid = t.oid and i.indkey[0] = o.attnum)`,
  "the tenant on both sides of every foreign key, which stays in the books": `
    select name || '.' || k.conname from t join pg_constraint k on k.conrelid = t.oid where k.contype = 'f'
      and not exists (select from generate_subscripts(k.conkey, 1) s
        join org here on here.attrelid = k.conrelid and here.attnum = k.conkey[s]
        join org there on there.attrelid = k.confrelid and there.attnum = k.confkey[s])
    union all select name || '.' || k.conname from t join pg_constraint k on k.conrelid = t.oid
    join pg_class f on f.oid = k.confrelid where k.contype = 'f' and f.relnamespace <> 'books'::regnamespace`,
  "no constraint that was never validated": `
    select name || '.' || k.conname from t join pg_constraint k on k.conrelid = t.oid where not k.convalidated`,
  "the owner is the owner role": `
    select name from t where relowner <> 'onaccount_owner'::regrole`,
  "the app can't move a row to another tenant, delete, truncate, refer to it or hang triggers on it": `
    select name from t join org o on o.attrelid = t.oid
    where has_column_privilege('onaccount_app', t.oid, o.attnum, 'update')
      or has_table_privilege('onaccount_app', t.oid, 'delete, truncate, references, trigger')`,
  "nobody but app, owner and backup reaches it": `
    select name || ' ' || coalesce(a.grantee::regrole::text, 'public') from t, aclexplode(t.relacl) a
    where a.grantee <> all (array['onaccount_app', 'onaccount_owner', 'onaccount_backup']::regrole[])`,
  "the app and the backup read it": `
    select name from t where not has_table_privilege('onaccount_app', t.oid, 'select')
      or not has_table_privilege('onaccount_backup', t.oid, 'select')`,
  "the planner takes one business for half of it, whatever ANALYZE finds": `
    select name from t join org o on o.attrelid = t.oid join pg_attribute a on a.attrelid = t.oid and a.attnum = o.attnum
    where a.attstattarget is distinct from 0`,
  "a view looks as whoever asks; nothing else stands in the books": `
    select c.relname::text from pg_class c where c.relnamespace = 'books'::regnamespace
      and (c.relkind not in ('r', 'p', 'v', 'i', 'I', 'c')
        or (c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false)))`,
  "no function runs as its owner without a pinned search path, and none is anybody's to call": `
    select name from f where (f.prosecdef and not exists (
        select from unnest(f.proconfig) s where s like 'search_path=%'))
      or has_function_privilege('public', f.oid, 'execute')`,
  "a function stands in a file of its own (drizzle/functions), or a table is made of it": `
    select name from f where not exists (select from drizzle.functions d where d.name = f.name)
      and not exists (select from pg_depend d where d.refobjid = f.oid
        and d.classid in ('pg_attrdef'::regclass, 'pg_class'::regclass, 'pg_constraint'::regclass, 'pg_policy'::regclass))`,
  "what the wall asks is asked once per scan": `
    select name from f where name = 'current_org_id' and f.provolatile <> 's'`,
};

type Sql = Pick<Direct, "unsafe">;
const offenders = async (sql: Sql, rule: string): Promise<string[]> => {
  const rows = await sql
    .unsafe(`with t as (${TABLES}), org as (${ORG}), f as (${FUNCTIONS}) ${rule}`)
    .values();
  return rows.map((row) => String(row[0])).sort();
};

describe("every table of the books", () => {
  test("is found by the walk", async () => {
    expect((await offenders(app, "select name from t")).length).toBeGreaterThanOrEqual(26);
  });

  test.each(Object.entries(RULES))("%s", async (_says, rule) => {
    expect(await offenders(app, rule)).toEqual([]);
  });
});

/** One thing wrong at a time; each is undone with its transaction. */
const LEAK = "create table books.leak (org_id uuid not null default books.current_org_id(), id uuid not null";
const WALLED = `alter table books.leak enable row level security; create policy wall on books.leak
  using (org_id = books.current_org_id()) with check (org_id = books.current_org_id());`;
const BREACHES: [string, string][] = [
  ["row security", `${LEAK}, primary key (org_id, id))`],
  [
    "row security",
    `${LEAK}, primary key (org_id, id)); ${WALLED} alter table books.leak force row level security`,
  ],
  ["one policy", `${LEAK}); ${WALLED} create policy also on books.leak using (true)`],
  [
    "one policy",
    `${LEAK}); alter table books.leak enable row level security; create policy wall on books.leak using (true) with check (true)`,
  ],
  [
    "one policy",
    `${LEAK}); alter table books.leak enable row level security; create policy wall on books.leak for select using (org_id = books.current_org_id())`,
  ],
  ["the tenant is a uuid", "create table books.leak (org_id uuid, id uuid)"],
  ["a primary key", `${LEAK}, primary key (id, org_id))`],
  ["the tenant first in every index", `${LEAK}, number text unique)`],
  ["the tenant on both sides", `${LEAK}, o uuid, c uuid, foreign key (o, c) references books.customers)`],
  ["the tenant on both sides", `${LEAK}, b uuid references directory.orgs)`],
  [
    "no constraint",
    `${LEAK}); alter table books.leak add foreign key (org_id, id) references books.customers not valid`,
  ],
  ["the app can't", `${LEAK}); grant delete on books.leak to onaccount_app`],
  ["the app can't", `${LEAK}); grant update on books.leak to onaccount_app`],
  ["nobody but", `${LEAK}); grant select on books.leak to public`],
  ["nobody but", `${LEAK}); grant select on books.leak to onaccount_link`],
  ["the app and the backup", `${LEAK}); ${WALLED}`],
  ["the app and the backup", `${LEAK}); grant select on books.leak to onaccount_app`],
  ["the planner takes", `${LEAK}); ${WALLED}`],
  ["a view looks", "create view books.leak as select * from books.customers"],
  ["a view looks", "create materialized view books.leak as select * from books.customers"],
  ["a view looks", "create sequence books.leak"],
  [
    "no function runs",
    "create function books.leak() returns int language sql security definer return 1; revoke all on function books.leak from public",
  ],
  ["no function runs", "create function books.leak() returns int language sql return 1"],
  ["a function stands", "create function books.leak() returns int language sql return 1"],
];

test.each(BREACHES)("the rule “%s” catches: %s", async (says, statement) => {
  const rule = Object.entries(RULES).find(([name]) => name.startsWith(says))?.[1] ?? "";
  const undone = new Error("undone");
  const seen: string[] = [];
  const work = migrator.begin(async (sql) => {
    await sql.unsafe(`set local role onaccount_owner; ${statement}`);
    seen.push(...(await offenders(sql, rule)));
    throw undone;
  });
  await expect(work).rejects.toBe(undone);
  expect(seen.join(" ")).toContain("leak");
});
