// The files of drizzle/ as they are: a journal that rises, a snapshot that is the schema, a function in one place; and
// how they are read.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { generateDrizzleJson } from "drizzle-kit/api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as schema from "../schema/index.ts";
import { readFolder, readJournal, readVersion } from "./folder.ts";

const DRIZZLE = path.join(import.meta.dirname, "../../../drizzle");

/** A snapshot's tables, and what else it says, by name; but not its own id and that of the one before. */
function parts({ tables, id: _id, prevId: _before, ...others }: Record<string, Record<string, unknown>>) {
  return new Map(Object.entries({ ...tables, ...others }));
}

describe("the journal", () => {
  const { entries } = readJournal(DRIZZLE);

  test("rises strictly, in time and in number", () => {
    expect(entries.length).toBeGreaterThan(0);
    for (const [at, { idx, when, tag }] of entries.entries()) {
      expect(idx).toBe(at);
      expect(tag).toMatch(new RegExp(`^${String(at).padStart(4, "0")}_[a-z0-9_]+$`));
      expect(when, tag).toBeGreaterThan(entries[at - 1]?.when ?? 0);
    }
  });

  test("names every migration that is there, and no other", () => {
    const there = fs.readdirSync(DRIZZLE).filter((file) => file.endsWith(".sql"));
    expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(there.sort());
  });

  test("ends in a snapshot that is the schema: `npm run db:generate` finds nothing to do", () => {
    const snapshots = fs
      .readdirSync(path.join(DRIZZLE, "meta"))
      .filter((file) => file.endsWith("_snapshot.json"));
    const newest = snapshots.sort().at(-1) ?? "";
    expect(newest.slice(0, 4)).toBe(entries.at(-1)?.tag.slice(0, 4));
    const snapshot = parts(JSON.parse(fs.readFileSync(path.join(DRIZZLE, "meta", newest), "utf8")));
    const now = parts(JSON.parse(JSON.stringify(generateDrizzleJson(schema, "", ["books", "directory"]))));
    expect(now.size).toBeGreaterThan(40);
    const names = [...new Set([...snapshot.keys(), ...now.keys()])];
    expect(names.filter((name) => !isDeepStrictEqual(snapshot.get(name), now.get(name)))).toEqual([]);
  });
});

describe("a function", () => {
  const { migrations, functions } = readFolder(DRIZZLE);

  test("stands in the file of its name, and nowhere else", () => {
    const made = (sql: string) =>
      [
        ...sql.matchAll(
          /\bcreate\s+(?:or\s+replace\s+)?(?:function|aggregate|procedure)\s+(?:\w+\.)?(\w+)/gi,
        ),
      ].map(([, name]) => name);
    for (const { name, sql } of functions) expect(made(sql), name).toEqual([name]);
    // The first migration makes those that the tables are made of.
    for (const { tag, sql } of migrations.slice(1)) expect(made(sql), tag).toEqual([]);
  });

  test("can be applied again, with its triggers", () => {
    for (const { name, sql } of functions)
      for (const [statement, replaced] of sql.matchAll(
        /^\s*create (or replace )?(?:trigger|function|aggregate)/gim,
      ))
        expect(replaced, `${name}: ${statement}`).toBeDefined();
  });

  test("comes after those that it names", () => {
    const at = (name: string) => functions.findIndex((each) => each.name === name);
    expect(at("chain")).toBeGreaterThan(at("chain_step"));
    expect(at("event_canonical")).toBeGreaterThan(at("canonical"));
    expect(at("credits_changed")).toBeGreaterThan(at("check_credits"));
  });
});

describe("a folder", () => {
  let folder: string;
  const write = (file: string, text: string) => fs.writeFileSync(path.join(folder, file), text);
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "onaccount-folder-"));
    fs.mkdirSync(path.join(folder, "meta"));
    fs.mkdirSync(path.join(folder, "functions"));
    write("meta/_journal.json", JSON.stringify({ entries: [{ idx: 0, when: 1, tag: "0000_a" }] }));
    write("0000_a.sql", "select 1;\nselect 2;\n");
    write("functions/a.sql", "books.b()");
    write("functions/b.sql", "books.c()");
    write("functions/c.sql", "select from books.events");
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  test("is known by the hashes of its files, however their lines end", () => {
    const version = readVersion(folder);
    expect(version.functions.map(({ name }) => name)).toEqual(["c", "b", "a"]);
    expect(version.migrations).toEqual([{ tag: "0000_a", hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    write("0000_a.sql", "select 1;\r\nselect 2;\r\n");
    expect(readVersion(folder)).toEqual(version);
    write("0000_a.sql", "select 1;\nselect 3;\n");
    expect(readVersion(folder)).not.toEqual(version);
  });

  test("of functions that name each other can't be applied", () => {
    write("functions/c.sql", "books.a()");
    expect(() => readFolder(folder)).toThrow("drizzle/functions: a → b → c → a is a circle");
  });
});
