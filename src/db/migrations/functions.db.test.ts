// A function's file is applied again when it changes, alone and whole: a database that was brought up to date is like one
// that was made today.
import { describe, expect, test } from "vitest";
import { ownDrizzle, touched } from "../testing/own-drizzle.ts";

const { here, read, write, remove, edit, addMigration, bringUp, faults, refusal, catalogue } =
  ownDrizzle("onaccount_functions");

/** All that is known of a function but its body. */
const surroundings = (name: string) => here.owner`
  select oid, proowner::regrole::text as owner, proacl::text as acl, prosecdef, proconfig, provolatile, prorows
  from pg_proc where pronamespace = 'books'::regnamespace and proname = ${name}`;

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
    const [row] =
      await here.owner`select prosrc from pg_proc where oid = 'books.earmarks_kept()'::regprocedure`;
    expect(row?.["prosrc"]).toContain("what is set aside is not the sum");
    expect(await faults()).toEqual([]);
    expect(await bringUp()).toBe(false);
  });

  test("keeps its owner, its grants and what it runs as", async () => {
    for (const name of ["find_customers", "sum_days", "chain", "event_canonical", "facts_stay"]) {
      const before = await surroundings(name);
      expect(before).toHaveLength(1);
      write(`functions/${name}.sql`, `${read(`functions/${name}.sql`)}-- seen again\n`);
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
    const text = read(GUARD);
    remove(GUARD);
    write("functions/earmarks_add_up.sql", text.replaceAll("earmarks_kept", "earmarks_add_up"));
    expect(await faults()).toEqual([
      "the database has other functions than this version: earmarks_add_up",
      "the database has functions that this version doesn't know: earmarks_kept",
    ]);
    await bringUp();
    const triggers = await here.owner`
      select tgname, tgfoid::regproc::text as runs from pg_trigger
      where tgrelid = 'books.earmarks'::regclass and not tgisinternal order by 1`;
    expect(triggers.map((row) => [row["tgname"], row["runs"]])).toEqual([
      ["earmarks_made", "books.earmarks_add_up"],
      ["earmarks_released", "books.earmarks_add_up"],
    ]);
    const left = await here.owner`select from pg_proc where proname = 'earmarks_kept'`;
    expect(left).toHaveLength(0);
    expect(await faults()).toEqual([]);
  });

  test("whose function is needed by another can't go: it is said by whom, and nothing is changed", async () => {
    const before = await catalogue();
    remove("functions/slip_expression.sql");
    remove("functions/chain_step.sql");
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
    expect(await here.owner`select from pg_proc where proname in ('stray', 'other')`).toHaveLength(0);
  });
});
