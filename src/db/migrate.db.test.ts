// A database is brought up to the files of drizzle/ and no further; where it can't have come from them, nothing is
// touched and the program doesn't start on it. Each test has a copy of a database, and a folder of its own to change.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connect } from "./client.ts";
import { standingFaults } from "./directory/standing.ts";
import { migrate } from "./migrate.ts";
import { readJournal, readVersion } from "./migrations/folder.ts";
import { MigrationError } from "./migrations/run.ts";
import { copyDatabase, makeDatabase } from "./own-database.ts";

const DRIZZLE = path.join(import.meta.dirname, "../../drizzle");
const TEMPLATE = "onaccount_migrations";
type Database = Awaited<ReturnType<typeof makeDatabase>>;

let template: Database;
let database: Database;
let owner: postgres.Sql;
let folder: string;

beforeAll(async () => {
  template = await makeDatabase(TEMPLATE);
});
afterAll(() => template.remove());
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "onaccount-drizzle-"));
  fs.cpSync(DRIZZLE, folder, { recursive: true });
  database = await copyDatabase(TEMPLATE, `${TEMPLATE}_copy`);
  owner = postgres(database.migratorUrl, {
    max: 1,
    onnotice: () => {},
    connection: { role: "onaccount_owner" },
  });
});
afterEach(async () => {
  await owner.end();
  await database.remove();
  fs.rmSync(folder, { recursive: true });
});

const bringUp = () => migrate(database.migratorUrl, folder);

/** What the server says at its start, in the app's role. */
async function faults() {
  const app = connect(database.appUrl, 1);
  const said = await standingFaults(drizzle(app), readVersion(folder));
  await app.end();
  return said;
}

async function refusal() {
  const error: unknown = await bringUp().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(MigrationError);
  return error instanceof MigrationError ? error : new MigrationError("");
}

const at = (file: string) => path.join(folder, file);
const write = (file: string, text: string) => fs.writeFileSync(at(file), text);
const edit = (file: string, from: string, to: string) => {
  const text = fs.readFileSync(at(file), "utf8");
  expect(text).toContain(from);
  write(file, text.replace(from, to));
};
const writeJournal = (entries: ReturnType<typeof readJournal>["entries"]) =>
  write("meta/_journal.json", JSON.stringify({ entries: entries.map((entry, idx) => ({ ...entry, idx })) }));
const addMigration = (tag: string, text: string) => {
  write(`${tag}.sql`, text);
  writeJournal([...readJournal(folder).entries, { idx: 0, when: 9e12, tag }]);
};

/** Every function and trigger, each with where its row lies: it moves with any change. */
async function catalogue() {
  const rows = await owner<{ is: string; row: string }[]>`
    select oid::regprocedure::text as is, ctid::text as row from pg_proc where pronamespace = 'books'::regnamespace
    union all select tgrelid::regclass || ' ' || tgname, t.ctid::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'books'::regnamespace and not tgisinternal order by 1`;
  return new Map(rows.map(({ is, row }) => [is, row]));
}
const touched = (before: Map<string, string>, after: Map<string, string>) =>
  [...new Set([...before.keys(), ...after.keys()])].filter((is) => before.get(is) !== after.get(is));

/** All that is known of a function but its body. */
const surroundings = (name: string) => owner`
  select oid, proowner::regrole::text as owner, proacl::text as acl, prosecdef, proconfig, provolatile, prorows
  from pg_proc where pronamespace = 'books'::regnamespace and proname = ${name}`;

describe("a database that is up to date", () => {
  test("fits, and a second migrate touches nothing", async () => {
    expect(await faults()).toEqual([]);
    const before = await catalogue();
    expect(await bringUp()).toBe(false);
    expect(touched(before, await catalogue())).toEqual([]);
  });
});

