// The house rules, kept by a machine and without a list of exceptions: the few things that have one place each, and how
// files look. When a rule is in your way, mend the code or change the rule for everybody.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { is, offenders, plain, sources, SRC } from "./tidy-sources.ts";

// ── One place each

test("only books/open.ts tells Postgres whose rows they are", () => {
  expect(offenders(/set_confi[g]/, is("books/open.ts"))).toEqual([]);
});

test("only the clock reads the time", () => {
  expect(
    offenders(/new\s+Date\s*\(\s*\)|Date\.now\b/, (file) => file === "server/clock.ts" || plain(file)),
  ).toEqual([]);
});

test("only env.ts and the plain scripts read the environment", () => {
  // NEXT_RUNTIME is no setting but a constant of the bundler's.
  expect(offenders(/process\.env(?!\.NEXT_RUNTIME)/, (file) => file === "env.ts" || plain(file))).toEqual([]);
});

test("the tenant's id is named only where it is known and where it is kept", () => {
  expect(offenders(/\borgId\b/, is("db/", "books/open.ts", "server/actor.ts"))).toEqual([]);
});

test("numbers become money, and money numbers, only in money.ts", () => {
  expect(
    offenders(/\bparseFloat\b|\btoFixed\b/, (file) => file === "domain/money.ts" || plain(file)),
  ).toEqual([]);
});

test("papers are drawn in threads, or by the operator's own process", () => {
  const drawing = sources.flatMap(({ file, isTest, imports }) =>
    isTest || is("documents/", "cli/", "server/heavy/jobs.ts")(file)
      ? []
      : imports
          .filter((each) => /^src\/documents\/[\w-]+-pdf\.tsx$/.test(each))
          .map((each) => `${file} → ${each}`),
  );
  expect(drawing).toEqual([]);
});

test("only the doors answer with errors of the doors", () => {
  expect(offenders(/new\s+TRPCError/, is("server/"))).toEqual([]);
});

test("an input is parsed at the door, and by no verb again", () => {
  // What was frozen as text is read again by its own shape.
  const parsed = /\b(?!JSON\.|Date\.)[A-Z]\w*\.(?:safeP|p)arse\((?!JSON\.parse)/;
  const isVerb = (file: string) => file.startsWith("books/") && !file.endsWith(".test.ts");
  expect(offenders(parsed, (file) => !isVerb(file))).toEqual([]);
});

test("no literal is spread to steer the formatter", () => {
  // A mapped tuple type begins alike.
  expect(offenders(/\.\.\.\{(?! \[)/, () => false)).toEqual([]);
});

test("a form at the front door and a route for files tell a database that is away", () => {
  const forms = sources.filter(({ code }) => code.trimStart().startsWith('"use server"'));
  const actions = forms.flatMap(({ code }) => code.match(/_before: FormState[^{]*\{\n.*/g) ?? []);
  expect(actions.filter((each) => !each.includes("keepTypedOnTrouble("))).toEqual([]);
  const files = sources.filter(({ file }) => /^app\/.*\/(csv|pdf)\/route\.ts$/.test(file));
  expect(
    files.filter(({ code }) => !/tellingTrouble\(|csvRoute[(<]/.test(code)).map(({ file }) => file),
  ).toEqual([]);
  expect(Math.min(actions.length, files.length)).toBeGreaterThan(5);
});

test("a link of a business's pages is made by the one builder, which encodes its parts", () => {
  // Outside a business a slug comes from the database, not from the address.
  const made = /`\/\$\{/;
  const elsewhere = (file: string) => !file.startsWith("app/[org]/") || file === "app/[org]/_shell/links.ts";
  expect(offenders(made, elsewhere)).toEqual([]);
});

// ── Files

test("no file is over 250 lines", () => {
  expect(sources.filter(({ lines }) => lines > 250).map(({ file, lines }) => `${file}: ${lines}`)).toEqual(
    [],
  );
});

test("files are named for what they are", () => {
  const empty = /^(utils?|helpers?|common|misc|types?|constants?)\.[a-z.]+$/;
  expect(sources.map(({ file }) => file).filter((file) => empty.test(path.posix.basename(file)))).toEqual([]);
});

test("a file opens by saying what it is", () => {
  const opens = /^(#![^\n]*\n)?(["']use (client|server)["'];?\n+)?(\/\/|\/\*)/;
  const silent = sources.filter(({ file }) => !opens.test(fs.readFileSync(path.join(SRC, file), "utf8")));
  expect(silent.map(({ file }) => file)).toEqual([]);
});

test("nothing is left for later, and no test is left out", () => {
  const later = /\bTO[D]O\b|\bFIX[M]E\b|\bXX[X]\b/;
  const left = sources.filter(({ file }) => later.test(fs.readFileSync(path.join(SRC, file), "utf8")));
  expect(left.map(({ file }) => file)).toEqual([]);
  expect(offenders(/\.(?:only|skip|todo|fails)\s*[(.]/, () => false)).toEqual([]);
});

test("the walk found the files", () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.find(({ file }) => file === "books/ledger/post.ts")?.imports).toContain(
    "src/domain/ledger/posting.ts",
  );
});

test("what a README names is there", () => {
  const readmes = ["../README.md", ...fs.readdirSync(SRC).map((floor) => `${floor}/README.md`)];
  const missing = readmes.flatMap((readme) => {
    if (!fs.existsSync(path.join(SRC, readme))) return [];
    const named = fs
      .readFileSync(path.join(SRC, readme), "utf8")
      .matchAll(/`([\w@()[\]./-]+(?:\.(?:tsx?|mjs|sql|md|csv)|\/))`/g);
    const around = ["..", ".", path.dirname(readme), "../drizzle"];
    return [...named]
      .map(([, name = ""]) => name)
      .filter((name) => !around.some((from) => fs.existsSync(path.join(SRC, from, name))))
      .map((name) => `${readme}: ${name}`);
  });
  expect(missing).toEqual([]);
});
