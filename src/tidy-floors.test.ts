// Floors and rooms, kept by a machine and without a list of exceptions: what each may import, and nothing in a circle.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { is, sources, SRC } from "./tidy-sources.ts";

// ── Floors

/** What each floor may import, besides itself. The doors beside the floors are of the app's kind. */
const FLOORS: Record<string, readonly string[]> = {
  domain: [],
  db: ["domain/", "env.ts"],
  books: ["domain/", "db/"],
  documents: ["domain/"],
  server: ["domain/", "db/directory/", "books/", "documents/", "env.ts"],
  ui: ["domain/", "server/client.ts", "server/recovered.ts"],
  cli: ["server/", "books/", "documents/", "db/", "domain/", "env.ts"],
  app: ["server/", "ui/", "domain/"],
  "env.ts": [],
  "instrumentation.ts": ["server/"],
  "proxy.ts": ["server/", "env.ts"],
};
/** Tests, and what is there for them, look into the database from any floor, to set the scene and to see what was kept. */
const ALSO_TESTS = ["db/", "env.ts"];

const isTesting = (file: string) => /(^|\/)testing\//.test(file);

const floorOf = (file: string) => file.split("/", 1)[0] ?? "";

test("every file stands on a floor", () => {
  const known = (file: string) =>
    floorOf(file) in FLOORS || /^(env\.test|tidy(-\w+)*(\.test)?)\.ts$/.test(file);
  expect(sources.map(({ file }) => file).filter((file) => !known(file))).toEqual([]);
});

test("imports only go down", () => {
  const climbs = sources.flatMap(({ file, isTest, imports }) => {
    const floor = floorOf(file);
    const below = [...(FLOORS[floor] ?? []), ...(isTest || isTesting(file) ? ALSO_TESTS : [])];
    const ours = imports.filter((each) => each.startsWith("src/")).map((each) => each.slice("src/".length));
    return ours
      .filter((each) => floor in FLOORS && floorOf(each) !== floor && !is(...below)(each))
      .map((each) => `${file} → ${each}`);
  });
  expect(climbs).toEqual([]);
});

test("the domain's packages are shapes and data: zod, the address formats of the world, and the hash that seals a statement", () => {
  const packages = sources
    .filter(({ file, isTest }) => file.startsWith("domain/") && !isTest)
    .flatMap(({ file, imports }) => imports.map((each) => `${file} → ${each}`))
    .filter((each) => !/→ (src\/|zod$|localized-address-format$|@noble\/hashes\/)/.test(each));
  expect(packages).toEqual([]);
});

test("every import of ours names a file that is there, with its extension", () => {
  const missing = sources.flatMap(({ file, imports }) =>
    imports
      .filter((each) => each.startsWith("src/") && !fs.existsSync(path.join(SRC, each.slice("src/".length))))
      .map((each) => `${file} → ${each}`),
  );
  expect(missing).toEqual([]);
});

test("no imports go in a circle", () => {
  const imports = new Map(sources.map((source) => [`src/${source.file}`, source.imports]));
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, trail: readonly string[]) => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(" → "));
    if (trail.includes(file) || done.has(file)) return;
    for (const next of imports.get(file) ?? []) if (imports.has(next)) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of imports.keys()) walk(file, []);
  expect(circles).toEqual([]);
});

// ── Rooms

/** The rooms of a floor, from the lowest: a room imports only rooms before it, and the files at the foot of its floor. */
const ROOMS =
  `language values lists ledger credit receivables receipts corrections customers products jobs invoices payments
  statements collections business imports reconcile story testing`.split(/\s+/);
const FLOORS_WITH_ROOMS = ["domain", "books"];

/** Which room a file of such a floor lies in; -1 is the foot of the floor, which any room may use. */
const roomOf = (file: string) => (file.split("/").length > 2 ? ROOMS.indexOf(file.split("/")[1] ?? "") : -1);

test("within a floor, a room imports only rooms before it", () => {
  const climbs = FLOORS_WITH_ROOMS.flatMap((floor) =>
    sources
      .filter(({ file, isTest }) => file.startsWith(`${floor}/`) && !isTest)
      .flatMap(({ file, imports }) =>
        imports
          .filter((each) => each.startsWith(`src/${floor}/`))
          .filter((each) => roomOf(each.slice("src/".length)) > roomOf(file))
          .map((each) => `${file} → ${each}`),
      ),
  );
  expect(climbs).toEqual([]);
});

test("the floors with rooms have no other folders", () => {
  const strange = sources
    .map(({ file }) => file)
    .filter((file) => FLOORS_WITH_ROOMS.includes(floorOf(file)) && file.split("/").length > 2)
    .filter((file) => roomOf(file) < 0);
  expect(strange).toEqual([]);
});

/** No product holds them, and no build: what is there for tests, the long proofs and the bench. */
const isForTests = (file: string) => isTesting(file) || is("cli/proofs/", "cli/bench/")(file);

test("what is there for tests, proofs and the bench is imported by nothing that ships", () => {
  const shipped = sources
    .filter(({ file, isTest }) => !isTest && !isForTests(file))
    .flatMap(({ file, imports }) =>
      imports.filter((each) => isForTests(each.replace(/^src\//, ""))).map((each) => `${file} → ${each}`),
    );
  expect(shipped).toEqual([]);
});

test("a page for tests has a name that no build for people knows", () => {
  const routes = sources
    .map(({ file }) => file)
    .filter((file) => file.startsWith("app/") && isTesting(file))
    .filter((file) => !file.endsWith(".bench.tsx"));
  expect(routes).toEqual([]);
});

test("a noun's pages use the private folders beside them, never another noun's routes", () => {
  /** `customers` of `app/[org]/customers/(list)/page.tsx`; nothing for what lies in a private folder. */
  const noun = (file: string) => /^app\/\[org\]\/([a-z][\w-]*)\//.exec(file)?.[1];
  const strays = sources.flatMap(({ file, imports }) =>
    imports
      .map((each) => each.slice("src/".length))
      .filter((each) => noun(each) !== undefined && noun(each) !== noun(file))
      .map((each) => `${file} → ${each}`),
  );
  expect(strays).toEqual([]);
});

test("no script that a browser gets brings zod along: its shapes lie apart from the rules", () => {
  const files = new Map(sources.map((source) => [`src/${source.file}`, source]));
  const reach = (file: string, seen: Set<string>): string[] => {
    const source = files.get(file);
    if (!source || seen.has(file) || /^["']use server["']/.test(source.code.trimStart())) return [];
    seen.add(file);
    if (source.along.some((each) => each === "zod" || each.startsWith("zod/"))) return [file];
    return source.along.flatMap((each) => reach(each, seen));
  };
  const clients = sources.filter(({ code }) => /^["']use client["']/.test(code.trimStart()));
  expect(clients.length).toBeGreaterThan(50);
  const bringing = clients.flatMap(({ file }) =>
    reach(`src/${file}`, new Set()).map((shape) => `${file} → ${shape}`),
  );
  expect(bringing).toEqual([]);
});
