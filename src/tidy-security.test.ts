// SECURITY.md says what is so: each row of the list is there, and each test that it names. Beside it the rules of safety that a look at the
// sources shows.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { is, offenders, sources, SRC } from "./tidy-sources.ts";

const root = path.join(SRC, "..");
const read = (file: string): string => fs.readFileSync(path.join(root, file), "utf8");
const rows = read("SECURITY.md")
  .split("\n")
  .flatMap((line) => {
    const [, id, , shown] = /^\| (E\d+) +\| (.*?) +\| (.*?) +\|$/.exec(line) ?? [];
    return id === undefined || shown === undefined ? [] : [{ id, shown }];
  });

test("every check of the list has its row", () => {
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 54 }, (_, at) => `E${at + 1}`));
});

/** A test's file and title, as the list writes them; and every test's file that it speaks of. */
const NAMED = /`([^`]+\.(?:test|spec)\.ts)` “([^”]+)”/g;
const FILES = /`[^`]+\.(?:test|spec)\.ts`/g;

/** The title of a test, or of a row of one that is tried with each. */
function isTitleIn(text: string, title: string): boolean {
  const written = RegExp.escape(title);
  return new RegExp(`[([]\\s*(?:"${written}"|\`${written}\`),`).test(text);
}

test.each(rows)("$id names a test that is there, or says why there is none", ({ shown }) => {
  const named = [...shown.matchAll(NAMED)];
  const missing = named.filter(
    ([, file = "", title = ""]) => !fs.existsSync(path.join(root, file)) || !isTitleIn(read(file), title),
  );
  expect(missing.map(([all]) => all)).toEqual([]);
  // A file alone says nothing, and neither does a long text.
  expect(shown.match(FILES)?.length ?? 0).toBe(named.length);
  expect(named.length > 0 || shown.startsWith("Not tested: ")).toBe(true);
});

test("what opens something is made in one place, of 32 random bytes", () => {
  const made = /randomBytes\s*\((?!32\))|randomUUID\s*\(\)[^;]*[tT]oken/;
  // Nonces, salts, names and ids open nothing; the passwords of a new database have 24 bytes, by the text that they are written in.
  const others = is(
    "server/sealed.ts",
    "server/auth/known-browser.ts",
    "server/link-form.ts",
    "proxy.ts",
    "db/roles.ts",
    "books/story/",
    "server/testing/",
    "cli/",
  );
  expect(offenders(made, (file) => others(file) || file.endsWith(".test.ts"))).toEqual([]);
  expect(read("src/server/auth/tokens.ts")).toContain('randomBytes(32).toString("base64url")');
});

/** Each gives it a name or number of our own, never what somebody sent. */
const RAW = [
  "db/",
  "books/testing/",
  "server/testing/",
  "books/receivables/",
  "books/invoices/invoice-ways.ts",
  "books/receipts/receipt-list.ts",
  "books/lists/",
  "cli/",
];

test("text becomes SQL only in the files that are named here", () => {
  expect(
    offenders(/sql\.raw|sql\.identifier|\.unsafe\(/, (file) => is(...RAW)(file) || file.endsWith(".test.ts")),
  ).toEqual([]);
});

test("the tenant is set for one transaction and no longer", () => {
  const settings = sources
    .filter(({ file }) => file === "books/open.ts")
    .flatMap(({ code }) => code.match(/set_confi[g]\([^)]*\)/g) ?? []);
  expect(settings.length).toBeGreaterThan(2);
  expect(settings.filter((each) => !each.endsWith("true)"))).toEqual([]);
});

test("the suites run in other zones than the one that hides mistakes", () => {
  const zones = [...read("vitest.config.ts").matchAll(/TZ: "([^"]+)"/g)].map(([, zone]) => zone);
  expect(zones).toEqual(["Pacific/Apia", "America/St_Johns"]);
});