describe("a function's file", () => {
  const GUARD = "functions/earmarks_kept.sql";
  const GUARD_ROWS = [
    "books.earmarks earmarks_made",
    "books.earmarks earmarks_released",
    "books.earmarks_kept()",
  ];

  test("that was changed is told at the start, and applied again alone", async () => {
    edit(GUARD, "earmarked is not the sum", "what is set aside is not the sum");
    expect(await faults()).toEqual(["the database has other functions than this version: earmarks_kept"]);
    const before = await catalogue();
    expect(await bringUp()).toBe(true);
    expect(touched(before, await catalogue())).toEqual(GUARD_ROWS);
    const [row] = await owner`select prosrc from pg_proc where oid = 'books.earmarks_kept()'::regprocedure`;
    expect(row?.["prosrc"]).toContain("what is set aside is not the sum");
    expect(await faults()).toEqual([]);
    expect(await bringUp()).toBe(false);
  });

  test("keeps its owner, its grants and what it runs as", async () => {
    for (const name of ["find_customers", "sum_days", "chain", "event_canonical", "facts_stay"]) {
      const before = await surroundings(name);
      expect(before).toHaveLength(1);
      write(
        `functions/${name}.sql`,
        `${fs.readFileSync(at(`functions/${name}.sql`), "utf8")}-- seen again\n`,
      );
      expect(await bringUp()).toBe(true);
      expect(await surroundings(name)).toEqual(before);
    }
  });

  test("that grants less than it did leaves nothing granted", async () => {
    edit("functions/survivor.sql", "GRANT EXECUTE ON FUNCTION books.survivor TO onaccount_app;", "");
    await bringUp();
    const [row] = await surroundings("survivor");
    expect(row).toMatchObject({ acl: "{onaccount_owner=X/onaccount_owner}" });
  });

  test("that has one trigger less leaves none behind, and one more is made", async () => {
    edit(GUARD, "TRIGGER earmarks_released AFTER UPDATE", "TRIGGER earmarks_changed AFTER UPDATE");
    edit("functions/facts_stay.sql", "    'proofs',\n", "");
    const before = await catalogue();
    await bringUp();
    const after = await catalogue();
    expect([...before.keys()].filter((is) => !after.has(is))).toEqual([
      "books.earmarks earmarks_released",
      "books.proofs proofs_stay",
    ]);
    expect([...after.keys()].filter((is) => !before.has(is))).toEqual(["books.earmarks earmarks_changed"]);
  });

  test("that is gone, or has another name, takes function and triggers with it", async () => {
    const text = fs.readFileSync(at(GUARD), "utf8");
    fs.rmSync(at(GUARD));
    write("functions/earmarks_add_up.sql", text.replaceAll("earmarks_kept", "earmarks_add_up"));
    expect(await faults()).toEqual([
      "the database has other functions than this version: earmarks_add_up",
      "the database has functions that this version doesn't know: earmarks_kept",
    ]);
    await bringUp();
    const triggers = await owner`
      select tgname, tgfoid::regproc::text as runs from pg_trigger
      where tgrelid = 'books.earmarks'::regclass and not tgisinternal order by 1`;
    expect(triggers.map((row) => [row["tgname"], row["runs"]])).toEqual([
      ["earmarks_made", "books.earmarks_add_up"],
      ["earmarks_released", "books.earmarks_add_up"],
    ]);
    const left = await owner`select from pg_proc where proname = 'earmarks_kept'`;
    expect(left).toHaveLength(0);
    expect(await faults()).toEqual([]);
  });

  test("whose function is needed by another can't go: it is said by whom, and nothing is changed", async () => {
    const before = await catalogue();
    fs.rmSync(at("functions/slip_expression.sql"));
    fs.rmSync(at("functions/chain_step.sql"));
    expect((await refusal()).message).toMatch(
      /functions\/chain_step\.sql is gone: cannot drop function .* depend on it/,
    );
    expect(touched(before, await catalogue())).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    [
      "whose arguments changed",
      "functions/survivor.sql",
      "books.survivor(customer uuid)",
      "books.survivor(customer uuid, most int)",
    ],
    ["whose result changed", "functions/survivor.sql", "RETURNS uuid", "RETURNS text"],
  ])("%s asks for a migration that drops the old one, and then is applied", async (_case, file, from, to) => {
    edit(file, from, to);
    if (to.endsWith("text")) edit(file, "SELECT id FROM chain", "SELECT id::text FROM chain");
    const before = await catalogue();
    expect((await refusal()).message).toMatch(
      /^drizzle\/functions\/survivor\.sql: .*; drop the old function in a migration$/,
    );
    expect(touched(before, await catalogue())).toEqual([]);
    addMigration("9999_other_survivor", "drop function books.survivor(uuid);");
    expect(await bringUp()).toBe(true);
    expect(await surroundings("survivor")).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });

  test.each<[string, string]>([
    [
      "another function than its own",
      "create or replace function books.other() returns int language sql return 1",
    ],
    [
      "two functions",
      "create function books.stray() returns int language sql return 1; create function books.other() returns int language sql return 1",
    ],
    ["none", "select 1"],
  ])("that makes %s is refused", async (_case, text) => {
    write("functions/stray.sql", text);
    expect((await refusal()).message).toMatch(
      /functions\/stray\.sql has to make books\.stray and no other function; it made/,
    );
    expect(await owner`select from pg_proc where proname in ('stray', 'other')`).toHaveLength(0);
  });
});

