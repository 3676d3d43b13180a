// A database is brought up to the files of drizzle/ and no further; where it can't have come from them, nothing is
// touched and the program doesn't start on it.
import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { readJournal } from "./migrations/folder.ts";
import { DRIZZLE, ownDrizzle, touched } from "./testing/own-drizzle.ts";

const { here, write, writeJournal, edit, addMigration, bringUp, faults, refusal, catalogue } =
  ownDrizzle("onaccount_migrations");

describe("a database that is up to date", () => {
  test("fits, and a second migrate touches nothing", async () => {
    expect(await faults()).toEqual([]);
    const before = await catalogue();
    expect(await bringUp()).toBe(false);
    expect(touched(before, await catalogue())).toEqual([]);
  });
});

describe("a migration", () => {
  const VOUCHERS = `create table books.vouchers (org_id uuid not null default books.current_org_id(), account_id uuid not null,
    primary key (org_id, account_id)); grant select on books.vouchers to onaccount_app;`;

  test("that is missing is told at the start, and is applied, with the functions after it", async () => {
    addMigration("9999_vouchers", VOUCHERS);
    edit("functions/facts_stay.sql", "    'events',\n", "    'vouchers',\n    'events',\n");
    expect(await faults()).toEqual([
      "the database is not migrated: it lacks 9999_vouchers",
      "the database has other functions than this version: facts_stay",
    ]);
    expect(await bringUp()).toBe(true);
    const [row] = await here.owner`
      select (select attstattarget from pg_attribute where attrelid = c.oid and attname = 'org_id') as target,
        (select string_agg(attname || ' ' || n_distinct, ', ' order by attname) from pg_stats
          where schemaname = 'books' and tablename = 'vouchers') as told,
        has_table_privilege('onaccount_backup', c.oid, 'select') as saved,
        (select tgname from pg_trigger where tgrelid = c.oid) as stays, current_setting('server_version_num')::int as version
      from pg_class c where c.oid = 'books.vouchers'::regclass`;
    const told = Number(row?.["version"]) < 180_000 ? null : "account_id 2, org_id 2";
    expect(row).toMatchObject({ target: 0, told, saved: true, stays: "vouchers_stay" });
    expect(await bringUp()).toBe(false);
  });

  test("is applied once, however many are started at once", async () => {
    addMigration("9999_vouchers", VOUCHERS);
    const changed = await Promise.all([bringUp(), bringUp(), bringUp()]);
    expect(changed.filter(Boolean)).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });

  test("may take away a table and what runs on it: the functions are applied again", async () => {
    const before = await catalogue();
    addMigration(
      "9999_anew",
      `
      create table books.anew (like books.earmarks including all);
      drop table books.earmarks;
      alter table books.anew rename to earmarks;
      drop function books.survivor;`,
    );
    expect(await bringUp()).toBe(true);
    expect([...(await catalogue()).keys()]).toEqual([...before.keys()]);
  });

  test("that fails, or is followed by a function that fails, leaves nothing, and its file is named", async () => {
    const before = await catalogue();
    addMigration("9998_deposits", VOUCHERS);
    addMigration("9999_slip", "select 1;\nalter table books.nowhere add column x int;");
    expect((await refusal()).message).toBe('drizzle/9999_slip.sql: relation "books.nowhere" does not exist');
    write("9999_slip.sql", "select 1;");
    edit("functions/survivor.sql", "LANGUAGE sql", "LANGUAGE slq");
    expect((await refusal()).message).toBe('drizzle/functions/survivor.sql: language "slq" does not exist');
    expect(touched(before, await catalogue())).toEqual([]);
    const left =
      await here.owner`select to_regclass('books.vouchers') as made, (select max(tag) from drizzle.migrations) as newest`;
    expect(left[0]).toEqual({ made: null, newest: readJournal(DRIZZLE).entries.at(-1)?.tag });
  });

  const two = () => {
    addMigration("9998_a", "select 1;");
    addMigration("9999_b", "select 2;");
  };
  const TURNED_AWAY: [string, () => void, string][] = [
    [
      "unknown here, as an old program on a new database sees it",
      () => {
        fs.rmSync(here.folder, { recursive: true });
        fs.cpSync(DRIZZLE, here.folder, { recursive: true });
      },
      "the database has the migration 9998_a, which this version doesn't know",
    ],
    [
      "changed after it was applied",
      () => edit("9998_a.sql", "select 1", "select 3"),
      "the migration 9998_a was changed after it was applied",
    ],
    [
      "older than the newest applied one",
      () => {
        write("9997_late.sql", "select 0;");
        const { entries } = readJournal(here.folder);
        writeJournal([
          ...entries.slice(0, -2),
          { idx: 0, when: 8e12, tag: "9997_late" },
          ...entries.slice(-2),
        ]);
      },
      "the migration 9997_late is missing, though 9999_b after it was applied",
    ],
    [
      "in another place than it was applied",
      () => {
        const { entries } = readJournal(here.folder);
        writeJournal([...entries.slice(0, -2), ...entries.slice(-2).reverse()]);
      },
      "the migration 9998_a was applied before 9999_b, which comes first",
    ],
  ];

  test.each(TURNED_AWAY)("%s: neither migrate nor the server goes on", async (_case, change, says) => {
    two();
    await bringUp();
    change();
    edit("functions/survivor.sql", "-- The", "-- As always, the");
    const before = await catalogue();
    const refused = await refusal();
    expect([refused.message, refused.discard]).toEqual([says, false]);
    expect(touched(before, await catalogue())).toEqual([]);
    expect(await faults()).toEqual([says]);
  });

  test("recorded by drizzle's own migrator is from before the first release: the data have to go", async () => {
    await here.owner.unsafe(`
      drop table drizzle.migrations, drizzle.functions;
      create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`);
    const refused = await refusal();
    expect([refused.message, refused.discard]).toEqual([
      expect.stringMatching(/before the first release/),
      true,
    ]);
    expect(await faults()).toEqual([refused.message]);
  });
});

test("a database that nothing was applied to is told as that", async () => {
  await here.owner.unsafe("drop schema drizzle cascade");
  const [first] = await faults();
  expect(first).toMatch(/^the database is not migrated: it lacks 0000_ground, 0001_directory, /);
});
