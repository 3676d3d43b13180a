// What was backed up comes back as it was, and proves; what isn't whole, fits not, or would bury something, is refused and
// changes nothing.
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { text as textOf } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guardScene } from "@/books/testing/guard-scene.ts";
import { closePool } from "@/db/client.ts";
import { makeDatabase } from "@/db/own-database.ts";
import { direct } from "@/db/testing/direct.ts";
import { usePool } from "../own-pool.ts";
import { toolEnv } from "../toolchain.mjs";
import { readBackup } from "./backup-file.ts";
import { loadBackup } from "./load-backup.ts";
import { proveRestored } from "./prove-restored.ts";
import { asOwner, hiddenTables } from "./tables.ts";
import { writeBackup, type Written } from "./write-backup.ts";

type Own = Awaited<ReturnType<typeof makeDatabase>>;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onaccount-backup-test-"));
const file = path.join(folder, "books.backup");
let from: Own;
let to: Own;
let written: Written;
beforeAll(async () => {
  from = await makeDatabase("onaccount_backed_up");
  to = await makeDatabase("onaccount_restored");
  await closePool();
  usePool(from.appUrl);
  await guardScene();
  written = await writeBackup(from.migratorUrl, file);
  await closePool();
}, 120_000);
afterAll(async () => {
  await closePool();
  await from.remove();
  await to.remove();
  fs.rmSync(folder, { recursive: true });
});

/** As the administrator, past every wall. */
async function asked<Row extends object>(own: Own, query: string): Promise<Row[]> {
  const admin = direct(own.adminUrl);
  try {
    return await admin.unsafe<Row[]>(query);
  } finally {
    await admin.end();
  }
}

/** Triggers, keys and rights, as the catalogue spells them. */
const catalogue = (own: Own) =>
  asked(
    own,
    `select 'trigger' as kind, tgrelid::regclass || ' ' || tgname as name, tgenabled::text || pg_get_triggerdef(oid) as says
      from pg_trigger where not tgisinternal
    union all select 'key', conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) || convalidated::text || condeferrable::text
      from pg_constraint where connamespace in ('books'::regnamespace, 'directory'::regnamespace)
    union all select 'right', oid::regclass::text, relacl::text from pg_class
      where relnamespace in ('books'::regnamespace, 'directory'::regnamespace)
    order by 1, 2`,
  );

test("a scene with a row of everything comes back as it was, and proves", { timeout: 120_000 }, async () => {
  const before = await catalogue(to);
  const loaded = await loadBackup(to.migratorUrl, file);
  expect(loaded).toEqual(written.tables);
  usePool(to.appUrl);
  const proven = await proveRestored(to.migratorUrl, loaded);
  await closePool();
  expect(proven.faults).toEqual([]);
  expect(proven).toMatchObject({ businesses: 1 });
  expect(Math.min(proven.events, proven.heads, proven.rows)).toBeGreaterThan(2);
  // The scene has a row of everything but these.
  const empty = Object.entries(loaded).flatMap(([name, { rows }]) => (rows === 0 ? [name] : []));
  expect(empty.filter((name) => !NOT_IN_THE_SCENE.includes(name))).toEqual([]);
  expect(await catalogue(to)).toEqual(before);
  const heads = "select id, last_seq, net, head_hash from books.accounts order by id";
  expect(await asked(to, heads)).toEqual(await asked(from, heads));
});

const NOT_IN_THE_SCENE = [
  "books.day_sums",
  "directory.statement_links",
  // How people and programs come in: of the directory alone.
  "directory.api_keys",
  "directory.business_domains",
  "directory.business_sign_ins",
  "directory.invitations",
  "directory.passkeys",
  "directory.recovery_codes",
  "directory.second_factors",
];

test("a restored database takes the next payment, and the numbers go on", { timeout: 60_000 }, async () => {
  const [next] = await asked<{ next: number }>(
    to,
    "select next::int from books.counters where series = 'event'",
  );
  const [last] = await asked<{ last: number }>(to, "select max(number)::int as last from books.events");
  expect(next?.next).toBeGreaterThan(Number(last?.last));
  await expect(asked(to, "update books.events set memo = 'x'")).rejects.toMatchObject({ code: "OA002" });
});

test(
  "over businesses that are there it is refused, and with --replace they make way",
  { timeout: 120_000 },
  async () => {
    await asked(to, "update directory.orgs set name = 'Another'");
    await expect(loadBackup(to.migratorUrl, file)).rejects.toThrow(/there are businesses here .* --replace/);
    expect(await asked(to, "select name from directory.orgs")).toEqual([{ name: "Another" }]);
    await loadBackup(to.migratorUrl, file, { replace: true });
    expect(await asked(to, "select name from directory.orgs")).toEqual(
      await asked(from, "select name from directory.orgs"),
    );
  },
);

test("while somebody uses the database it is refused", async () => {
  const app = direct(to.appUrl);
  await app`select 1`;
  await expect(loadBackup(to.migratorUrl, file, { replace: true })).rejects.toThrow("somebody is signed in");
  await app.end();
});

