// When a database and a program fit each other, and what is said where they don't.
import { describe, expect, test } from "vitest";
import { changed, conflict, gone, pending, some, unfit, type Applied, type Version } from "./version.ts";

/** "a b" is two migrations or functions; "a:2" is one that was changed. */
const listed = (words: string) =>
  words.split(" ").flatMap((word) => {
    const [name = "", hash = "1"] = word.split(":");
    return name ? [{ name, tag: name, hash }] : [];
  });
const program = (migrations: string, functions = "f g"): Version => ({
  migrations: listed(migrations),
  functions: listed(functions),
});
const database = (migrations: string, functions = "f g"): Applied => ({
  ...program(migrations, functions),
  older: false,
});

describe("a program of the migrations a, b and c", () => {
  const ours = program("a b c");

  test.each<[string, string, string[]]>([
    ["all applied", "a b c", []],
    ["none applied", "", ["the database is not migrated: it lacks a, b, c"]],
    ["the last missing", "a b", ["the database is not migrated: it lacks c"]],
    ["one in between missing", "a c", ["the migration b is missing, though c after it was applied"]],
    ["the first missing", "b c", ["the migration a is missing, though c after it was applied"]],
    [
      "one unknown at the end",
      "a b c d",
      ["the database has the migration d, which this version doesn't know"],
    ],
    [
      "one unknown in between",
      "a x b",
      ["the database has the migration x, which this version doesn't know"],
    ],
    ["one changed", "a b:2 c", ["the migration b was changed after it was applied"]],
    ["two in the other order", "a c b", ["the migration c was applied before b, which comes first"]],
  ])("%s", (_case, there, says) => {
    expect(unfit(ours, database(there))).toEqual(says);
  });

  test("what is missing at the end is applied, and nothing else is tried", () => {
    expect(conflict(ours, database("a"))).toBeUndefined();
    expect(pending(ours, database("a")).map(({ tag }) => tag)).toEqual(["b", "c"]);
    for (const there of ["a c", "b c", "a b c d", "a b:2 c", "a c b"])
      expect(conflict(ours, database(there)), there).toBeDefined();
  });

  test("a database from before the first release is told as that, whatever else it has", () => {
    const says = unfit(ours, { ...database(""), older: true });
    expect(says).toEqual([expect.stringMatching(/before the first release/)]);
  });
});

describe("a program of the functions f and g", () => {
  const ours = program("a");

  test.each<[string, string, string[], string[], string[]]>([
    ["the same", "f g", [], [], []],
    ["one missing", "f", ["g"], [], ["the database has other functions than this version: g"]],
    ["one otherwise", "f g:2", ["g"], [], ["the database has other functions than this version: g"]],
    ["one too many", "f g h", [], ["h"], ["the database has functions that this version doesn't know: h"]],
    ["one under another name", "f h", ["g"], ["h"], [expect.anything(), expect.anything()]],
  ])("%s", (_case, there, toApply, toDrop, says) => {
    const theirs = database("a", there);
    expect(changed(ours, theirs).map(({ name }) => name)).toEqual(toApply);
    expect(gone(ours, theirs)).toEqual(toDrop);
    expect(unfit(ours, theirs)).toEqual(says);
  });
});

test("a long list is cut", () => {
  expect(some(["a", "b", "c"])).toBe("a, b, c");
  expect(some(["a", "b", "c", "d", "e"])).toBe("a, b, c and 2 more");
});