describe("a migration", () => {
  const DEPOSITS = `create table books.deposits (org_id uuid not null default books.current_org_id(), account_id uuid not null,
    primary key (org_id, account_id)); grant select on books.deposits to onaccount_app;`;

  test("that is missing is told at the start, and is applied, with the functions after it", async () => {
    addMigration("9999_deposits", DEPOSITS);
    edit("functions/facts_stay.sql", "    'events',\n", "    'deposits',\n    'events',\n");
    expect(await faults()).toEqual([
      "the database is not migrated: it lacks 9999_deposits",
      "the database has other functions than this version: facts_stay",
    ]);
    expect(await bringUp()).toBe(true);
    const [row] = await owner`
      select (select attstattarget from pg_attribute where attrelid = c.oid and attname = 'org_id') as target,
        (select string_agg(attname || ' ' || n_distinct, ', ' order by attname) from pg_stats
          where schemaname = 'books' and tablename = 'deposits') as told,
        has_table_privilege('onaccount_backup', c.oid, 'select') as saved,
        (select tgname from pg_trigger where tgrelid = c.oid) as stays, current_setting('server_version_num')::int as version
      from pg_class c where c.oid = 'books.deposits'::regclass`;
    const told = Number(row?.["version"]) < 180_000 ? null : "account_id 2, org_id 2";
    expect(row).toMatchObject({ target: 0, told, saved: true, stays: "deposits_stay" });
    expect(await bringUp()).toBe(false);
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
    await bringUp();
    expect([...(await catalogue()).keys()]).toEqual([...before.keys()]);
  });

  test("that fails, or is followed by a function that fails, leaves nothing, and its file is named", async () => {
    const before = await catalogue();
    addMigration("9998_deposits", DEPOSITS);
    addMigration("9999_slip", "select 1;\nalter table books.nowhere add column x int;");
    expect((await refusal()).message).toBe('drizzle/9999_slip.sql: relation "books.nowhere" does not exist');
    write("9999_slip.sql", "select 1;");
    edit("functions/survivor.sql", "LANGUAGE sql", "LANGUAGE slq");
    expect((await refusal()).message).toBe('drizzle/functions/survivor.sql: language "slq" does not exist');
    expect(touched(before, await catalogue())).toEqual([]);
    const left =
      await owner`select to_regclass('books.deposits') as made, (select max(tag) from drizzle.migrations) as newest`;
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
        fs.rmSync(folder, { recursive: true });
        fs.cpSync(DRIZZLE, folder, { recursive: true });
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
        const { entries } = readJournal(folder);
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
        const { entries } = readJournal(folder);
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
    await owner.unsafe(`
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
  await owner.unsafe("drop schema drizzle cascade");
  const [first] = await faults();
  expect(first).toMatch(/^the database is not migrated: it lacks 0000_ground, 0001_directory, /);
});
