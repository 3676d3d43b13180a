// What each role may do: facts are added and never changed, nobody steps over the wall, a link's role sees links alone,
// and without a tenant nothing is read.
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

describe("facts", () => {
  const FACTS = [
    ...["events", "allocations", "reductions", "journal_lines", "retainage", "audit_entries", "audit_seals"],
    ...["statements", "statement_files", "deposit_lines"],
  ];

  test.each(FACTS)("%s: the app may add and nothing else", async (table) => {
    const [row] = await app.unsafe(`
      select has_table_privilege('onaccount_app', 'books.${table}', 'insert') as adds,
        has_any_column_privilege('onaccount_app', 'books.${table}', 'update') as updates`);
    expect(row).toEqual({ adds: true, updates: false });
  });

  test.each(FACTS)("%s: not even the owner changes them", async (table) => {
    for (const statement of [`update books.${table} set org_id = org_id`, `delete from books.${table}`]) {
      const work = migrator.begin((sql) => sql.unsafe(`set local role onaccount_owner; ${statement}`));
      await expect(work).rejects.toMatchObject({ code: "OA002" });
    }
    // A truncation would wait for every other test; the guard says that it is there for it, too.
    const [guard] = await app.unsafe(`
      select pg_get_triggerdef(t.oid) as says, t.tgenabled from pg_trigger t join pg_proc f on f.oid = t.tgfoid
      where t.tgrelid = 'books.${table}'::regclass and f.proname = 'facts_stay'`);
    expect(guard).toMatchObject({
      tgenabled: "O",
      says: expect.stringMatching(/BEFORE (DELETE|UPDATE|TRUNCATE| OR ){5} ON .* STATEMENT/),
    });
  });

  test.each([
    ["credit_memos", ["number_freed"]],
    ["payments", ["deposit_id"]],
    ["deposits", ["reversed_on", "reversed_by", "reversed_because", "reversed_at"]],
  ])("%s are facts, of which %j is said later and nothing else", async (table, said) => {
    for (const statement of [
      `update books.${table} set org_id = org_id`,
      `update books.${table} set ${said[0]} = ${said[0]}, currency = currency`,
      `delete from books.${table}`,
    ]) {
      const work = migrator.begin((sql) => sql.unsafe(`set local role onaccount_owner; ${statement}`));
      await expect(work).rejects.toMatchObject({ code: "OA002" });
    }
    const rows = await app.unsafe(`
      select a.attname as may from pg_attribute a where a.attrelid = 'books.${table}'::regclass and a.attnum > 0
        and has_column_privilege('onaccount_app', a.attrelid, a.attnum, 'update')`);
    expect(rows.map((row) => String(row.may)).sort()).toEqual([...said].sort());
  });

  test("of items and credits the app may change how much was used, and nothing else", async () => {
    const rows = await app.unsafe(`
      select c.relname || '.' || a.attname as may from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.oid in ('books.items'::regclass, 'books.credits'::regclass) and a.attnum > 0
        and has_column_privilege('onaccount_app', c.oid, a.attnum, 'update') order by 1`);
    expect(rows.map((row) => String(row.may))).toEqual([
      ...["applied", "refunded", "reversed", "touched_at", "touched_on"].map((name) => `credits.${name}`),
      ...["applied", "reversed", "touched_at", "touched_on"].map((name) => `items.${name}`),
    ]);
  });
});

describe("roles", () => {
  test("none of ours steps over the wall, but the one that only reads backups", async () => {
    const rows = await app.unsafe(`
      select rolname::text as name from pg_roles where rolname like 'onaccount%'
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`);
    expect(rows.map((row) => String(row.name))).toEqual(["onaccount_backup"]);
    const [backup] = await app.unsafe(`
      select has_any_column_privilege('onaccount_backup', c.oid, 'insert, update') as writes
      from pg_class c where c.relnamespace = 'books'::regnamespace and c.relkind = 'r' order by 1 desc limit 1`);
    expect(backup).toEqual({ writes: false });
  });

  test("the app is not the owner, can't become it, and makes nothing anywhere", async () => {
    const [row] = await app.unsafe(`
      select current_user::text as user, pg_has_role('onaccount_owner', 'member') as owner,
        (select bool_or(has_schema_privilege(n.oid, 'create')) from pg_namespace n) as creates`);
    expect(row).toEqual({ user: "onaccount_app", owner: false, creates: false });
  });

  test("the app makes links and can't look one up; the link role looks one up and sees nothing else", async () => {
    await expect(app`select token_hash from directory.statement_links`).rejects.toMatchObject({
      code: "42501",
    });
    await expect(app`select 1 from directory.statement_links where token_hash = 'x'`).rejects.toMatchObject({
      code: "42501",
    });
    const asLink = (query: string) =>
      app.begin((sql) => sql.unsafe(`set local role onaccount_link; ${query}`));
    await asLink(
      "select id, token_hash, org_id, statement_id, invoice_id, credit_memo_id, account_id, expires_at, revoked_at from directory.statement_links",
    );
    const others = [
      "select created_by from directory.statement_links",
      "select 1 from directory.orgs",
      "select 1 from directory.users",
    ];
    for (const query of [...others, "select 1 from books.statements", "select books.current_org_id()"])
      await expect(asLink(query)).rejects.toMatchObject({ code: "42501" });
    const rows = await app.unsafe(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('books', 'directory', 'pgboss') and c.relkind in ('r', 'p', 'v')
        and has_any_column_privilege('onaccount_link', c.oid, 'select, insert, update')`);
    expect(rows.map((row) => String(row.name))).toEqual(["directory.statement_links"]);
  });
});

describe("without a tenant", () => {
  const alone = direct(needed("DATABASE_URL"));
  afterAll(() => alone.end());

  test("nothing is read, and it is said: never set, and left over from a transaction that ended", async () => {
    await expect(alone`select books.current_org_id()`).rejects.toMatchObject({ code: "42704" });
    await alone.begin((sql) =>
      sql.unsafe("set local onaccount.org_id = '00000000-0000-4000-8000-000000000001'"),
    );
    await expect(alone`select books.current_org_id()`).rejects.toMatchObject({ code: "22P02" });
    await expect(
      alone`insert into books.chart (code, name, kind) values ('1', 'x', 'asset')`,
    ).rejects.toMatchObject({ code: "22P02" });
  });
});