test.each<[string, (text: string) => string, RegExp]>([
  ["cut off", (text) => text.slice(0, text.length / 2), /breaks off|isn't whole/],
  ["without its end", (text) => text.slice(0, text.lastIndexOf("-- {")), /breaks off/],
  [
    "with a row less",
    (text) => text.replace(/^(copy books\.events .*;\n)[^\n]+\n/m, "$1"),
    /books\.events had \d+ rows, and \d+ came/,
  ],
  [
    "with another amount",
    (text) => text.replace(/^(copy books\.journal_lines .*;\n.*?)\t(\d+)00\t/m, "$1\t$299\t"),
    /isn't whole|breaks a rule|journal_lines/,
  ],
  [
    "of another version",
    (text) => text.replace(/"hash":"[^"]+"/, '"hash":"0"'),
    /restore it with that version/,
  ],
  ["of something else", () => "create table x ();\n", /no backup of Onaccount/],
])("a file %s is refused, and what was there stays", async (_what, spoil, why) => {
  const spoilt = path.join(folder, "spoilt.backup");
  const text = gunzipSync(fs.readFileSync(file)).toString("latin1");
  const changed = spoil(text);
  expect(changed).not.toBe(text);
  fs.writeFileSync(spoilt, gzipSync(Buffer.from(changed, "latin1")));
  const before = await asked(to, "select count(*)::int as events from books.events");
  await expect(loadBackup(to.migratorUrl, spoilt, { replace: true })).rejects.toThrow(why);
  expect(await asked(to, "select count(*)::int as events from books.events")).toEqual(before);
});

test("the text itself is what psql reads", async () => {
  const names: string[] = [];
  for await (const part of readBackup(file)) if (part.kind === "copy") names.push(part.name);
  expect(names).toEqual(Object.keys(written.tables));
  expect(names).not.toContain("directory.sessions");
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
});

test("where the wall hides rows from whoever writes it, a backup would be empty: it is seen", async () => {
  const app = direct(from.appUrl);
  expect(await hiddenTables((query) => app.unsafe(query) as never)).toContain("books.events");
  expect(await asOwner(from.migratorUrl, "read only", ({ ask }) => hiddenTables(ask))).toEqual([]);
  await app.end();
});

test("an empty database is none to back up", async () => {
  const empty = await makeDatabase("onaccount_nobody");
  try {
    await expect(writeBackup(empty.migratorUrl, path.join(folder, "empty.backup"))).rejects.toThrow(
      "no business",
    );
  } finally {
    await empty.remove();
  }
});

/** As `npm run backup` and `npm run restore` start them, on one of the databases here. */
async function typed(command: "backup" | "restore", own: Own, ...words: string[]) {
  const child = spawn(
    process.execPath,
    ["--import", "./src/cli/typescript.mjs", `src/cli/backup/${command}.ts`, ...words],
    {
      env: toolEnv({ DATABASE_URL: own.appUrl, MIGRATOR_DATABASE_URL: own.migratorUrl }),
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const [out, error, [code]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, "exit"),
  ]);
  return { code: code as number, out, error };
}

test(
  "typed: a backup that proves itself and is never written over, and a restore that asks first",
  { timeout: 240_000 },
  async () => {
    const taken = path.join(folder, "typed.backup");
    const backup = await typed("backup", from, taken);
    expect(backup, backup.error).toMatchObject({ code: 0, error: "" });
    expect(backup.out).toMatch(
      /^[\d,]+ rows of \d+ tables written\nrestored .* and proven: [\d,]+ rows as they/,
    );
    expect(fs.existsSync(`${taken}.unproven`)).toBe(false);

    const again = await typed("backup", from, taken);
    expect(again).toEqual({ code: 1, out: "", error: `backup: ${taken} is there already.\n` });

    const careful = await typed("restore", to, taken);
    expect(careful).toMatchObject({ code: 1, out: "" });
    expect(careful.error).toMatch(/^restore: there are businesses here.* --replace/);

    const restored = await typed("restore", to, taken, "--replace");
    expect(restored, restored.error).toMatchObject({ code: 0, error: "" });
    expect(restored.out).toMatch(
      /^proven: [\d,]+ rows as they were, the books of 1 business keep every rule/,
    );
  },
);

test.each([
  ["no file", [], /^restore: npm run restore -- FILE\n {2}--replace/],
  ["two files", ["a", "b"], /^restore: npm run restore -- FILE/],
  ["an option that isn't there", ["a", "--force"], /^restore: Unknown option '--force'/],
  ["a file that isn't there", ["nowhere.backup"], /^restore: .*nowhere\.backup/],
])("typed with %s it says so in a line and ends with 1", { timeout: 60_000 }, async (_what, words, says) => {
  const answer = await typed("restore", to, ...words);
  expect(answer).toMatchObject({ code: 1, out: "" });
  expect(answer.error).toMatch(says);
});
