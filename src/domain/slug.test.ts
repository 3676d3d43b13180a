// What may stand as the first part of an address, and what a name suggests.
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { Slug } from "./slug-shape.ts";
import { isReserved, slugFrom } from "./slug.ts";

test.each(["hillside", "granite", "a1", "7-eleven", "x".repeat(40)])("%s is a slug", (slug) => {
  expect(Slug.safeParse(slug).success).toBe(true);
});

test.each([
  "",
  "a",
  "x".repeat(41),
  "-a",
  "a-",
  "a_b",
  "a b",
  "a/b",
  "ä1",
  "..",
  "api",
  "s",
  "sign-in",
  "API",
  "_next",
])("%s is none", (slug) => {
  expect(Slug.safeParse(slug).success).toBe(false);
});

test("capitals and spaces around it are forgiven", () => {
  expect(Slug.parse("  HillSide ")).toBe("hillside");
});

test.each([
  ["Hillside Supply", "hillside-supply"],
  ["Müller & Söhne, Inc.", "muller-sohne-inc"],
  ["Dana’s Groß Handel", "danas-gross-handel"],
  ["  --  ", ""],
  ["株式会社", ""],
  ["x".repeat(39) + " y", "x".repeat(39)],
])("%s suggests %s", (name, slug) => {
  expect(slugFrom(name)).toBe(slug);
});

test("no business is called what an address of our own begins with", () => {
  const folders = ["src/app", "src/app/(auth)"].flatMap((from) => readdirSync(from, { withFileTypes: true }));
  const ours = folders
    .filter((each) => each.isDirectory() && /^[a-z]/.test(each.name))
    .map(({ name }) => name);
  expect(ours.length).toBeGreaterThan(8);
  expect(ours.filter((name) => !isReserved(name))).toEqual([]);
});
